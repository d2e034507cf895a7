import { planLine, plannedOn, timeAxis } from './indicator-plan';

describe('the plan of an indicator', () => {
  const readings = [{ readOn: '2021-01-01', value: 10, unitName: '' }];

  it('goes straight from the first reading to the target on the due day', () => {
    const plan = planLine(readings, { value: 50, approximate: false }, '2021-01-11');
    expect(plan).toEqual({ from: { day: '2021-01-01', value: 10 }, to: { day: '2021-01-11', value: 50 } });
    expect(['2020-12-31', '2021-01-01', '2021-01-06', '2021-02-01'].map((day) => plannedOn(plan, day))).toEqual([
      null,
      10,
      30,
      50,
    ]);
  });

  it('is null without readings, without a due day, and when the first reading is later than the due day', () => {
    expect(planLine([], { value: 1, approximate: false }, '2021-01-11')).toBeNull();
    expect(planLine(readings, { value: 1, approximate: false }, null)).toBeNull();
    expect(planLine(readings, { value: 1, approximate: false }, '2020-12-31')).toBeNull();
    expect(plannedOn(null, '2021-01-01')).toBeNull();
  });

  it('gives the chart a time axis with a margin at both ends', () => {
    const [from, to] = timeAxis(readings, planLine(readings, { value: 1, approximate: false }, '2021-12-31'));
    expect(from).toBeLessThan(Date.parse('2021-01-01'));
    expect(to).toBeGreaterThan(Date.parse('2021-12-31'));
  });

  it('is none of an approximate target: nothing is behind a figure that a person judges', () => {
    expect(planLine(readings, { value: 50, approximate: true }, '2021-01-11')).toBeNull();
  });
});
