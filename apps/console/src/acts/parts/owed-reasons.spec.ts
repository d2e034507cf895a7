import { aLane } from '../../parts/lanes.fixture';
import { aClaim } from './claim.fixture';
import { leadReasons, owedReason } from './owed-reasons';

const HEALTH = '00000000-0000-4000-8000-0000000000a1';
const FINANCE = '00000000-0000-4000-8000-0000000000a2';
const part = { limitId: 'L1', period: null, due: '2021-12-31' };
const asked = { answer: 'accepted', claimedOn: '2021-09-01' } as const;
const health = aLane(HEALTH, '市卫健局', asked);
const finance = aLane(FINANCE, '市财政局', asked);
const because = (reason: string) => ({ owed: [{ limitId: 'L1', period: null, reason }] });

describe('the reasons for what is still owed', () => {
  const steps = [
    aClaim(HEALTH, '退回前的自查', because('退回前的理由')),
    aClaim(HEALTH, '卫健自查', because('年底统一验收')),
    aClaim(FINANCE, '财政自查', because('资金未到')),
  ];

  it('are those of the last request, part by part', () => {
    expect(owedReason(part, health, steps)).toBe('年底统一验收');
    expect(owedReason({ ...part, period: '2021-Q4' }, health, steps)).toBeNull();
  });

  it('are none of a unit whose request a return has ended', () => {
    expect(owedReason(part, { ...health, claimedOn: null }, steps)).toBeNull();
  });

  it('name their units where several lead', () => {
    expect(leadReasons(part, { lanes: [health] }, steps)).toBe('单位说明：年底统一验收');
    expect(leadReasons(part, { lanes: [health, finance] }, steps)).toBe(
      '市卫健局说明：年底统一验收\n市财政局说明：资金未到',
    );
    expect(leadReasons(part, { lanes: [health] }, [])).toBeNull();
  });
});
