import fc from 'fast-check';
import {
  addDays,
  CalendarError,
  daysBetween,
  nextPeriod,
  periodById,
  periodOf,
  recurrenceRuleSchema,
  recurrenceSchema,
  type Recurrence,
  type RecurrenceRule,
} from '.';
import { anyDay } from './testing/calendar-arbitraries';

const ALL: Recurrence[] = [
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
  'every-2-years',
  'every-3-to-5-years',
];

const anyRule: fc.Arbitrary<RecurrenceRule> = fc.record({
  every: fc.constantFrom(...ALL),
  dueOn: fc.option(
    fc.record({ month: fc.integer({ min: 1, max: 60 }), day: fc.option(fc.integer({ min: 1, max: 31 })) }),
  ),
  firstYear: fc.option(fc.integer({ min: 1990, max: 2030 })),
});

const period = (id: string, from: string, to: string, due = to) => ({ id, from, to, due });
const rule = (every: Recurrence, month: number, day: number | null): RecurrenceRule => ({
  every,
  dueOn: { month, day },
  firstYear: null,
});

describe('period', () => {
  it.each<[Recurrence, string, ReturnType<typeof period>]>([
    ['daily', '2021-07-05', period('2021-07-05', '2021-07-05', '2021-07-05')],
    ['weekly', '2021-07-07', period('2021-W27', '2021-07-05', '2021-07-11')],
    ['weekly', '2021-01-03', period('2020-W53', '2020-12-28', '2021-01-03')],
    ['weekly', '2024-12-30', period('2025-W01', '2024-12-30', '2025-01-05')],
    ['monthly', '2024-02-03', period('2024-02', '2024-02-01', '2024-02-29')],
    ['quarterly', '2021-08-15', period('2021-Q3', '2021-07-01', '2021-09-30')],
    ['half-yearly', '2021-06-30', period('2021-H1', '2021-01-01', '2021-06-30')],
    ['yearly', '2021-12-31', period('2021', '2021-01-01', '2021-12-31')],
    ['every-5-years', '2021-01-01', period('2021-2025', '2021-01-01', '2025-12-31')],
    ['every-3-to-5-years', '2020-12-31', period('2016-2020', '2016-01-01', '2020-12-31')],
  ])('%s: %s lies in %j', (recurrence, day, expected) => {
    expect(periodOf(recurrence, day)).toEqual(expected);
  });

  it('is due on the day that the rule names inside the period', () => {
    expect(periodOf(rule('yearly', 11, null), '2021-03-01').due).toBe('2021-11-30');
    expect(periodOf(rule('quarterly', 3, 25), '2021-07-02').due).toBe('2021-09-25');
    expect(periodOf(rule('monthly', 1, 31), '2021-02-02').due).toBe('2021-02-28');
    expect(periodOf(rule('weekly', 1, 5), '2021-07-05').due).toBe('2021-07-09');
    expect(periodOf(rule('half-yearly', 6, 20), '2021-12-01')).toMatchObject({ id: '2021-H2', due: '2021-12-20' });
  });

  it('begins periods of several years in the year that the rule names', () => {
    const from2022: RecurrenceRule = { every: 'every-3-years', dueOn: null, firstYear: 2022 };
    expect(periodOf(from2022, '2024-12-31').id).toBe('2022-2024');
    expect(periodOf(from2022, '2021-12-31').id).toBe('2019-2021');
  });

  it('reads the recurrences that documents hold and no others', () => {
    for (const recurrence of ALL) expect(recurrenceSchema.parse(recurrence)).toBe(recurrence);
    for (const text of ['hourly', 'every-1-years', 'every-5-to-3-years', 'every-99-years', 'every-x-years', '']) {
      expect(recurrenceSchema.safeParse(text).success).toBe(false);
    }
    expect(() => periodOf('every-x-years', '2021-01-01')).toThrow(CalendarError);
  });

  it.each([
    [rule('daily', 1, 1), false],
    [rule('weekly', 1, 5), true],
    [rule('weekly', 1, 8), false],
    [rule('monthly', 2, 1), false],
    [rule('quarterly', 3, 31), true],
    [rule('every-2-years', 24, null), true],
    [rule('every-2-years', 25, null), false],
  ])('accepts or refuses the due day of %j: %s', (value, valid) => {
    expect(recurrenceRuleSchema.safeParse(value).success).toBe(valid);
  });

  it('refuses ids of another recurrence', () => {
    for (const id of ['2021-Q3', '2021-13', '2021-7', '2021-00', '2021-07-01', '2021', 'x', '']) {
      expect(() => periodById('monthly', id)).toThrow(CalendarError);
    }
    expect(() => periodById('weekly', '2021-W53')).toThrow(CalendarError);
    expect(() => periodById('every-5-years', '2022-2026')).toThrow(CalendarError);
  });

  it('covers every day once, without gap, in the order of the ids', () => {
    fc.assert(
      fc.property(anyRule, anyDay, (any, day) => {
        const here = periodOf(any, day);
        const next = nextPeriod(any, here);
        expect(here.from <= day && day <= here.to).toBe(true);
        expect(here.from <= here.due && here.due <= here.to).toBe(true);
        expect(daysBetween(here.to, next.from)).toBe(1);
        expect(here.id < next.id).toBe(true);
        expect(here.due < next.due).toBe(true);
        expect(periodOf(any, here.from)).toEqual(here);
        expect(periodOf(any, addDays(next.from, -1))).toEqual(here);
        expect(periodById(any, here.id)).toEqual(here);
      }),
    );
  });
});
