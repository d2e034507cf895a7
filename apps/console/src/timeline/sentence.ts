import { type TimelineEntry } from '../api/answer';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { type Course, EMPTY_COURSE } from './course';
import { REGISTER_TELLERS } from './register-tellers';
import { TASK_TELLERS } from './task-tellers';
import { clip, type Teller, type Telling } from './teller';

const TELLERS: Readonly<Record<string, Teller>> = { ...TASK_TELLERS, ...REGISTER_TELLERS };

/** An event as people read it. */
export interface Sentence {
  /** Who did what, without a full stop: 市医保局填报进展：完成 60%，较上次 +20 个百分点. */
  readonly text: string;
  /** The same without who did it. */
  readonly done: string;
  /** What was done without the word of the act, for where that has just been said. */
  readonly gist: string;
  /** What the person wrote; empty where nothing was. */
  readonly quote: string;
}

/**
 * Tells one event, of whatever kind. An event of a kind or with data that this program cannot read is told by its title.
 * @param course what earlier events of the task told; without it the sentence says less, never anything wrong
 */
export function sentenceOf(entry: TimelineEntry, course: Course = EMPTY_COURSE): Sentence {
  const { done, gist = done, quote = '', who = actorName(entry) } = tellingOf(entry, course);
  return { text: `${who}${done}`, done, gist, quote };
}

function tellingOf(entry: TimelineEntry, course: Course): Telling {
  return TELLERS[entry.type]?.({ entry, course }) ?? { done: titleOf(entry.type) };
}

/** The sentence with the beginning of what the person wrote, for lists that show one line for each event. */
export function lineOf({ text, quote }: Sentence, length = 60): string {
  return quote === '' ? text : T.said(text, clip(quote, length));
}

/** A short title for a kind of event. */
export function titleOf(type: string): string {
  return WORDS.events.titles[type] ?? type;
}

/** For whom the acting person acted: the unit of the post, else the person. */
export function actorName({ actor }: Pick<TimelineEntry, 'actor'>): string {
  return actor.role === 'engine' ? T.system : (actor.unitName ?? actor.name);
}
