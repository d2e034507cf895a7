import { type CountingUnit, type Day, type DueOn, type Recurrence } from '#domain';

/** A stretch of the decoded text in UTF-16 offsets, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of the document with their place: `text === reading.source.slice(span.start, span.end)`, always. */
export interface Excerpt {
  readonly text: string;
  readonly span: Span;
}

/**
 * How the responsible units are written. `lead`: 牵头 is written. `first`: the document says that the first listed unit leads.
 * `sole`: one unit without a lead marker. `joint`: several without one, all read as supporting units. `none`: no unit.
 */
export type UnitMode = 'lead' | 'first' | 'sole' | 'joint' | 'none';

/** A responsible unit. `name` is the text without inner blanks. */
export interface UnitReading extends Excerpt {
  readonly name: string;
  /** 集合名称 (各县区…, …各成员单位): a person has to expand it before the task is assigned. */
  readonly collective: boolean;
  readonly doubts: readonly string[];
}

/** A recurrence as documents write it: those that a limit can hold, and 每两个月 (`every-2-months`) and the like. */
export type WrittenRecurrence = Recurrence | `every-${string}-${'months' | 'weeks' | 'days'}`;

/** One limit (节点): its words, and its day or its recurrence. */
export interface DeadlineReading extends Excerpt {
  /** Null for a recurring limit, for one whose first day is unknown (5年内), and for a day that does not exist. */
  readonly due: Day | null;
  /** Other days that the same words may mean. */
  readonly dueAlternatives: readonly Day[];
  readonly recurrence: WrittenRecurrence | null;
  /** The day inside each period, where one is written (每年3月底前). */
  readonly dueOn: DueOn | null;
  /** True for a limit written as a length of time (印发之日起30日内, 5年内). */
  readonly relative: boolean;
  /** What the words count in; null for a named day, and where the first day is unknown. */
  readonly countedIn: CountingUnit | null;
  /** The part of the sentence that says what is due. */
  readonly matter: Excerpt;
  readonly doubts: readonly string[];
}

/** How an indicator compares; `range` runs from `value` to `max`. */
export type IndicatorOperator = '>=' | '<=' | '=' | 'range';

/** One indicator (指标): `value` in `unit`, which keeps 万, 亿 and the like. */
export interface IndicatorReading extends Excerpt {
  readonly name: string;
  readonly op: IndicatorOperator;
  readonly value: number;
  readonly max: number | null;
  readonly unit: string;
  /** Where number and unit stand. */
  readonly valueSpan: Span;
  /** False when no comparator is written, or only 达到: `=` and `>=` are then both fair readings. */
  readonly comparatorExplicit: boolean;
  /** True for 左右 and 约. */
  readonly approximate: boolean;
  readonly doubts: readonly string[];
}

/** Something about a task that a person should look at; `field` names the part of the reading. */
export interface TaskDoubt {
  readonly field: 'title' | 'number' | 'units' | 'deadlines' | 'indicators';
  readonly text: string;
}

/** One task (任务) as the document words it. */
export interface TaskReading {
  /** The nearest heading above; for a section without items the section itself. Null when there is none. */
  readonly section: Excerpt | null;
  readonly sectionPath: readonly Excerpt[];
  /** As printed (`（三）`, `12.`); null in tables without numbers. */
  readonly number: Excerpt | null;
  readonly title: Excerpt;
  /** From the number to the end of the responsibility note or of the text. */
  readonly span: Span;
  /** The text after the title, without the responsibility note, one stretch per paragraph or cell. */
  readonly body: readonly Excerpt[];
  /** 具体举措: the sentences of the body. */
  readonly measures: readonly Excerpt[];
  readonly unitMode: UnitMode;
  readonly leadUnits: readonly UnitReading[];
  readonly supportUnits: readonly UnitReading[];
  readonly deadlines: readonly DeadlineReading[];
  readonly indicators: readonly IndicatorReading[];
  readonly doubts: readonly TaskDoubt[];
}

/** A fact about the document: the words it was read from and the value they stand for. */
export interface FactReading<T> extends Excerpt {
  readonly value: T;
  readonly doubts: readonly string[];
}

/** What the document says about itself. */
export interface DocumentFacts {
  /** `value` is the title on one line. */
  readonly title: FactReading<string> | null;
  /** 文号. */
  readonly documentNumber: FactReading<string> | null;
  readonly issuingBody: FactReading<string> | null;
  /** 成文日期. */
  readonly date: FactReading<Day> | null;
  /** The year that 年底, 上半年 and the like are counted in. */
  readonly year: FactReading<number> | null;
  /** The sentence that says that the first listed unit leads. */
  readonly firstListedIsLead: Excerpt | null;
}

/** Encodings that are read. */
export type DocumentEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What was read out of one policy document. */
export interface PolicyReading {
  /** The decoded text without byte order mark; every span counts in it. */
  readonly source: string;
  readonly encoding: DocumentEncoding;
  readonly facts: DocumentFacts;
  readonly tasks: readonly TaskReading[];
  /** Doubts about the document as a whole. */
  readonly doubts: readonly string[];
}
