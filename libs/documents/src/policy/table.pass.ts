import { DocumentError } from './document-error';
import { DOCUMENT_LIMITS } from './document-limits';
import { type Item } from './item.types';
import { linesIn, type TextLine } from './lines';
import { type Excerpt, type Span } from './reading.types';
import { readUnitCells } from './responsibility.pass';
import { excerptOf, type SourceText, trimmed } from './source-text';
import { COLUMN_HEADINGS, type ColumnRole } from './table.words';

/** A table of tasks drawn with | characters. */
export interface Table {
  readonly span: Span;
  /** The line above the table. */
  readonly heading: Excerpt | null;
  readonly columns: readonly ColumnRole[];
  readonly rows: readonly TableRow[];
}

interface TableRow {
  readonly span: Span;
  readonly cells: readonly Span[];
}

interface Draft {
  readonly number: Excerpt | null;
  readonly title: Excerpt;
  readonly rows: TableRow[];
}

/** Finds tables that have a column of tasks. */
export function findTables(source: SourceText): Table[] {
  const tables: Table[] = [];
  let block: TextLine[] = [];
  let above: TextLine | null = null;
  const close = () => {
    const table = tableOf(source, block, above);
    if (table) tables.push(table);
    block = [];
  };
  for (const line of linesIn(source, { start: 0, end: source.text.length })) {
    if (line.text.trimStart().startsWith('|')) block.push(line);
    else {
      if (block.length > 0) close();
      above = line;
    }
  }
  if (block.length > 0) close();
  return tables;
}

function tableOf(source: SourceText, block: readonly TextLine[], above: TextLine | null): Table | null {
  const [head, ...lines] = block;
  if (!head) return null;
  if (lines.length > DOCUMENT_LIMITS.headings) {
    throw new DocumentError('DOCUMENT.TOO_LARGE', `表格超过 ${DOCUMENT_LIMITS.headings} 行，请拆成几个文件分别导入。`);
  }
  const columns = cellsOf(source, head).map((cell) => roleOf(source.text.slice(cell.start, cell.end)));
  if (!columns.includes('task')) return null;
  const rows = lines
    .filter((line) => !/^[|\-: ]+$/u.test(line.text.replace(/：/gu, ':')))
    .map((line) => ({ span: line.span, cells: cellsOf(source, line) }));
  const span = { start: head.span.start, end: block.at(-1)?.span.end ?? head.span.end };
  return { span, heading: above && excerptOf(source, above.span.start, above.span.end), columns, rows };
}

function cellsOf(source: SourceText, line: TextLine): Span[] {
  const cells: Span[] = [];
  let start = line.text.indexOf('|') + 1;
  while (start > 0 && start < line.text.length) {
    const next = line.text.indexOf('|', start);
    const end = next < 0 ? line.text.length : next;
    if (next >= 0 || line.text.slice(start).trim() !== '') {
      cells.push(trimmed(source, line.span.start + start, line.span.start + end));
    }
    start = next + 1;
  }
  return cells;
}

function roleOf(heading: string): ColumnRole {
  const words = heading.replace(/ /gu, '');
  return COLUMN_HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/**
 * Reads the tasks of a table. Merged cells are blank below their first row: such a row is a task of its own when it
 * names its own units, else it belongs to the task above.
 */
export function readTableItems(source: SourceText, table: Table, firstListedIsLead: boolean): Item[] {
  const drafts: Draft[] = [];
  let number: Excerpt | null = null;
  let title: Excerpt | null = null;
  for (const row of table.rows) {
    const ownNumber = cellText(source, table, row, 'number');
    const ownTitle = cellText(source, table, row, 'task');
    if (ownTitle) {
      title = sentenceOf(source, ownTitle);
      number = ownNumber;
    }
    const last = drafts.at(-1);
    if (!title) continue;
    if (ownTitle || !last || namesUnits(source, table, row)) drafts.push({ number, title, rows: [row] });
    else last.rows.push(row);
  }
  return drafts.map((draft) => toItem(source, table, draft, firstListedIsLead));
}

function cellsWith(table: Table, row: TableRow, role: ColumnRole): Span[] {
  return row.cells.filter((cell, index) => table.columns[index] === role && cell.end > cell.start);
}

function cellText(source: SourceText, table: Table, row: TableRow, role: ColumnRole): Excerpt | null {
  const cell = cellsWith(table, row, role)[0];
  return cell ? excerptOf(source, cell.start, cell.end) : null;
}

function sentenceOf(source: SourceText, cell: Excerpt): Excerpt {
  const stop = source.text.slice(cell.span.start, cell.span.end).indexOf('。');
  return stop < 0 ? cell : excerptOf(source, cell.span.start, cell.span.start + stop);
}

function namesUnits(source: SourceText, table: Table, row: TableRow): boolean {
  return (['lead', 'responsible'] as const).some((role) => cellText(source, table, row, role) !== null);
}

function toItem(source: SourceText, table: Table, draft: Draft, firstListedIsLead: boolean): Item {
  const cells = (role: ColumnRole) => draft.rows.flatMap((row) => cellsWith(table, row, role));
  const first = draft.rows[0];
  const ownsTitle = first !== undefined && draft.title.span.start >= first.span.start;
  const units = (role: ColumnRole) => cells(role)[0] ?? null;
  return {
    sectionPath: table.heading ? [table.heading] : [],
    number: draft.number,
    title: draft.title,
    titleDoubts: ownsTitle ? [] : ['合并单元格的续行，标题取自上方单元格'],
    span: { start: first?.span.start ?? table.span.start, end: draft.rows.at(-1)?.span.end ?? table.span.end },
    responsibility: readUnitCells(source, units('lead'), units('support'), units('responsible'), firstListedIsLead),
    stretches: [...(ownsTitle ? cells('task') : []), ...cells('detail')],
    schedule: cells('schedule'),
    targets: cells('target'),
    body: [...cells('detail'), ...cells('schedule'), ...cells('target')],
  };
}
