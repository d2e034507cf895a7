import { TASK_ACTS, TASK_EVENTS, type TaskChanges } from '#domain';
import { actWord, clip, limitName, periodWord, sentence, type Sentences, termsWord, type Told } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { changesText } from '../parts/content-told';
import { words } from './words';

const { told } = words;

export const sentences: Sentences = {
  'proposal.made': sentence({
    title: told.proposed,
    schema: TASK_EVENTS['proposal.made'].schema,
    tell: ({ act, data, grounds }, telling) => ({ done: askedText(act, data, telling), quote: grounds }),
  }),
  'proposal.decided': sentence({
    title: words.title,
    schema: TASK_EVENTS['proposal.decided'].schema,
    tell: ({ result, reason }) => ({ done: told[result], quote: reason }),
  }),
};

/** What was asked for; an act that this program does not know by its type. */
function askedText(act: string, data: object, telling: Told): string {
  const extension = TASK_ACTS['task.extend'].command.safeParse(data);
  if (act === 'task.extend' && extension.success) {
    const { limitId, period, due } = extension.data;
    const limit = limitName(telling, limitId);
    return told.extension(period === null ? limit : T.periodOf(limit, periodWord(period)), due);
  }
  const suspension = TASK_ACTS['task.suspend'].command.safeParse(data);
  if (act === 'task.suspend' && suspension.success) return told.suspension(suspension.data.until);
  const correction = TASK_ACTS['task.correct'].command.safeParse(data);
  if (act === 'task.correct' && correction.success)
    return told.correction(correctionText(correction.data.changes, telling));
  return told.made(actWord(act) ?? act);
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
