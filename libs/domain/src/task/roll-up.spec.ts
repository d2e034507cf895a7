import { type ChildStanding, rolledIndicator, rolledProgress } from './roll-up';
import { MAX_MEASURE } from './task.parts';

const child = (
  percent: number | null,
  reading: number | null = null,
  ended: ChildStanding['ended'] = null,
  outcome: ChildStanding['outcome'] = ended === 'closed' ? 'rectified' : null,
): ChildStanding => ({
  percent,
  ended,
  outcome,
  readings: [{ indicatorId: 'I1', op: '>=', value: 90, max: null, unit: '%', approximate: false, reading }],
});

describe('the progress of children', () => {
  it('is the mean of what they report, where one that is silent has done nothing and a closed one all', () => {
    expect(rolledProgress('average', [child(50), child(null), child(20, null, 'closed')])).toEqual({
      value: 50,
      from: 2,
      of: 3,
    });
  });

  it('takes one that was closed as 未整改 or 持续整改 for what it reported last', () => {
    const children = [child(40, null, 'closed', 'not-rectified'), child(80, null, 'closed', 'continuing')];
    expect(rolledProgress('average', children)).toEqual({ value: 60, from: 2, of: 2 });
    expect(rolledProgress('average', [child(null, null, 'closed', 'not-rectified')]).value).toBeNull();
  });

  it('is none while nobody has told anything', () => {
    expect(rolledProgress('average', [child(null), child(null)])).toEqual({ value: null, from: 0, of: 2 });
    expect(rolledProgress('average', [])).toEqual({ value: null, from: 0, of: 0 });
  });

  it('by `all` is the share of those that are closed', () => {
    expect(rolledProgress('all', [child(90), child(100), child(100, null, 'closed')])).toEqual({
      value: 33.33,
      from: 1,
      of: 3,
    });
  });

  it('leaves out what was voided or terminated', () => {
    const children = [child(40), child(80, 95, 'voided'), child(60, 95, 'terminated')];
    expect(rolledProgress('average', children)).toEqual({ value: 40, from: 1, of: 1 });
    expect(rolledIndicator({ indicatorId: 'I1', unit: '%', rule: 'sum' }, children)).toEqual({
      value: null,
      from: 0,
      of: 1,
    });
  });
});

describe('an indicator over children', () => {
  const children = [child(0, 88.1), child(0, 92.2), child(0)];

  it.each([
    ['sum', { value: 180.3, from: 2, of: 3 }],
    ['average', { value: 90.15, from: 2, of: 3 }],
    ['all', { value: 1, from: 1, of: 3 }],
  ] as const)('is added up by its rule: %s', (rule, expected) => {
    expect(rolledIndicator({ indicatorId: 'I1', unit: '%', rule }, children)).toEqual(expected);
  });

  it('adds no reading in another unit', () => {
    const inCases = {
      ...child(0),
      readings: [{ indicatorId: 'I1', op: '>=', value: 90, max: null, unit: '件', approximate: false, reading: 7 }],
    } as const;
    expect(rolledIndicator({ indicatorId: 'I1', unit: '%', rule: 'sum' }, [...children, inCases])).toEqual({
      value: 180.3,
      from: 2,
      of: 4,
    });
  });

  it('counts the children that have it only', () => {
    const other = { ...child(0), readings: [] };
    expect(rolledIndicator({ indicatorId: 'I1', unit: '%', rule: 'average' }, [...children, other]).of).toBe(3);
  });

  it.each([
    ['>=', 90, null, 90, true],
    ['<=', 10, null, 10.1, false],
    ['=', 0, null, 0, true],
    ['range', 1, 3, 3, true],
    ['range', 1, 3, 3.5, false],
  ] as const)('is reached as its target says: %s %d..%s by %d', (op, value, max, reading, reached) => {
    const readings = [{ indicatorId: 'I1', op, value, max, unit: '%', approximate: false, reading }];
    const standing = { percent: null, ended: null, outcome: null, readings };
    expect(rolledIndicator({ indicatorId: 'I1', unit: '%', rule: 'all' }, [standing]).from).toBe(reached ? 1 : 0);
  });

  it('by the rule all leaves an approximate target to a person: it is counted neither as reached nor as missed', () => {
    const about = (reading: number | null): ChildStanding => ({
      ...child(0),
      readings: [{ indicatorId: 'I1', op: '=', value: 21, max: null, unit: '%', approximate: true, reading }],
    });
    const rule = { indicatorId: 'I1', unit: '%', rule: 'all' } as const;
    expect(rolledIndicator(rule, [child(0, 95), child(0, 80), about(22.4)])).toEqual({
      value: 1,
      from: 1,
      of: 2,
      approximate: 1,
    });
    expect(rolledIndicator(rule, [about(21), about(null)])).toEqual({ value: 0, from: 0, of: 0, approximate: 2 });
    // What was measured is added up all the same: no target is asked for it.
    expect(rolledIndicator({ ...rule, rule: 'average' }, [about(21), about(23)])).toEqual({
      value: 22,
      from: 2,
      of: 2,
    });
  });

  it('of the largest figures that may be stated is a figure', () => {
    const most = Array.from({ length: 200 }, () => child(0, MAX_MEASURE));
    const { value } = rolledIndicator({ indicatorId: 'I1', unit: '%', rule: 'sum' }, most);
    expect(value).toBe(200 * MAX_MEASURE);
    expect(rolledIndicator({ indicatorId: 'I1', unit: '%', rule: 'average' }, most).value).toBe(MAX_MEASURE);
  });
});
