import { type CompiledCalendar } from '#domain';
import { assembleTask } from './assemble.pass';
import { decode } from './decode.pass';
import { DocumentError } from './document-error';
import { readFacts } from './facts.pass';
import { readItems } from './items.pass';
import { linesIn } from './lines';
import { normalise } from './normalise.pass';
import { readOutline } from './outline.pass';
import { type DocumentFacts, type Excerpt, type PolicyReading, type Span } from './reading.types';
import { type SourceText } from './source-text';
import { findTables, readTableItems, type Table } from './table.pass';

/** Characters at the end of the text that are searched for a signature. */
const TAIL = 2_000;
/** Characters above the first task that are searched for title, number and date. */
const HEAD = 8_000;

/**
 * Reads a policy text: its tasks with units, limits and indicators, each with its place in the source and with what is
 * doubtful about it. Pure: no clock, no input or output.
 * @param bytes the file: UTF-8, UTF-16 with byte order mark, or GB18030/GBK
 * @param calendar the working calendar for counted periods (印发之日起30日内): the office's own, where it is known
 * @throws DocumentError `DOCUMENT.EMPTY`, `DOCUMENT.BINARY`, `DOCUMENT.TOO_LARGE`, `DOCUMENT.ENCODING`, `DOCUMENT.NO_TASK`
 */
export function readPolicy(bytes: Uint8Array, calendar: CompiledCalendar): PolicyReading {
  const { source: decoded, encoding } = decode(bytes);
  const source = normalise(decoded);
  const tables = findTables(source);
  const outline = readOutline(source, outsideOf(tables, source.text.length));
  const bodyStart = Math.min(outline.nodes[0]?.numberSpan.start ?? Infinity, tables[0]?.span.start ?? Infinity);
  if (bodyStart === Infinity) throw noTask();
  const facts = readFacts(source, factLines(source, bodyStart));
  const firstListedIsLead = facts.firstListedIsLead !== null;
  const worded = readItems(source, outline, firstListedIsLead);
  const items = [...worded.items, ...tables.flatMap((table) => readTableItems(source, table, firstListedIsLead))].sort(
    (a, b) => a.span.start - b.span.start,
  );
  if (items.length === 0) throw noTask();
  const base = { year: facts.year?.value ?? null, date: facts.date?.value ?? null, calendar };
  const tasks = items.map((item) => assembleTask(source, item, base));
  return { source: decoded, encoding, facts, tasks, doubts: [...doubtsOf(facts), ...leftOutDoubts(worded.leftOut)] };
}

function noTask(): DocumentError {
  return new DocumentError(
    'DOCUMENT.NO_TASK',
    '没有找到任务：文件里没有编号的条目、章节或任务表。请确认选对了文件，或先给条目编号。',
  );
}

function outsideOf(tables: readonly Table[], textEnd: number): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { span } of tables) {
    if (span.start > from) spans.push({ start: from, end: span.start });
    from = span.end;
  }
  return [...spans, { start: from, end: textEnd }];
}

function factLines(source: SourceText, bodyStart: number) {
  const textEnd = source.text.length;
  const tailStart = Math.max(bodyStart, textEnd - TAIL);
  return {
    head: linesIn(source, { start: Math.max(0, bodyStart - HEAD), end: bodyStart }),
    tail: linesIn(source, { start: tailStart, end: textEnd }),
  };
}

/** Names the numbered items that became no task, so that none is lost unseen. */
function leftOutDoubts(leftOut: readonly Excerpt[]): string[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, 5).map(({ text }) => `“${text}”`);
  return [
    `另有 ${leftOut.length} 个编号条目未写责任单位，未读作任务：${named.join('、')}${leftOut.length > 5 ? '等' : ''}`,
  ];
}

function doubtsOf(facts: DocumentFacts): string[] {
  const missing = [
    ...(facts.documentNumber ? [] : ['未找到文号，挂账时需补填依据']),
    ...(facts.year ? [] : ['未找到文件年份，“年底”等时限无法换算']),
  ];
  const found = [facts.title, facts.documentNumber, facts.issuingBody, facts.date, facts.year];
  return [...missing, ...found.flatMap((fact) => fact?.doubts ?? [])];
}
