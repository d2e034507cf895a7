import { meetsTarget, planLine, plannedOn, timeAxis } from './indicator-plan';

describe('the plan of an indicator', () => {
  const readings = [{ readOn: '2021-01-01', value: 10, unitName: '' }];

  it('goes straight from the first reading to the target on the due day', () => {
    const plan = planLine(readings, { value: 50 }, '2021-01-11');
    expect(plan).toEqual({ from: { day: '2021-01-01', value: 10 }, to: { day: '2021-01-11', value: 50 } });
    expect(['2020-12-31', '2021-01-01', '2021-01-06', '2021-02-01'].map((day) => plannedOn(plan, day))).toEqual([
      null,
      10,
      30,
      50,
    ]);
  });

  it('is null without readings, without a due day, and when the first reading is later than the due day', () => {
    expect(planLine([], { value: 1 }, '2021-01-11')).toBeNull();
    expect(planLine(readings, { value: 1 }, null)).toBeNull();
    expect(planLine(readings, { value: 1 }, '2020-12-31')).toBeNull();
    expect(plannedOn(null, '2021-01-01')).toBeNull();
  });

  it('gives the chart a time axis with a margin at both ends', () => {
    const [from, to] = timeAxis(readings, planLine(readings, { value: 1 }, '2021-12-31'));
    expect(from).toBeLessThan(Date.parse('2021-01-01'));
    expect(to).toBeGreaterThan(Date.parse('2021-12-31'));
  });

  it.each([
    ['>=', 35, null, 35, true],
    ['>=', 35, null, 34.9, false],
    ['<=', 10, null, 10, true],
    ['<=', 10, null, 11, false],
    ['=', 5, null, 5, true],
    ['range', 3, 5, 5, true],
    ['range', 3, 5, 5.1, false],
    ['range', 3, null, 9, true],
  ] as const)('takes a target of %s %d..%s as met by %d: %s', (op, value, max, read, met) => {
    expect(meetsTarget({ op, value, max }, read)).toBe(met);
  });
});
