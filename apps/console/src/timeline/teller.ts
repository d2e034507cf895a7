import { type z } from 'zod';
import { type Authority } from '#domain';
import { type TimelineEntry } from '../api/answer';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { type Course } from './course';

/** What a sentence is made of: the event, and what earlier ones told. */
export interface Told {
  readonly entry: TimelineEntry;
  readonly course: Course;
}

/** What was done, without who did it; and the person's own words, where there are some. */
export interface Telling {
  readonly done: string;
  readonly quote?: string;
  /** What was done without the word of the act, for where that has just been said. */
  readonly gist?: string;
  /** Who did it, where that is not the unit of the acting post. */
  readonly who?: string;
}

/** Tells an event of one type; null for data that this program cannot read. */
export type Teller = (told: Told) => Telling | null;

/** Reads the event's data by its schema before it is told. */
export function teller<Schema extends z.ZodType>(
  schema: Schema,
  tell: (data: z.infer<Schema>, told: Told) => Telling,
): Teller {
  return (told) => {
    const read = schema.safeParse(told.entry.data);
    return read.success ? tell(read.data, told) : null;
  };
}

/** A unit's name as the entry gives it; its id where it has none. */
export function unitName({ entry }: Told, unitId: string): string {
  return entry.units.find((unit) => unit.unitId === unitId)?.name ?? unitId;
}

/** Units by name, joined; null for none. */
export function unitNames(told: Told, unitIds: readonly string[]): string | null {
  return unitIds.length === 0 ? null : T.list(unitIds.map((unitId) => unitName(told, unitId)));
}

/** A limit by its words, clipped. */
export function limitName(told: Pick<Told, 'course'>, limitId: string): string {
  return knownName(told, limitId) || T.someLimit;
}

/** The same; empty where nothing is known of it. */
export function knownName({ course }: Pick<Told, 'course'>, limitId: string): string {
  const words = course.limits[limitId]?.words ?? '';
  return words === '' ? '' : T.limit(clip(words, 18));
}

/** Limits by their words, each once: those that nothing is known of are all called alike. */
export function limitNames(told: Pick<Told, 'course'>, limitIds: readonly string[]): string {
  return T.list([...new Set(limitIds.map((limitId) => limitName(told, limitId)))]);
}

/** On whose word: the reference with its kind, 文件, 会议 or 领导批示. */
export function authorityText({ kind, reference }: Authority): string {
  return T.authority(reference, WORDS.terms.authorities[kind]);
}

/** The beginning of a text on one line. */
export function clip(text: string, length: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= length ? line : T.clipped(line.slice(0, length));
}
