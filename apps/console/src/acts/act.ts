import { type ComponentType } from 'react';
import { type TASK_ACTS } from '#domain';
import { type TaskDetail } from '../api/answer';
import { type Sentences, type Timeline } from '../telling';

/** The type of an act in the domain. */
export type ActOperation = keyof typeof TASK_ACTS;

/** Who asks for what a second person decides. */
export type Asker = 'unit' | 'office' | 'ladder';

/** What an act's words may speak of. */
export interface ActSubject {
  /** The lead units by name, or the word for them while none is known. */
  readonly leads: string;
  /** The supporting units by name; null for none. */
  readonly supports: string | null;
  /** What the unit that the person acts for is there for. */
  readonly role: 'lead' | 'support';
  /** The other lead units by name that have not taken the same step yet, for which the task waits; null for none. */
  readonly others: string | null;
  /** The word of the step that can be taken back. */
  readonly step: string;
  /** True once the task has its number. */
  readonly hung: boolean;
  /** Null while the task is not closed. */
  readonly closingNumber: string | null;
  /** The rules of the task leave the act to one person. */
  readonly alone: boolean;
  /** Who asks for what waits for a decision, each once: a unit, the office, or by the rules the ladder. */
  readonly askers: readonly Asker[];
}

/** A text, or one with places for names, days and numbers. */
type Phrase = string | ((...pieces: never[]) => string);

/** What an act says: the content of `words.ts` in its folder. */
export interface ActWords {
  /** Said before the act: what will happen, and who is told. */
  readonly before: (subject: ActSubject) => string;
  /** Said after the act: what is now true. */
  readonly done: (subject: ActSubject) => string;
  /** Said after it where it waits for another person's approval; left out where it never does, or always. */
  readonly proposed?: string;
  /** The button that opens a form in which the act stands beside others as an equal; left out, the act's bare word. */
  readonly opens?: string;
  /** The same while a unit declines its part, for which the act finds another one. */
  readonly opensAsDeclined?: string;
  /** The button that sends the form; it may say more than the act's bare word. */
  readonly submit: string;
  /** The same where the rules of the task leave the act to one person; left out, it says no more than that. */
  readonly submitAlone?: string;
  /** What its form says: the labels of fields that no other act has. */
  readonly fields?: Readonly<Record<string, Phrase>>;
  /** A short title of the event that it brings. */
  readonly title?: string;
  /** What the timeline says of that event, after who did it. */
  readonly told?: Phrase | Readonly<Record<string, Phrase>>;
  /** The fields of the act's events, for the list beside an event; an empty word leaves a field to the raw form. */
  readonly eventFields?: Readonly<Record<string, string>>;
}

/** What every act's form is given. */
export interface ActFormProps {
  readonly act: Act;
  /** The acts that the form offers as equals of it. */
  readonly beside: readonly Act[];
  readonly task: TaskDetail;
  readonly timeline: Timeline;
  /** After the act has been accepted and everything shown is as it is now. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** An act that has a form here: the one object that its folder gives to the list of acts. */
export interface Act {
  readonly operation: ActOperation;
  readonly words: ActWords;
  /** Loaded when it is first opened. */
  readonly form: ComponentType<ActFormProps>;
  /** The form stands beside what is judged and needs the wide sheet. */
  readonly wide?: true;
  /** Acts that its form offers as equals of this one: where it is open they need no button of their own. */
  readonly beside?: readonly ActOperation[];
  /** The program takes the step when its day comes: a person may, but need not. */
  readonly comesByItself?: true;
  /** How the events that the act brings are told. */
  readonly sentences?: Sentences;
  /** True when the purpose of the act is fulfilled for a person with posts in these units: it is still open but no longer offered first. */
  readonly alreadyDone?: (task: Pick<TaskDetail, 'limitsConfirmed' | 'lanes'>, own: ReadonlySet<string>) => boolean;
}
