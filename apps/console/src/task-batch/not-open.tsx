import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { LEDGER_WORDS } from '../words/ledger.words';
import { labelOf, type Partition } from './batch-acts';

const words = LEDGER_WORDS.batch;

/** The rows that a batch leaves out, by the reason. */
export function NotOpen({ parts }: { readonly parts: Partition }): ReactElement | null {
  const { closed } = parts;
  const count = closed.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return null;
  return (
    <details className="batch-not-open" open={parts.open.length === 0 || count <= 5}>
      <summary>{words.notOpen(count)}</summary>
      {closed.map(({ reason, rows }) => (
        <div key={reason}>
          <p>{`${reason}（${rows.length}）`}</p>
          <ul>
            {rows.map((row) => (
              <li key={row.taskId}>
                <Link to={`/tasks/${row.taskId}`}>{labelOf(row)}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
