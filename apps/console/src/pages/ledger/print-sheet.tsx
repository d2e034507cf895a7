import { App } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { dayInShanghai } from '#domain';
import { type TaskRow } from '../../api/answer';
import { problemOf } from '../../api/problem';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { type LedgerView } from './ledger-view';
import { readAllRows } from './use-ledger-rows';
import { FIELD_COLUMNS, FIELD_HEADS, fieldCells, type SourceOf } from './field-columns';

interface Props {
  readonly title: string;
  /** The filters as a sentence. */
  readonly sentence: string;
  readonly rows: readonly TaskRow[];
  readonly sourceOf: SourceOf;
}

/**
 * What is printed instead of the page: the field's table on A4 across, its head on every sheet, with title, day and filters. It is
 * there only while the browser prints.
 */
export function PrintSheet({ title, sentence, rows, sourceOf }: Props): ReactElement | null {
  const printing = usePrinting();
  if (!printing) return null;
  return createPortal(
    <section className="print-sheet">
      <h1>{title}</h1>
      <p>
        {words.print.filtered(sentence)}
        <span>{words.print.on(dayInShanghai(Date.now()))}</span>
      </p>
      <table>
        <thead>
          <tr>
            {FIELD_COLUMNS.map(({ key }, index) => (
              <th key={key} className={`print-${key}`} scope="col">
                {FIELD_HEADS[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.taskId}>
              {fieldCells(row, sourceOf).map((cell, index) => (
                <td key={FIELD_COLUMNS[index]?.key} className={`print-${FIELD_COLUMNS[index]?.key ?? ''}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}

/** True while the browser prints. Updated synchronously, because the sheet has to be rendered before the browser takes its picture. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

/** Rows that are printed at most; a longer table is no longer read on paper. */
const MOST = 500;

/** Prints all rows of a view, not only those of the page; what the browser's own command prints is the page. */
export function usePrintAll(view: LedgerView, ledgerId: string | null) {
  const { message } = App.useApp();
  const [rows, setRows] = useState<readonly TaskRow[] | null>(null);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    if (rows === null) return undefined;
    const done = (): void => setRows(null);
    window.addEventListener('afterprint', done);
    // Not from within the effect: there React would put off the sheet until after the browser has looked.
    const timer = setTimeout(() => window.print());
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', done);
    };
  }, [rows]);
  const start = async (): Promise<void> => {
    setReading(true);
    try {
      const { rows: read, cut } = await readAllRows(view, ledgerId, MOST);
      if (cut) void message.info(words.print.tooMany(MOST));
      setRows(read);
    } catch (error) {
      void message.error(problemOf(error).message);
    } finally {
      setReading(false);
    }
  };
  return { rows, reading, start: () => void start() };
}
