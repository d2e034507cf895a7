import { dayInShanghai, TASK_ACTS, TASK_EVENTS } from '#domain';
import { type Step } from '../../telling';

/** What some words were before they were put right, by whom, when and why. */
export interface WordingCorrection {
  readonly key: string;
  /** Null where it has not been read: the beginning of a very long course is read on demand. Empty where there was none. */
  readonly former: string | null;
  readonly on: string;
  readonly by: string;
  readonly reason: string;
}

/** The corrections of a task's words, the newest first. */
export interface WordingCorrections {
  readonly title: readonly WordingCorrection[];
  readonly body: readonly WordingCorrection[];
  readonly limits: Readonly<Record<string, readonly WordingCorrection[]>>;
}

/** Nothing was corrected. */
export const NO_CORRECTIONS: WordingCorrections = { title: [], body: [], limits: {} };

const CHANGED = TASK_EVENTS['task.content-changed'];

/** What 更正文字 changed at the words of an ended task: whoever reads them there sees that they once read otherwise. */
export function wordingCorrections(steps: readonly Step[]): WordingCorrections {
  return steps.reduce((known, step) => withStep(known, step), NO_CORRECTIONS);
}

function withStep(known: WordingCorrections, { entry, course, undone }: Step): WordingCorrections {
  if (undone || entry.type !== CHANGED.type || entry.act !== TASK_ACTS['task.correct-record'].type) return known;
  const { data } = CHANGED.schema.safeParse(entry.data);
  if (data === undefined) return known;
  const { title, body, limits = [] } = data.changes;
  const corrected = (former: string | undefined, to: string): WordingCorrection => ({
    key: entry.eventId,
    // What is known of a limit begins with its present words: former ones that are the new ones have not been read.
    former: former === undefined || former === to ? null : former,
    on: dayInShanghai(entry.recordedAt),
    by: entry.actor.name,
    reason: data.reason,
  });
  const { texts } = course;
  return {
    title: title === undefined ? known.title : [corrected(texts.title, title), ...known.title],
    body: body === undefined ? known.body : [corrected(texts.body, body), ...known.body],
    limits: limits.reduce(
      (of, { limitId, what }) => ({
        ...of,
        [limitId]: [corrected(course.limits[limitId]?.words, what), ...(of[limitId] ?? [])],
      }),
      known.limits,
    ),
  };
}
