import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { dayFault } from '../../forms/day-fault';
import { ACT_WORDS } from '../../words/acts.words';

const words = ACT_WORDS.fields;

/** What becomes of a day that is over: nothing answered yet, a new day, or kept as it is. An empty field kept it unseen. */
const pastDayAnswer = z.object({
  answer: z.enum(['move', 'keep']).nullable(),
  /** The new day, or the text that is none yet. */
  due: z.string().nullable(),
});
export type PastDayAnswer = z.infer<typeof pastDayAnswer>;

/** The field of a form that asks for days that are over. */
export const pastDaysValue = {
  /** By limit. */
  pastDays: z.record(z.string(), pastDayAnswer),
};

/** Before anything is answered. */
export const UNANSWERED: PastDayAnswer = { answer: null, due: null };

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
  days: Readonly<Record<string, PastDayAnswer>>,
): { readonly limitId: string; readonly due: string | null }[] {
  return past.map(({ limitId }) => {
    const { answer, due } = days[limitId] ?? UNANSWERED;
    return { limitId, due: answer === 'move' ? due : null };
  });
}

/** The sentence that says what is still to be answered of a day that is over; null when nothing is. */
export function pastDayFault({ answer, due }: PastDayAnswer, today: string): string | null {
  if (answer === null) return words.pastUnanswered;
  if (answer === 'keep') return null;
  return due === null ? words.pastDayMissing : dayFault(due, { earliest: today });
}
