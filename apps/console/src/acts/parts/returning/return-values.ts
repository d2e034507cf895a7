import { ACT_WORDS } from '../../../words/acts.words';
import { type TASK_ACTS } from '#domain';
import { z } from 'zod';
import { type TaskDetail } from '../../../api/answer';
import { type Lane, leadLanes } from '../../../parts/lanes';
import { type DuePart, eachPartOnce, partKey } from '../../../parts/task-facts/due-parts';
import { unmetOf, unmetValues } from '../acceptance-values';
import { statedDay, statedDayValue } from '../stated-day';

const words = ACT_WORDS.returning;

/** What is said of one part that is done: whether it is open again, and until when. */
const choice = z.object({
  chosen: z.boolean(),
  /** True for a new day, false for the one that it had. */
  moved: z.boolean(),
  /** The new day, or the text that is none yet. */
  due: z.string().nullable(),
});
export type Choice = z.infer<typeof choice>;

/** On the day that it had. */
export const KEPT: Choice = { chosen: true, moved: false, due: null };
/** On a day that is still to be named. */
const ON_NEW_DAY: Choice = { chosen: true, moved: true, due: null };

/** True for a part whose day is over: who kept it without a word would send it back late. */
export function isPast({ due }: Pick<DuePart, 'due'>, today: string): boolean {
  return due !== null && due < today;
}

/** A part of which a return may speak; `left`: it stays done unless somebody chooses it. */
export type ReturnPart = DuePart & { readonly left?: boolean };

/** Before anybody says otherwise, a part is open again on the day that it had, or, where that is over, on a new one. */
export function choiceAtFirst({ due, left = false }: Pick<ReturnPart, 'due' | 'left'>, today: string): Choice {
  return { ...(isPast({ due }, today) ? ON_NEW_DAY : KEPT), chosen: !left };
}

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

/**
 * What these leads have done since they got the task, each part once. What a report had finished before they asked for closure stays done
 * unless it is chosen; the only part is what a return is about.
 */
export function donePartsOf(task: Pick<TaskDetail, 'lanes'>, to?: ReturnValues['to']): ReturnPart[] {
  const done = returnedTo(task, to).flatMap(({ doneSince }) => doneSince);
  const claimed = new Set(done.filter((part) => part.claimed).map(partKey));
  const parts = eachPartOnce(done);
  return parts.map(({ claimed: _claimed, ...part }) => {
    const left = parts.length > 1 && !claimed.has(partKey(part));
    return left ? { ...part, left } : part;
  });
}

/** What these leads owe whatever is returned, each part once; less what another of them has done, which stands there. */
export function owedPartsOf(task: Pick<TaskDetail, 'lanes'>, to?: ReturnValues['to']): DuePart[] {
  const done = new Set(donePartsOf(task, to).map(partKey));
  return eachPartOnce(returnedTo(task, to).flatMap(({ owed }) => owed)).filter((part) => !done.has(partKey(part)));
}

/** All that may be open by the return, on its day or on a new one. */
export function openPartsOf(task: Pick<TaskDetail, 'lanes'>, to?: ReturnValues['to']): ReturnPart[] {
  return [...donePartsOf(task, to), ...owedPartsOf(task, to)];
}

export type ReturnBody = Omit<z.input<(typeof TASK_ACTS)['task.return']['command']>, 'seenRevision'>;

/**
 * The body of a return.
 * @param done what may be open again; what a kept form names beside it is left out
 */
export function returnBody(values: ReturnValues, done: readonly ReturnPart[], today: string): ReturnBody {
  const { missing, to, newLimits = [] } = values;
  return {
    missing,
    ...(to === undefined ? {} : { to }),
    reopened: done.flatMap((part) => {
      const { chosen, moved, due } = choiceFor(values, part, today);
      return chosen ? [{ limitId: part.limitId, period: part.period, due: moved ? due : null }] : [];
    }),
    newLimits: newLimits.flatMap(({ what, due }) => (what && due ? [{ what, due }] : [])),
    ...statedDay(values),
  };
}

function choiceFor({ reopened = {} }: ReturnValues, part: ReturnPart, today: string): Choice {
  return reopened[partKey(part)] ?? choiceAtFirst(part, today);
}

/** The body of a return of a task as it stands. */
export function returnBodyOf(
  values: ReturnValues,
  task: Pick<TaskDetail, 'lanes' | 'acceptance'>,
  today: string,
): ReturnBody {
  return { ...returnBody(values, openPartsOf(task, values.to), today), unmet: unmetOf(values, task.acceptance) };
}

/** Why a return of these parts cannot be sent as it is; null where it can. */
export function faultOfParts(values: ReturnValues, parts: readonly ReturnPart[], today: string): string | null {
  const { reopened = [], newLimits = [] } = returnBody(values, parts, today);
  if (reopened.length === 0 && newLimits.length === 0) return words.nothing;
  const choices = parts.map((part) => choiceFor(values, part, today));
  return choices.some(({ chosen, moved, due }) => chosen && moved && due === null) ? words.dueMissing : null;
}

/** Why a return cannot be sent as it is; null where it can. */
export function returnFault(values: ReturnValues, task: Pick<TaskDetail, 'lanes'>, today: string): string | null {
  return faultOfParts(values, openPartsOf(task, values.to), today);
}
