import { aLane } from '../../parts/lanes.fixture';
import { allDone } from './all-done';

const OWN = new Set(['1']);
const report = (percent: number | null) => ({ on: '2021-09-01', progress: '完成', problems: '', percent });
const done = { answer: 'accepted' as const, lastReport: report(100) };
const owed = [{ limitId: 'L1', period: null, due: '2021-09-30' }];

describe('whether a unit has done everything', () => {
  it('is so when it owes nothing and has reported 100 %', () => {
    expect(allDone({ lanes: [aLane('1', '市医保局', done)] }, OWN)).toBe(true);
  });

  it.each([
    ['something is owed', { ...done, owed }],
    ['less was reported', { ...done, lastReport: report(90) }],
    ['nothing was reported', { ...done, lastReport: null }],
    ['it has asked for closure already', { ...done, claimedOn: '2021-09-02' }],
  ])('is not so while %s', (_, stand) => {
    expect(allDone({ lanes: [aLane('1', '市医保局', stand)] }, OWN)).toBe(false);
  });

  it('looks at the person’s own units, whatever others have done', () => {
    const lanes = [aLane('1', '市医保局', { ...done, owed }), aLane('2', '市卫健局', done)];
    expect(allDone({ lanes }, OWN)).toBe(false);
    expect(allDone({ lanes }, new Set(['2']))).toBe(true);
    expect(allDone({ lanes }, new Set(['9']))).toBe(false);
  });
});
