/** One cell: text as people wrote it, a number as a number. */
export type Cell = string | number | null;

/** What spreadsheet programs take for the beginning of a formula, in either width. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A table as comma-separated values that Excel and WPS open as they stand: UTF-8 with a byte-order mark, lines ended by CRLF
 * (RFC 4180). A text that would be read as a formula gets an apostrophe before it, so that nothing written into a task can run
 * on the computer of whoever opens the file.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
