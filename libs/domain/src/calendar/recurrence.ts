import { z } from 'zod';

const EVERY_YEARS = /^every-(?:(\d{1,2})-to-)?(\d{1,2})-years$/;

/** How often a duty recurs. Periods of several years are `every-N-years` or `every-M-to-N-years` (每3至5年), N from 2 to 50. */
export const recurrenceSchema = z.union([
  z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly']),
  z
    .templateLiteral(['every-', z.string(), '-years'])
    .refine((text) => yearsOf(text) !== null, '周期无效，请按“every-3-years”或“every-3-to-5-years”的格式填写。'),
]);

/** See `recurrenceSchema`. */
export type Recurrence = z.infer<typeof recurrenceSchema>;

/**
 * The day on which each period is due. `month` counts from the first month of the period (1–3 in a quarter, 1–12 in a year). `day`
 * is the day of that month; null, or a day that the month lacks, is its last. In a week `month` is 1 and `day` the weekday
 * (每周五 = 5). A daily duty has none.
 */
export const dueOnSchema = z.strictObject({
  month: z.int().min(1).max(600),
  day: z.int().min(1).max(31).nullable(),
});

/** See `dueOnSchema`. */
export type DueOn = z.infer<typeof dueOnSchema>;

/**
 * A recurrence with what a person may add: the due day inside the period (null: its last day) and, for periods of several years,
 * a year in which one begins (null: 2001, so that periods of five years are the five-year plans, 2021–2025).
 */
export const recurrenceRuleSchema = z
  .strictObject({
    every: recurrenceSchema,
    dueOn: dueOnSchema.nullable(),
    firstYear: z.int().min(1900).max(2999).nullable(),
  })
  .superRefine((rule, context) => {
    if (rule.dueOn === null) return;
    const months = monthsOf(rule.every) ?? 1;
    if (rule.dueOn.month > months) {
      context.addIssue({ code: 'custom', path: ['dueOn', 'month'], message: '期内到期月份超出该周期的月数，请改小。' });
    }
    if (rule.every === 'daily' || (rule.every === 'weekly' && (rule.dueOn.day ?? 7) > 7)) {
      context.addIssue({ code: 'custom', path: ['dueOn', 'day'], message: '期内到期日超出该周期，请改小或不填。' });
    }
  });

/** See `recurrenceRuleSchema`. */
export type RecurrenceRule = z.infer<typeof recurrenceRuleSchema>;

/** The rule of a recurrence; a bare one is the rule without additions. */
export function ruleOf(recurrence: Recurrence | RecurrenceRule): RecurrenceRule {
  return typeof recurrence === 'string' ? { every: recurrence, dueOn: null, firstYear: null } : recurrence;
}

/** Length of a period in months, or null for days and weeks. 每3至5年 is late only after the longer time, so that counts. */
export function monthsOf(every: Recurrence): number | null {
  switch (every) {
    case 'daily':
    case 'weekly':
      return null;
    case 'monthly':
      return 1;
    case 'quarterly':
      return 3;
    case 'half-yearly':
      return 6;
    case 'yearly':
      return 12;
    default:
      return (yearsOf(every) ?? 1) * 12;
  }
}

function yearsOf(text: string): number | null {
  const parts = EVERY_YEARS.exec(text);
  if (parts === null) return null;
  const shortest = Number(parts[1] ?? 1);
  const longest = Number(parts[2]);
  return shortest >= 1 && longest > shortest && longest <= 50 ? longest : null;
}
