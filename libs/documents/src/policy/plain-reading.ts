import {
  type DeadlineReading,
  type IndicatorReading,
  type PolicyReading,
  type TaskReading,
  type UnitMode,
} from './reading.types';

/** A limit in the plain form: words, day, recurrence and place. */
export interface PlainDeadline {
  readonly text: string;
  readonly due: string | null;
  readonly recurrence?: string;
  readonly relative?: true;
  readonly start: number;
  readonly end: number;
  readonly doubts: readonly string[];
}

/** An indicator in the plain form. */
export interface PlainIndicator {
  readonly text: string;
  readonly name: string;
  readonly op: string;
  readonly value: number;
  readonly max?: number;
  readonly unit: string;
  readonly comparatorExplicit: boolean;
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
  readonly doubts: readonly string[];
}

/** A task in the plain form; units are names. */
export interface PlainTask {
  readonly section: string;
  readonly sectionPath: readonly string[];
  readonly number: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly unitMode: UnitMode;
  readonly leadUnits: readonly string[];
  readonly supportUnits: readonly string[];
  readonly deadlines: readonly PlainDeadline[];
  readonly indicators: readonly PlainIndicator[];
  readonly doubts: readonly string[];
}

/** The plain form of a reading, which `taizhang read --json` prints. */
export interface PlainReading {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuingBody: string | null;
  readonly docDate: string | null;
  readonly docYear: number | null;
  readonly firstListedIsLead: boolean;
  readonly tasks: readonly PlainTask[];
  readonly doubts: readonly string[];
}

/** Brings a reading to its plain form: strings instead of excerpts, offsets as `start` and `end`. */
export function toPlainReading({ facts, tasks, doubts }: PolicyReading): PlainReading {
  return {
    title: facts.title?.value ?? null,
    documentNumber: facts.documentNumber?.value ?? null,
    issuingBody: facts.issuingBody?.value ?? null,
    docDate: facts.date?.value ?? null,
    docYear: facts.year?.value ?? null,
    firstListedIsLead: facts.firstListedIsLead !== null,
    tasks: tasks.map(plainTask),
    doubts,
  };
}

function plainTask(task: TaskReading): PlainTask {
  const unitDoubts = [...task.leadUnits, ...task.supportUnits].flatMap((unit) => unit.doubts);
  return {
    section: task.section?.text ?? '',
    sectionPath: task.sectionPath.map((heading) => heading.text),
    number: task.number?.text ?? '',
    title: task.title.text,
    ...task.span,
    unitMode: task.unitMode,
    leadUnits: task.leadUnits.map((unit) => unit.name),
    supportUnits: task.supportUnits.map((unit) => unit.name),
    deadlines: task.deadlines.map(plainDeadline),
    indicators: task.indicators.map(plainIndicator),
    doubts: [...task.doubts.map((doubt) => doubt.text), ...unitDoubts],
  };
}

function plainDeadline({ text, due, recurrence, relative, span, doubts }: DeadlineReading): PlainDeadline {
  return {
    text,
    due,
    ...(recurrence === null ? {} : { recurrence }),
    ...(relative ? { relative } : {}),
    ...span,
    doubts,
  };
}

function plainIndicator(indicator: IndicatorReading): PlainIndicator {
  const { text, name, op, value, max, unit, comparatorExplicit, approximate, span, doubts } = indicator;
  const figure = { value, ...(max === null ? {} : { max }), unit };
  return { text, name, op, ...figure, comparatorExplicit, approximate, ...span, doubts };
}
