import { TASK_ACTS, TASK_EVENTS } from '#domain';
import { type TimelineEntry } from '../../api/answer';
import { clip, knownLimits, limitName, said, sentence, type Sentences, unitNames, unitsOfLanes } from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { changesText, courseAfter } from '../parts/content-told';
import { movedText } from '../parts/limit-told';
import { words } from './words';

/** A correction is told fact by fact: the words, the units, and every limit by itself. */
export const sentences: Sentences = {
  'task.content-changed': sentence({
    title: T.contentChanged,
    schema: TASK_EVENTS['task.content-changed'].schema,
    tell: ({ changes, reason }, told) => ({
      ...said(wordOf(told.entry), changesText(changes, told)),
      quote: reason,
    }),
    follow: (course, { changes }) => courseAfter(course, changes),
    runOf: draftRun,
  }),
  'lanes.changed': sentence({
    title: T.lanesChanged,
    schema: TASK_EVENTS['lanes.changed'].schema,
    tell: ({ added, removed, reason }, told) => {
      const { leads, supports } = unitsOfLanes(added);
      const pieces = [
        ...(leads.length === 0 ? [] : [T.leadsAdded(unitNames(told, leads) ?? T.none)]),
        ...(supports.length === 0 ? [] : [T.supportsAdded(unitNames(told, supports) ?? T.none)]),
        ...(removed.length === 0 ? [] : [T.unitsRemoved(unitNames(told, removed) ?? T.none)]),
      ];
      return { ...said(words.told.lanes, T.items(pieces)), quote: reason };
    },
  }),
  'limit.added': sentence({
    title: T.limitAddedTitle,
    schema: TASK_EVENTS['limit.added'].schema,
    tell: ({ limit: { what, sourceText, due }, owedBy, reason }, told) => {
      const name = clip(what === '' ? sourceText : what, 18);
      const limit = name === '' ? T.someLimit : T.limit(name);
      const added = T.limitAdded(due === null ? limit : `${limit} ${due}`);
      return { done: owedBy.length === 0 ? added : T.owedBy(added, unitNames(told, owedBy) ?? T.none), quote: reason };
    },
    follow: (course, { limit }) => ({ ...course, limits: { ...course.limits, ...knownLimits([limit]) } }),
    runOf: draftRun,
  }),
  'limit.moved': sentence({
    title: T.limitMovedTitle,
    schema: TASK_EVENTS['limit.moved'].schema,
    tell: (move, told) => ({ done: movedText(move, limitName(told, move.limitId)), quote: move.reason }),
    runOf: draftRun,
  }),
  'limit.removed': sentence({
    title: T.limitRemovedTitle,
    schema: TASK_EVENTS['limit.removed'].schema,
    tell: ({ limitId, reason }, told) => ({ done: T.limitRemoved(limitName(told, limitId)), quote: reason }),
    runOf: draftRun,
  }),
};

/** The same fact comes of three acts, each with a word of its own. */
function wordOf(entry: TimelineEntry): string {
  if (isOfDraft(entry)) return words.told.draft;
  return entry.act === TASK_ACTS['task.correct-record'].type ? words.told.record : words.told.task;
}

function isOfDraft({ act }: TimelineEntry): boolean {
  return act === TASK_ACTS['task.correct-draft'].type;
}

/** One person's work on a draft says little step by step. */
function draftRun(entry: TimelineEntry): string | null {
  return isOfDraft(entry) ? `draft/${entry.actor.accountId}` : null;
}
