import { dayInShanghai, isDay } from '#domain';
import { type TimelineEntry } from '../api/answer';
import { type Course, EMPTY_COURSE, type Step } from '../telling';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { actorName, follow, sentenceOf } from './sentence';
import { SENTENCES } from './sentences';

/** A line of the timeline: one event, or a run of like ones. */
export interface Line {
  /** Stays the same while the run grows. */
  readonly key: string;
  readonly text: string;
  readonly quote: string;
  /** The newest first; one for a line that is no run. */
  readonly steps: readonly Step[];
}

/** The lines of a day in Asia/Shanghai by the moment of record, the newest first. */
export interface TimelineDay {
  readonly day: string;
  readonly lines: readonly Line[];
}

/**
 * Events as steps, the oldest first, whatever order they come in.
 * @param begin what is known before the oldest of them, where the first events have not been read
 */
export function told(entries: readonly TimelineEntry[], begin: Course = EMPTY_COURSE): Step[] {
  const oldestFirst = [...entries].sort((one, other) => one.revision - other.revision);
  let course = begin;
  return oldestFirst.map((entry) => {
    const step = { ...sentenceOf(entry, course), entry, course, undone: false };
    course = follow(course, entry);
    return step;
  });
}

/** Marks the steps that were taken back: all that the command recorded which a later withdrawal names. */
export function consolidated(steps: readonly Step[]): Step[] {
  const undone = new Set(steps.map(({ entry }) => SENTENCES[entry.type]?.takesBack(entry)));
  return steps.map((step) => (undone.has(step.entry.commandId) ? { ...step, undone: true } : step));
}

function runOf({ entry }: Step): string | null {
  return SENTENCES[entry.type]?.runOf(entry) ?? null;
}

/** Steps as lines, the newest first; like ones that follow each other make one line with their number. */
export function folded(steps: readonly Step[]): Line[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const run = runOf(step);
    if (last?.[0] !== undefined && run !== null && runOf(last[0]) === run) last.push(step);
    else runs.push([step]);
  }
  return runs.map(lineOfRun).reverse();
}

function lineOfRun(oldestFirst: readonly Step[]): Line {
  const steps = [...oldestFirst].reverse();
  const [newest] = steps;
  if (newest === undefined) return { key: '', text: '', quote: '', steps };
  const key = oldestFirst[0]?.entry.eventId ?? newest.entry.eventId;
  if (steps.length === 1) return { key, text: newest.text, quote: newest.quote, steps };
  const counts = new Map<string, number>();
  for (const { title } of steps) counts.set(title, (counts.get(title) ?? 0) + 1);
  // Where the run is of one kind its title has been said already.
  const latest = counts.size === 1 ? newest.gist : newest.done;
  const parts = T.list([...counts].map(([title, count]) => T.times(title, count)));
  return { key, text: `${actorName(newest.entry)}${T.run(parts, latest)}`, quote: '', steps };
}

/** Lines under the day on which their newest event was recorded. */
export function byDay(lines: readonly Line[]): TimelineDay[] {
  const days: { day: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const day = dayInShanghai(line.steps[0]?.entry.recordedAt ?? 0);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** A day as a heading: 2021年9月30日. */
export function dayHeading(day: string): string {
  if (!isDay(day)) return day;
  const [year = '', month, date] = day.split('-');
  return T.day(year, Number(month), Number(date));
}
