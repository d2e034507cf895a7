import { type z } from 'zod';
import { type Authority, type OnBehalf } from '#domain';
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
  /** What kind of step it was, in a word; the title of the event's kind when left out. */
  readonly title?: string;
  readonly quote?: string;
  /** What else the record keeps of it, as a line of its own: what a checker saw, who was told. */
  readonly note?: string;
  /** What was done without the word of the act, for where that has just been said. */
  readonly gist?: string;
  /** Who did it, where that is not the unit of the acting post. */
  readonly who?: string;
}

/** The part of an event that tells what later sentences may say. */
export type FollowedEntry = Pick<TimelineEntry, 'type' | 'data'>;

/** All that the console knows of one kind of event. Data that this program cannot read is told by the title and changes nothing. */
export interface EventTelling {
  /** A short title. */
  readonly title: string;
  /** Null for data that cannot be read. */
  readonly tell: (told: Told) => Telling | null;
  /** What is known of the task after the event. */
  readonly follow: (course: Course, entry: FollowedEntry) => Course;
  /** Events that follow each other with the same answer make one line with their number; null for one that stands alone. */
  readonly runOf: (entry: TimelineEntry) => string | null;
  /** The command whose events it takes back; null where it takes none back. */
  readonly takesBack: (entry: Pick<TimelineEntry, 'data'>) => string | null;
}

/** How kinds of events are told, by their type. */
export type Sentences = Readonly<Record<string, EventTelling>>;

interface Parts<Schema extends z.ZodType> {
  readonly title: string;
  readonly schema: Schema;
  readonly tell: (data: z.infer<Schema>, told: Told) => Telling;
  readonly follow?: (course: Course, data: z.infer<Schema>) => Course;
  readonly runOf?: (entry: TimelineEntry) => string | null;
  readonly takesBack?: (data: z.infer<Schema>) => string;
}

/** Puts together how one kind of event is told. Its data is read by `schema` before anything is said of it. */
export function sentence<Schema extends z.ZodType>(parts: Parts<Schema>): EventTelling {
  const { title, schema, tell, follow, runOf = () => null, takesBack } = parts;
  /** What is made of data that can be read; otherwise what stands in for it. */
  const made = <Result>(data: unknown, make: (read: z.infer<Schema>) => Result, otherwise: Result): Result => {
    const read = schema.safeParse(data);
    return read.success ? make(read.data) : otherwise;
  };
  return {
    title,
    tell: (told) => made<Telling | null>(told.entry.data, (data) => tell(data, told), null),
    follow: (course, { data }) => (follow === undefined ? course : made(data, (read) => follow(course, read), course)),
    runOf,
    takesBack: ({ data }) => (takesBack === undefined ? null : made<string | null>(data, takesBack, null)),
  };
}

/** An act with what it is about: 催办：时限“…” 2021-09-30 到期. */
export function said(act: string, gist: string): Telling {
  return { done: T.said(act, gist), gist, title: act };
}

/** A unit's name as the entry gives it; its id where it has none. */
export function unitName({ entry }: Told, unitId: string): string {
  return entry.units.find((unit) => unit.unitId === unitId)?.name ?? unitId;
}

/** A unit that acts; of a step that the office recorded, also who recorded it and how the unit gave its word. */
export function unitActing(told: Told, unitId: string, onBehalf: OnBehalf | undefined): string {
  const unit = unitName(told, unitId);
  if (onBehalf === undefined) return unit;
  const { saidBy, saidOn, how, sheet } = onBehalf;
  const word = T.saidBy(saidBy, saidOn, WORDS.terms.onBehalfWays[how]);
  return recorded(told, unit, sheet.length === 0 ? word : T.withSheet(word, sheet.length));
}

/** A person whose word the office recorded: also who recorded it, how it was given and when. */
export function personSpeaking(told: Told, { saidBy, saidOn, how, sheet }: OnBehalf): string {
  const word = T.saidOn(saidOn, WORDS.terms.onBehalfWays[how]);
  return recorded(told, saidBy, sheet.length === 0 ? word : T.withPaper(word, sheet.length));
}

function recorded({ entry: { actor } }: Told, who: string, word: string): string {
  return T.recorded(who, `${WORDS.terms.roles[actor.role]}${actor.name}`, word);
}

/** The units of lanes by what they are there for. */
export function unitsOfLanes(lanes: readonly { readonly unitId: string; readonly role: 'lead' | 'support' }[]): {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
} {
  const unitsAs = (role: 'lead' | 'support') => lanes.filter((lane) => lane.role === role).map(({ unitId }) => unitId);
  return { leads: unitsAs('lead'), supports: unitsAs('support') };
}

/** Units by name, joined; null for none. */
export function unitNames(told: Told, unitIds: readonly string[]): string | null {
  return unitIds.length === 0 ? null : T.list(unitIds.map((unitId) => unitName(told, unitId)));
}

/** A limit by its words, clipped. */
export function limitName(told: Pick<Told, 'course'>, limitId: string): string {
  return knownName(told, limitId) || T.someLimit;
}

/** A limit by its words, clipped; empty where nothing is known of it. */
export function knownName({ course }: Pick<Told, 'course'>, limitId: string): string {
  const words = course.limits[limitId]?.words ?? '';
  return words === '' ? '' : T.limit(clip(words, 18));
}

/** Limits by their words, each once: those that nothing is known of are all called alike. */
export function limitNames(told: Pick<Told, 'course'>, limitIds: readonly string[]): string {
  return T.list([...new Set(limitIds.map((limitId) => limitName(told, limitId)))]);
}

/** What an act rests on: the reference with its kind, 文件, 会议 or 领导批示. */
export function authorityText({ kind, reference }: Authority): string {
  return T.authority(reference, WORDS.terms.authorities[kind]);
}

/** The beginning of a text on one line. */
export function clip(text: string, length: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= length ? line : T.clipped(line.slice(0, length));
}
