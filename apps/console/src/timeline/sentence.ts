import { TASK_ACTS } from '#domain';
import { type TimelineEntry } from '../api/answer';
import { clip, type Course, EMPTY_COURSE, type FollowedEntry, type Sentence, type Telling } from '../telling';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { SENTENCES } from './sentences';

/**
 * Tells one event, of whatever kind. An event of a kind or with data that this program cannot read is told by its title.
 * @param course what earlier events of the task told; without it the sentence says less, never anything wrong
 */
export function sentenceOf(entry: TimelineEntry, course: Course = EMPTY_COURSE): Sentence {
  const telling = tellingOf(entry, course);
  const {
    done,
    title = titleOf(entry.type),
    gist = done,
    quote = '',
    note = '',
    who = actedName(entry, course),
  } = telling;
  return { text: `${who}${done}`, done, title, gist, quote, note };
}

function tellingOf(entry: TimelineEntry, course: Course): Telling {
  return SENTENCES[entry.type]?.tell({ entry, course }) ?? { done: titleOf(entry.type) };
}

/** The course after one more event, oldest first. */
export function follow(course: Course, entry: FollowedEntry): Course {
  return SENTENCES[entry.type]?.follow(course, entry) ?? course;
}

/** The sentence with the beginning of what the person wrote, for lists that show one line for each event. */
export function lineOf({ text, quote }: Sentence, length = 60): string {
  return quote === '' ? text : T.said(text, clip(quote, length));
}

/** A short title for a kind of event; its name where this program does not know the kind. */
export function titleOf(type: string): string {
  return SENTENCES[type]?.title ?? type;
}

/** The act by which the program carries out a split: units, limits and the assignment are the word of whoever split. */
const CARRIES_OUT_SPLIT: string = TASK_ACTS['task.begin-child'].type;

function actedName(entry: TimelineEntry, { splitBy }: Course): string {
  return entry.act === CARRIES_OUT_SPLIT && splitBy !== undefined ? splitBy : actorName(entry);
}

/** For whom the acting person acted: the unit of the post, else the person. */
export function actorName({ actor }: Pick<TimelineEntry, 'actor'>): string {
  return actor.role === 'engine' ? T.system : (actor.unitName ?? actor.name);
}
