import { type Lane } from '../../parts/lanes';
import { aLane } from '../../parts/lanes.fixture';
import { type Step } from '../../telling';
import { aClaim as claimed } from './claim.fixture';
import { selfChecks } from './self-checks';

const HEALTH = '00000000-0000-4000-8000-0000000000a1';
const FINANCE = '00000000-0000-4000-8000-0000000000a2';
const lane = (unitId: string, claimedOn: string | null, role: Lane['role'] = 'lead'): Lane =>
  aLane(unitId, unitId === HEALTH ? '市卫健局' : '市财政局', { role, answer: 'accepted', claimedOn });

describe('the self-checks', () => {
  const texts = (lanes: Lane[], steps: Step[]) =>
    selfChecks({ lanes }, steps).map(({ unit, text }) => [unit.name, text] as const);

  it('have one for each unit, its last one that was not taken back', () => {
    const steps = [
      claimed(HEALTH, '退回前的自查'),
      claimed(HEALTH, '卫健自查'),
      claimed(FINANCE, '财政自查'),
      claimed(FINANCE, '已撤回', { undone: true }),
    ];
    expect(texts([lane(HEALTH, '2021-09-01'), lane(FINANCE, '2021-09-01')], steps)).toEqual([
      ['市卫健局', '卫健自查'],
      ['市财政局', '财政自查'],
    ]);
  });

  it('have those of supporting units that have done their part', () => {
    const lanes = [lane(HEALTH, '2021-09-01'), lane(FINANCE, '2021-09-01', 'support')];
    expect(texts(lanes, [claimed(FINANCE, '数据已提供')])).toEqual([
      ['市卫健局', null],
      ['市财政局', '数据已提供'],
    ]);
  });

  it('leave out a unit whose request a return has ended, and say where words have not been read', () => {
    expect(texts([lane(HEALTH, null)], [claimed(HEALTH, '退回前的自查')])).toEqual([]);
    expect(texts([lane(HEALTH, '2021-09-01'), lane(FINANCE, null, 'support')], [])).toEqual([['市卫健局', null]]);
  });
});
