import { TASK_ACTS, TASK_EVENTS, type TaskChanges } from '#domain';
import {
  actWord,
  clip,
  type Course,
  limitName,
  measuresText,
  periodWord,
  sentence,
  type Sentences,
  termsWord,
  type Told,
  unitName,
  unitActing,
} from '../../telling';
import { WORDS } from '../../words';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { changesText } from '../parts/content-told';
import { words } from './words';

const { told } = words;

export const sentences: Sentences = {
  'proposal.made': sentence({
    title: told.proposed,
    schema: TASK_EVENTS['proposal.made'].schema,
    tell: ({ act, data, basis, grounds, onBehalf }, telling) => {
      const asked = askedText(act, data, telling);
      // A correction of the office moves days that are over as a matter of course.
      const late = basis.late && act === 'task.extend';
      const who = onBehalf && { who: unitActing(telling, onBehalf.unitId, onBehalf) };
      return { ...who, done: late ? told.late(asked) : asked, quote: grounds };
    },
    follow: (course, { proposalId, act, data }) => ({
      ...course,
      proposals: { ...course.proposals, [proposalId]: matterName(act, data, course) },
    }),
  }),
  'measure.taken': sentence({
    title: told.takenTitle,
    schema: TASK_EVENTS['measure.taken'].schema,
    tell: ({ measure, unit, grounds }, telling) => ({
      done: told.taken(unitName(telling, unit), WORDS.terms.measures[measure]),
      quote: grounds,
    }),
  }),
  'proposal.decided': sentence({
    title: words.title,
    schema: TASK_EVENTS['proposal.decided'].schema,
    tell: ({ proposalId, result, reason }, { course }) => {
      const name = course.proposals[proposalId];
      return { done: name === undefined ? told[result] : DECIDED[result](name), quote: reason };
    },
  }),
};

/** What was decided, with what was asked for. */
const DECIDED = {
  approved: told.approvedOf,
  refused: told.refusedOf,
  overtaken: told.overtakenOf,
  'taken-back': told.takenBackOf,
} as const;

/** What was asked for; an act that this program does not know by its type. */
function askedText(act: string, data: object, telling: Told): string {
  const extension = TASK_ACTS['task.extend'].command.safeParse(data);
  if (act === 'task.extend' && extension.success) {
    const { due } = extension.data;
    return told.extension(extendedPart(extension.data, telling), due);
  }
  const suspension = TASK_ACTS['task.suspend'].command.safeParse(data);
  if (act === 'task.suspend' && suspension.success) return told.suspension(suspension.data.until);
  const correction = TASK_ACTS['task.correct'].command.safeParse(data);
  if (act === 'task.correct' && correction.success)
    return told.correction(correctionText(correction.data.changes, telling));
  const measure = TASK_ACTS['task.take-measure'].command.safeParse(data);
  if (act === 'task.take-measure' && measure.success) {
    const { lane, measures } = measure.data;
    return told.measures(unitName(telling, lane), measuresText(measures));
  }
  return told.made(actWord(act) ?? act);
}

/** What was asked for by itself, as its decision repeats it: 延期：时限“…”至 2021-12-31. */
function matterName(act: string, data: object, course: Course): string {
  const extension = TASK_ACTS['task.extend'].command.safeParse(data);
  if (act === 'task.extend' && extension.success) {
    return told.extended(extendedPart(extension.data, { course }), extension.data.due);
  }
  const suspension = TASK_ACTS['task.suspend'].command.safeParse(data);
  if (act === 'task.suspend' && suspension.success) return told.suspended(suspension.data.until);
  const correction = TASK_ACTS['task.correct'].command.safeParse(data);
  if (act === 'task.correct' && correction.success) return told.corrected(piecesNamed(correction.data.changes, course));
  const measure = TASK_ACTS['task.take-measure'].command.safeParse(data);
  if (act === 'task.take-measure' && measure.success) return measuresText(measure.data.measures);
  return actWord(act) ?? act;
}

function extendedPart(
  { limitId, period }: { readonly limitId: string; readonly period: string | null },
  known: Pick<Told, 'course'>,
): string {
  const limit = limitName(known, limitId);
  return period === null ? limit : T.periodOf(limit, periodWord(period));
}

/** Which pieces of a task a correction changes: 标题、时限“…”. Units are not named: their names come with the event that asked. */
function piecesNamed(changes: TaskChanges, course: Course): string {
  const {
    title,
    body,
    leadUnitIds,
    supportUnitIds,
    changedLimits = [],
    removedLimits = [],
    addedLimits = [],
  } = changes;
  const limits = [...changedLimits.map(({ limitId }) => limitId), ...removedLimits];
  return T.list([
    ...new Set(limits.map((limitId) => limitName({ course }, limitId))),
    ...addedLimits.map(({ what }) => told.added(T.limit(clip(what, 18)), null)),
    ...(title === undefined ? [] : [T.title]),
    ...(body === undefined ? [] : [T.body]),
    ...(leadUnitIds === undefined ? [] : [WORDS.terms.leadUnit]),
    ...(supportUnitIds === undefined ? [] : [WORDS.terms.supportUnit]),
    ...(changes.indicators === undefined ? [] : [T.indicators]),
  ]);
}

/** The days that a correction asks to move, and the rest of what it changes. What was before stands in the events of the approval. */
function correctionText(changes: TaskChanges, telling: Told): string {
  const { changedLimits = [], removedLimits = [], addedLimits = [] } = changes;
  const days = changedLimits.flatMap(({ limitId, due, recurrence, dueOn }) => {
    if (due === undefined && recurrence === undefined && dueOn === undefined) return [];
    const limit = limitName(telling, limitId);
    const terms = termsWord({ due: due ?? null, recurrence: recurrence ?? null, dueOn: dueOn ?? null });
    return [terms === null ? T.dueCleared(limit) : told.moved(limit, terms)];
  });
  const removed = removedLimits.map((limitId) => T.limitRemoved(limitName(telling, limitId)));
  const added = addedLimits.map((limit) => told.added(T.limit(clip(limit.what, 18)), termsWord(limit)));
  const others = changesText(wordsChanged(changes), telling);
  return T.items([...days, ...removed, ...added, ...(others === '' ? [] : [others])]);
}

/** What a correction changes besides days, as the event of a change of content has it. */
function wordsChanged({ title, body, leadUnitIds, supportUnitIds, changedLimits = [], indicators }: TaskChanges) {
  const limits = changedLimits.flatMap(({ limitId, what }) => (what === undefined ? [] : [{ limitId, what }]));
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(leadUnitIds === undefined ? {} : { leads: leadUnitIds }),
    ...(supportUnitIds === undefined ? {} : { supports: supportUnitIds }),
    ...(limits.length === 0 ? {} : { limits }),
    ...(indicators === undefined ? {} : { indicators }),
  };
}
