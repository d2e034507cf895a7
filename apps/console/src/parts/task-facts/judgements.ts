import { type MetCriterion, type Outcome, TASK_EVENTS } from '#domain';
import { type Met, periodWord, type Seen, type Step } from '../../telling';
import { WORDS } from '../../words';
import { type ShownFile } from './reports';

const PASSED = TASK_EVENTS['check.passed'];
const CLOSED = TASK_EVENTS['task.closed'];

/** What a closer signed beside the words. */
interface Signed {
  readonly outcome: Outcome;
  readonly number: string;
  readonly owedCount: number;
  /** Why it was struck off all the same; null where nothing was owed. */
  readonly owedReason: string | null;
}

/** A check that was passed, or a closing: what a person stood by, and what they had before them. */
export interface Judgement extends Pick<Step, 'entry' | 'course'> {
  readonly on: string;
  /** The conclusion, or the closer's statement. */
  readonly words: string;
  /** What a check confirmed one by one; a closing confirms nothing beside its words. */
  readonly acceptance: readonly MetCriterion[];
  /** Null for a check. */
  readonly signed: Signed | null;
  readonly saw: Seen;
}

/** The checks and closings that were not taken back, newest first. */
export function judgementsOf(steps: readonly Step[]): Judgement[] {
  return steps.flatMap(({ entry, course, undone }) => (undone ? [] : (judgementOf({ entry, course }) ?? []))).reverse();
}

function judgementOf({ entry, course }: Pick<Step, 'entry' | 'course'>): Judgement | null {
  if (entry.type === PASSED.type) {
    const { data } = PASSED.schema.safeParse(entry.data);
    if (data === undefined) return null;
    return {
      entry,
      course,
      on: data.on,
      words: data.conclusion,
      acceptance: data.acceptance,
      signed: null,
      saw: data.saw,
    };
  }
  if (entry.type !== CLOSED.type) return null;
  const { data } = CLOSED.schema.safeParse(entry.data);
  if (data === undefined) return null;
  const { on, statement, outcome, number, owed, owedReason = null, saw } = data;
  return {
    entry,
    course,
    on,
    words: statement,
    acceptance: [],
    signed: { outcome, number, owedCount: owed.length, owedReason },
    saw,
  };
}

/** The files that were seen, each with the report that it came with as far as that has been read; newest first, as in other lists of files. */
export function filesSeen({ entry: { files } }: Judgement, reported: readonly ShownFile[]): ShownFile[] {
  return [...files]
    .reverse()
    .map((file) => reported.find((shown) => shown.file.hash === file.hash) ?? { file, on: '', unitName: '' });
}

/** Something that was done by then, with the names of its unit and, as it was called then, of its limit. */
interface NamedMet extends Met {
  readonly name: string;
  readonly unitName: string;
}

/** What was done by then. */
export function metOf({ entry: { units }, course, saw: { met } }: Judgement): NamedMet[] {
  return met.map((each) => {
    const limit = course.limits[each.limitId]?.words || WORDS.terms.limit;
    return {
      ...each,
      name: each.period === null ? limit : `${periodWord(each.period)} ${limit}`,
      unitName: units.find(({ unitId }) => unitId === each.lane)?.name ?? each.lane,
    };
  });
}
