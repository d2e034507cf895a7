import { WORDS } from '../../../words';
import { type TASK_ACTS } from '#domain';
import { z } from 'zod';
import { type TaskDetail } from '../../../api/answer';
import { type Lane, leadLanes } from '../../../parts/lanes';
import { type DuePart, eachPartOnce, partKey } from '../../../parts/task-facts/due-parts';
import { unmetOf, unmetValues } from '../acceptance-values';
import { statedDay, statedDayValue } from '../stated-day';

const words = WORDS.acts.returning;

/** What is said of one part that is done: whether it is open again, and until when. */
const choice = z.object({
  chosen: z.boolean(),
  /** True for a new day, false for the one that it had. */
  moved: z.boolean(),
  /** The new day, or the text that is none yet. */
  due: z.string().nullable(),
});
export type Choice = z.infer<typeof choice>;

/** Before anybody says otherwise, what was done is open again on the day that it had. */
export const KEPT: Choice = { chosen: true, moved: false, due: null };

const newLimit = z.object({ what: z.string().nullish(), due: z.string().nullish() });

/** What the form of a return holds: the parts by their keys, and what is asked for in addition. */
export const returnValues = {
  missing: z.string(),
  /** The units that it goes back to; nothing chosen yet, every lead. */
  to: z.array(z.string()).optional(),
  reopened: z.record(z.string(), choice).optional(),
  newLimits: z.array(newLimit).optional(),
  ...unmetValues,
  ...statedDayValue,
};
export type ReturnValues = z.infer<z.ZodObject<typeof returnValues>>;

/** A form of a return in which nothing has been said yet. */
export const NOTHING_MISSING: ReturnValues = { missing: '', newLimits: [], occurredOn: null };

/** The leads that a return goes to. */
function returnedTo(task: Pick<TaskDetail, 'lanes'>, to: ReturnValues['to']): readonly Lane[] {
  return leadLanes(task).filter(({ unit }) => to === undefined || to.includes(unit.unitId));
}

/** What these leads have done since they got the task, each part once. */
export function donePartsOf(task: Pick<TaskDetail, 'lanes'>, to?: ReturnValues['to']): DuePart[] {
  return eachPartOnce(returnedTo(task, to).flatMap(({ doneSince }) => doneSince));
}

/** What these leads owe whatever is returned, each part once; less what another of them has done, which stands there. */
export function owedPartsOf(task: Pick<TaskDetail, 'lanes'>, to?: ReturnValues['to']): DuePart[] {
  const done = new Set(donePartsOf(task, to).map(partKey));
  return eachPartOnce(returnedTo(task, to).flatMap(({ owed }) => owed)).filter((part) => !done.has(partKey(part)));
}

/** All that may be open by the return, on its day or on a new one. */
export function openPartsOf(task: Pick<TaskDetail, 'lanes'>, to?: ReturnValues['to']): DuePart[] {
  return [...donePartsOf(task, to), ...owedPartsOf(task, to)];
}

export type ReturnBody = Omit<z.input<(typeof TASK_ACTS)['task.return']['command']>, 'seenRevision'>;

/**
 * The body of a return.
 * @param done what may be open again; what a kept form names beside it is left out
 */
export function returnBody(values: ReturnValues, done: readonly DuePart[]): ReturnBody {
  const { missing, to, reopened = {}, newLimits = [] } = values;
  return {
    missing,
    ...(to === undefined ? {} : { to }),
    reopened: done.flatMap((part) => {
      const { chosen, moved, due } = reopened[partKey(part)] ?? KEPT;
      return chosen ? [{ limitId: part.limitId, period: part.period, due: moved ? due : null }] : [];
    }),
    newLimits: newLimits.flatMap(({ what, due }) => (what && due ? [{ what, due }] : [])),
    ...statedDay(values),
  };
}

/** The body of a return of a task as it stands. */
export function returnBodyOf(values: ReturnValues, task: Pick<TaskDetail, 'lanes' | 'acceptance'>): ReturnBody {
  return { ...returnBody(values, openPartsOf(task, values.to)), unmet: unmetOf(values, task.acceptance) };
}

/** True when a return names nothing that is to be done. */
export function asksNothing(values: ReturnValues, done: readonly DuePart[]): boolean {
  const { reopened = [], newLimits = [] } = returnBody(values, done);
  return reopened.length === 0 && newLimits.length === 0;
}

/** Why a return cannot be sent as it is; null where it can. */
export function returnFault(values: ReturnValues, task: Pick<TaskDetail, 'lanes'>): string | null {
  return asksNothing(values, openPartsOf(task, values.to)) ? words.nothing : null;
}
