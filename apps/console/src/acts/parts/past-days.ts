import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';

/** The field of a form that asks for days that are over. */
export const pastDaysValue = {
  /** New days of limits whose day is over; null keeps it. */
  pastDays: z.record(z.string(), z.string().nullable()),
};

/** A limit as far as its day can be over. */
export type DatedLimit = Pick<TaskDetail['limits'][number], 'limitId' | 'due' | 'recurrence' | 'done'>;

/** What a unit would be late with before it has it. The server asks for the same. */
export function pastLimitsOf<Each extends DatedLimit>(
  { limits }: { readonly limits: readonly Each[] },
  today: string,
): readonly Each[] {
  return limits.filter(
    ({ recurrence, due, done }) => recurrence === null && due !== null && due < today && done === null,
  );
}

/** Each day that is over, moved or kept, as commands state it. */
export function pastDaysBody(
  past: readonly Pick<DatedLimit, 'limitId'>[],
  days: Readonly<Record<string, string | null>>,
): { readonly limitId: string; readonly due: string | null }[] {
  return past.map(({ limitId }) => ({ limitId, due: days[limitId] ?? null }));
}
