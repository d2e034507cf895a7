import { aLane } from '../../parts/lanes.fixture';
import { outcomeCondition, owedCondition } from './conditions';

const LANE = aLane('1', '市医保局');
const OWED = { ...LANE, owed: [{ limitId: 'L1', period: null, due: '2021-09-30' }] };
const STRICT = { closing: { owed: 'refused', targets: 'met' } } as const;
const LENIENT = { closing: { owed: 'named', targets: 'shown' } } as const;

/** An indicator that is to be at least 95 percent. */
function reading(value: number | null) {
  const target = {
    indicatorId: 'I1',
    name: '参保率',
    op: '>=' as const,
    value: 95,
    max: null,
    unit: '%',
    approximate: false,
    sourceText: '',
    span: null,
  };
  return { ...target, reading: value === null ? null : { value, readOn: '2021-09-01' } };
}

describe('what the rules ask of a closing is said before the form is filled', () => {
  it('nothing may be owed, where they refuse it', () => {
    const task = { lanes: [LANE, OWED], indicators: [] };
    expect(owedCondition({ ...task, policy: STRICT })).toContain('还有 1 项未完成');
    expect(owedCondition({ ...task, policy: LENIENT })).toBeNull();
    expect(owedCondition({ ...task, lanes: [LANE], policy: STRICT })).toBeNull();
  });

  it.each([
    [95, 'rectified', STRICT, false],
    [94, 'rectified', STRICT, true],
    [null, 'rectified', STRICT, true],
    [94, 'continuing', STRICT, false],
    [94, 'rectified', LENIENT, false],
  ] as const)('a reading of %s closed as %s is refused: %#', (value, outcome, policy, refused) => {
    const task = { lanes: [LANE], indicators: [reading(value)], policy, ledgerKind: 'rectification' as const };
    const said = outcomeCondition(task, outcome);
    expect(said === null ? null : /参保率.*“已整改”/u.test(said)).toBe(refused ? true : null);
  });
});
