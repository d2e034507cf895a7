import { type CompiledCalendar, type CountingUnit, type Day, type DueOn } from '#domain';
import { type WrittenRecurrence } from './reading.types';

/** What the limits of a document are read against. */
export interface DeadlineBase {
  /** Year of the document, for 年底 and the like; null when the document names none. */
  readonly year: number | null;
  /** 成文日期, from which 印发之日起N日内 counts; null when the document has none. */
  readonly date: Day | null;
  /** Working calendar for counted periods. */
  readonly calendar: CompiledCalendar;
}

/** What the words of a limit mean, without their place in the text. */
export interface Limit {
  readonly due: Day | null;
  readonly alternatives?: readonly Day[];
  readonly recurrence?: WrittenRecurrence;
  readonly dueOn?: DueOn;
  readonly relative?: boolean;
  /** What a period of a known first day is counted in. */
  readonly countedIn?: CountingUnit;
  readonly doubts?: readonly string[];
  /** The year in which a later month of the same sentence is read (2022年6月底前…，12月底前…); null for none. */
  readonly year?: number | null;
}

/** What stands around the words of a limit. */
export interface LimitPlace {
  readonly before: string;
  readonly after: string;
  readonly base: DeadlineBase;
  /** The year named last in the same sentence; null for none. */
  readonly lastYear: number | null;
}

/** Words that match the pattern of a form, and its named groups. */
export interface Words {
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** One way of writing a limit. `read` returns null when the words turn out to be no limit. */
export interface LimitForm {
  readonly pattern: RegExp;
  readonly read: (words: Words, place: LimitPlace) => Limit | null;
}
