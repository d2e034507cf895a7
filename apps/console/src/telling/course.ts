import { limitWords } from './limit-words';

/** What a sentence may say of a limit that events name only by its id. */
export interface KnownLimit {
  readonly words: string;
}
/** What a sentence may say of an indicator. */
export interface KnownIndicator {
  readonly name: string;
  readonly unit: string;
  /** Its target as the events up to here tell it; left out where only the task of now is known. */
  readonly target?: string;
}

/** What earlier events of a task have told, as far as later sentences need it. */
export interface Course {
  /** By lane, the progress in percent that its unit last stated. */
  readonly percents: Percents;
  readonly limits: Readonly<Record<string, KnownLimit>>;
  readonly indicators: Readonly<Record<string, KnownIndicator>>;
  /** The numbers of the children, by their ids. */
  readonly children: Readonly<Record<string, string>>;
  /** What was asked for in each proposal, by its id. */
  readonly proposals: Readonly<Record<string, string>>;
  /** Title and body as they stood; left out where no event that gave them has been read. */
  readonly texts: KnownTexts;
  /** Who split the parent of a task: the program only carries out what that person assigned. Left out for a task of an import. */
  readonly splitBy?: string;
  /** The percentages before the last report: they stand again when that report is taken back. */
  readonly percentsBefore: Percents;
}

/** The words of a task as far as they are known. */
export interface KnownTexts {
  readonly title?: string;
  readonly body?: string;
}

/** Progress in percent by lane; leads report apart, so that one is never compared with another. */
type Percents = Readonly<Record<string, number>>;

/** Nothing is known yet. */
export const EMPTY_COURSE: Course = {
  percents: {},
  limits: {},
  indicators: {},
  children: {},
  proposals: {},
  texts: {},
  percentsBefore: {},
};

/** A limit as events and the task itself give it. */
export interface NamedLimit {
  readonly limitId: string;
  readonly sourceText: string;
  readonly what: string;
}
/** An indicator as events and the task itself give it. */
export interface NamedIndicator extends KnownIndicator {
  readonly indicatorId: string;
}

/** A course that begins in the middle: limits and indicators as the task has them now. */
export function courseOf(limits: readonly NamedLimit[], indicators: readonly NamedIndicator[]): Course {
  return { ...EMPTY_COURSE, limits: knownLimits(limits), indicators: knownIndicators(indicators) };
}

/** What a task's limits and indicators are called, where nothing is known of the steps before: no days, no percentage. */
export function namesOf(task: {
  readonly limits: readonly NamedLimit[];
  readonly indicators: readonly NamedIndicator[];
}): Course {
  return courseOf(task.limits, task.indicators);
}

/** What sentences may say of limits, by their ids. */
export function knownLimits(limits: readonly NamedLimit[]): Record<string, KnownLimit> {
  return Object.fromEntries(limits.map((limit) => [limit.limitId, { words: limitWords(limit, limits) }]));
}

/** What sentences may say of indicators, by their ids. */
export function knownIndicators(indicators: readonly NamedIndicator[]): Record<string, KnownIndicator> {
  return Object.fromEntries(indicators.map(({ indicatorId, ...known }) => [indicatorId, known]));
}
