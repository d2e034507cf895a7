import { aLane } from '../../parts/lanes.fixture';
import { closeBody, firstOutcome } from './close-values';

const LANE = aLane('1', '市医保局');
const OWING = { ...LANE, owed: [{ limitId: 'L1', period: null, due: '2021-09-30' }] };
const target = { op: '>=' as const, value: 95, max: null, approximate: false };
const measured = (value: number) => ({
  ...target,
  indicatorId: 'I1',
  name: '参保率',
  unit: '%',
  sourceText: '',
  span: null,
  reading: { value, readOn: '2021-09-01' },
});

describe('the outcome that stands in the form of a closing', () => {
  it('is chosen by a person beside what is still owed or a target that is not reached', () => {
    expect(firstOutcome({ lanes: [LANE], indicators: [measured(96)] })).toBe('rectified');
    expect(firstOutcome({ lanes: [OWING], indicators: [] })).toBeNull();
    expect(firstOutcome({ lanes: [LANE], indicators: [measured(94)] })).toBeNull();
  });
});

describe('the body of a closing', () => {
  const values = { outcome: 'continuing' as const, statement: '同意', owedReason: '转入下年' };

  it('has a reason only for what is still owed', () => {
    expect(closeBody(values, { lanes: [OWING] })).toEqual(values);
    expect(closeBody(values, { lanes: [LANE] })).toEqual({ outcome: 'continuing', statement: '同意' });
  });
});
