import { type TASK_ACTS } from '#domain';
import { z } from 'zod';
import { type DuePart, partKey } from '../../parts/task-facts/due-parts';
import { ACT_WORDS } from '../../words/acts.words';
import { statedDay, statedDayValue } from './stated-day';

/** What is said of one part that has not been reported as done; the reason counts only while it is still owed. */
const choice = z.object({ done: z.boolean(), reason: z.string() });
type Choice = z.infer<typeof choice>;

/** What the form of a request holds: the parts by their keys. */
export const closureValues = {
  selfCheck: z.string(),
  committed: z.boolean(),
  parts: z.record(z.string(), choice.partial()).optional(),
  ...statedDayValue,
};
export type ClosureValues = z.infer<z.ZodObject<typeof closureValues>>;

/** Before anything is filled in. */
export const INITIAL_CLOSURE: ClosureValues = { selfCheck: '', committed: false, occurredOn: null };

/** True for a part whose day is still to come. */
export function isToCome({ due }: Pick<DuePart, 'due'>, today: string): boolean {
  return due !== null && due > today;
}

/**
 * Before anybody says otherwise, what is due by today or has no day is done, and what is due later is not. A period to come says so by itself;
 * why a dated limit is left undone the unit writes: a head in a hurry had claimed with a reason that nobody wrote.
 */
export function firstChoice(part: Pick<DuePart, 'due' | 'period'>, today: string): Choice {
  if (!isToCome(part, today)) return { done: true, reason: '' };
  return { done: false, reason: part.period === null ? '' : ACT_WORDS.closure.notDue };
}

type ClosureBody = Omit<z.input<(typeof TASK_ACTS)['task.request-closure']['command']>, 'seenRevision'>;

/**
 * The body of a request for closure.
 * @param open what the unit has not done; what a kept form names beside it is left out
 */
export function closureBody(values: ClosureValues, open: readonly DuePart[], today: string): ClosureBody {
  const { selfCheck, parts = {} } = values;
  const owed = open.flatMap((part) => {
    const { done, reason } = { ...firstChoice(part, today), ...parts[partKey(part)] };
    return done ? [] : [{ limitId: part.limitId, period: part.period, reason }];
  });
  return { selfCheck, committed: true, owed, ...statedDay(values) };
}
