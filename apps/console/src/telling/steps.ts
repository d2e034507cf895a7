import { type TimelineEntry } from '../api/answer';
import { type Problem } from '../api/problem';
import { type Course } from './course';

/** An event as people read it. */
export interface Sentence {
  /** Who did what, without a full stop: 市医保局填报进展：完成 60%，较上次 +20 个百分点. */
  readonly text: string;
  /** The same without who did it. */
  readonly done: string;
  /** What kind of step it was, in a word: 催办. */
  readonly title: string;
  /** What was done without the word of the act, for where that has just been said. */
  readonly gist: string;
  /** What the person wrote; empty where nothing was. */
  readonly quote: string;
  /** What else the record keeps of it; empty where it keeps nothing more. */
  readonly note: string;
}

/** An event with its sentence. */
export interface Step extends Sentence {
  readonly entry: TimelineEntry;
  /** What earlier events had told when it came: its limits are called as they were then, whatever was corrected since. */
  readonly course: Course;
  /** Taken back later: the record keeps it, and it no longer counts. */
  readonly undone: boolean;
}

/** The course of a task as far as it has been read. */
export interface Timeline {
  /** The oldest first; empty while they are being read. */
  readonly steps: readonly Step[];
  /** What all events read so far have told. */
  readonly course: Course;
  readonly pending: boolean;
  readonly problem: Problem | null;
  /** Reads the page before; null when the beginning has been read. */
  readonly readEarlier: (() => void) | null;
}
