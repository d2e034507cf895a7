import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import {
  type DraftContent,
  draftContentSchema,
  importSourceSchema,
  recurrenceRuleSchema,
  recurrenceSchema,
} from '#domain';
import { type z } from 'zod';
import {
  type DeadlineReading,
  type IndicatorReading,
  type PolicyReading,
  type TaskReading,
  type UnitReading,
} from '../policy/reading.types';

/** What a reading becomes when it is imported into a ledger: the source, and a draft for each task. */
export interface ImportDraft {
  readonly source: z.infer<typeof importSourceSchema>;
  readonly tasks: DraftContent[];
}

/**
 * Turns a reading into drafts. They keep the words of the document and their places; what a draft cannot hold is cut, and a
 * doubt says so.
 * @param bytes the file as it came, for its content hash
 * @param fileName the title of a document that has none
 */
export function importOf(reading: PolicyReading, bytes: Uint8Array, fileName: string): ImportDraft {
  const { facts } = reading;
  const title = cutLine(facts.title?.value ?? basename(fileName, extname(fileName)), 300);
  const documentNumber = facts.documentNumber ? cutLine(facts.documentNumber.value, 100) : null;
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const source = importSourceSchema.parse({
    kind: 'document',
    title,
    documentNumber,
    year: facts.year?.value ?? null,
    contentHash,
  });
  return { source, tasks: reading.tasks.map((task) => draftOf(task, source)) };
}

/** Without the full stop after the title, which the reading leaves at the beginning of the text. */
function withoutLeadingMark(text: string): string {
  return text.replace(/^[\s。；，、：]+/u, '');
}

function draftOf(task: TaskReading, source: ImportDraft['source']): DraftContent {
  const body = withoutLeadingMark(task.body.map(({ text }) => text).join('\n'));
  return draftContentSchema.parse({
    title: cutLine(task.title.text, 500),
    body: cut(body, 20_000),
    leadUnitNames: task.leadUnits.map(namedUnitOf),
    supportUnitNames: task.supportUnits.map(namedUnitOf),
    limits: task.deadlines.slice(0, 100).map(limitOf),
    indicators: task.indicators.slice(0, 100).map(indicatorOf),
    source: {
      documentTitle: source.title,
      documentNumber: source.documentNumber,
      section: cutLine(task.section?.text ?? '', 300),
      number: cutLine(task.number?.text ?? '', 40),
      span: task.span,
    },
    doubts: doubtsOf(task, body).slice(0, 100),
  });
}

function limitOf(deadline: DeadlineReading, index: number): DraftContent['limits'][number] {
  return {
    limitId: `L${index + 1}`,
    sourceText: cut(deadline.text, 500),
    what: cut(deadline.matter.text, 1_000),
    due: deadline.due,
    ...recurrenceOf(deadline),
    ...(deadline.countedIn === null ? {} : { countedIn: deadline.countedIn }),
    span: deadline.span,
  };
}

/** The recurrence, null when a limit cannot hold it, and the day inside the period where one is written. */
function recurrenceOf({
  recurrence,
  dueOn,
}: DeadlineReading): Pick<DraftContent['limits'][number], 'recurrence' | 'dueOn'> {
  const every = recurrenceSchema.safeParse(recurrence).data ?? null;
  const rule = recurrenceRuleSchema.safeParse({ every, dueOn, firstYear: null });
  return { recurrence: every, dueOn: rule.success ? rule.data.dueOn : null };
}

function namedUnitOf({ name, span, collective }: UnitReading): DraftContent['leadUnitNames'][number] {
  return { name: cutLine(name, 200), span, collective };
}

function indicatorOf(indicator: IndicatorReading, index: number): DraftContent['indicators'][number] {
  const { name, op, value, max, unit, approximate, text, span } = indicator;
  return {
    indicatorId: `I${index + 1}`,
    name: cutLine(name, 300) || '指标',
    op,
    value,
    max,
    unit: cutLine(unit, 40),
    approximate,
    sourceText: cut(text, 500),
    span,
  };
}

function doubtsOf(task: TaskReading, body: string): DraftContent['doubts'] {
  const own = task.doubts.map(({ field, text }) => ({ field, message: text }));
  const units = [...task.leadUnits, ...task.supportUnits].flatMap((unit) => unit.doubts.map(about('units')));
  const deadlines = task.deadlines.flatMap((deadline) => [
    ...deadline.doubts.map(about('deadlines')),
    ...unsupportedRecurrence(deadline),
  ]);
  const indicators = task.indicators.flatMap((indicator) => indicator.doubts.map(about('indicators')));
  const long = body.length > 20_000 ? [about('body')('正文过长，超出 20000 字的部分没有导入，请对照原文。')] : [];
  return [...own, ...units, ...deadlines, ...indicators, ...long];
}

function unsupportedRecurrence({ recurrence, text }: DeadlineReading): DraftContent['doubts'] {
  if (recurrence === null || recurrenceSchema.safeParse(recurrence).success) return [];
  return [about('deadlines')(`周期“${cut(text, 100)}”不能自动提醒，请改填日期或选择其他周期。`)];
}

function about(field: string): (message: string) => DraftContent['doubts'][number] {
  return (message) => ({ field, message: cut(message, 500) });
}

/** A text on one line: a tab in a heading is a space. */
function cutLine(text: string, max: number): string {
  return cut(text.replace(/[\n\t]/gu, ' '), max);
}

/** Text as a draft takes it. A rare character takes two UTF-16 units: half of one, left by the cut, is taken away as well. */
function cut(text: string, max: number): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, max)
    .replace(/\p{Cs}$/u, '')
    .trim();
}
