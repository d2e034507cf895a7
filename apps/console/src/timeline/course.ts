import { taskEventSchemas, type TaskChanges } from '#domain';
import { type TimelineEntry } from '../api/answer';
import { limitWords } from './limit-words';

/** What a sentence may say of a limit or an indicator that events name only by id. */
export interface KnownLimit {
  readonly words: string;
  readonly due: string | null;
  /** Whether it comes back period by period. */
  readonly recurring: boolean;
}
export interface KnownIndicator {
  readonly name: string;
  readonly unit: string;
}

/** What earlier events of a task have told, as far as later sentences need it. */
export interface Course {
  /** Progress in percent as last reported; null while nobody stated one. */
  readonly percent: number | null;
  readonly limits: Readonly<Record<string, KnownLimit>>;
  readonly indicators: Readonly<Record<string, KnownIndicator>>;
  /** The percentages before each report, the latest last: a report that is taken back brings the former one back. */
  readonly former: readonly (number | null)[];
}

export const EMPTY_COURSE: Course = { percent: null, limits: {}, indicators: {}, former: [] };

interface NamedLimit {
  readonly limitId: string;
  readonly sourceText: string;
  readonly what: string;
  readonly due: string | null;
  readonly recurrence: string | null;
}
interface NamedIndicator extends KnownIndicator {
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
  return courseOf(
    task.limits.map((limit) => ({ ...limit, due: null })),
    task.indicators,
  );
}

/** The course after one more event, oldest first. */
export function follow(course: Course, { type, data }: Pick<TimelineEntry, 'type' | 'data'>): Course {
  switch (type) {
    case 'task.drafted': {
      const drafted = taskEventSchemas['task.drafted'].safeParse(data);
      return drafted.success ? courseOf(drafted.data.limits, drafted.data.indicators) : course;
    }
    case 'task.draft-corrected':
    case 'task.corrected': {
      const corrected = taskEventSchemas['task.draft-corrected'].safeParse({ changes: data['changes'] });
      return corrected.success ? changed(course, corrected.data.changes) : course;
    }
    case 'task.reported': {
      const reported = taskEventSchemas['task.reported'].safeParse(data);
      if (!reported.success) return course;
      const percent = reported.data.percent ?? course.percent;
      return { ...course, percent, former: [...course.former, course.percent] };
    }
    case 'task.withdrawn':
      return data['step'] === 'task.report' || data['step'] === 'task.report-on-behalf' ? takenBack(course) : course;
    default:
      return course;
  }
}

function takenBack(course: Course): Course {
  const percent = course.former.at(-1);
  return percent === undefined ? course : { ...course, percent, former: course.former.slice(0, -1) };
}

function changed(course: Course, changes: TaskChanges): Course {
  const { changedLimits = [], addedLimits = [], indicators } = changes;
  const moved = changedLimits.map(({ limitId, what, due, recurrence }) => {
    const known = course.limits[limitId];
    const words = what === undefined || what === '' ? (known?.words ?? '') : what;
    const recurring = recurrence === undefined ? (known?.recurring ?? false) : recurrence !== null;
    return [limitId, { words, due: due === undefined ? (known?.due ?? null) : due, recurring }] as const;
  });
  return {
    ...course,
    limits: { ...course.limits, ...Object.fromEntries(moved), ...knownLimits(addedLimits) },
    indicators: indicators === undefined ? course.indicators : knownIndicators(indicators),
  };
}

function knownLimits(limits: readonly NamedLimit[]): Record<string, KnownLimit> {
  return Object.fromEntries(
    limits.map((limit) => [
      limit.limitId,
      { words: limitWords(limit, limits), due: limit.due, recurring: limit.recurrence !== null },
    ]),
  );
}

function knownIndicators(indicators: readonly NamedIndicator[]): Record<string, KnownIndicator> {
  return Object.fromEntries(indicators.map(({ indicatorId, name, unit }) => [indicatorId, { name, unit }]));
}
