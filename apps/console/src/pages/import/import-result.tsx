import { PrinterOutlined } from '@ant-design/icons';
import { statusWord } from '#domain';
import { Button } from 'antd';
import { memo, type ReactElement, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useNavigate } from 'react-router';
import { type TaskRow } from '../../api/answer';
import { reads } from '../../api/client';
import { useLedgerChoice } from '../../app/ledger-choice';
import { recurrenceWord } from '../../telling';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { countByStatus, standingOf } from './model/import-run';
import { type ImportedTask } from './use-import-run';

const words = IMPORT_WORDS.result;

interface Props {
  readonly tasks: readonly ImportedTask[];
  readonly ledgerId: string;
}

/** What is now true of an import, with its tasks to look at and to print. */
export const ImportResult = memo(function ImportResult({ tasks, ledgerId }: Props): ReactElement {
  const { hung, assignedUnits } = standingOf(tasks);
  const { choose } = useLedgerChoice();
  const go = useNavigate();
  const [opened, setOpened] = useState(assignedUnits > 0);
  useEffect(() => {
    if (assignedUnits > 0) setOpened(true);
  }, [assignedUnits]);
  const print = (): void => {
    flushSync(() => setOpened(true));
    window.print();
  };
  const sentence = [
    ...(hung > 0 ? [words.hung(hung)] : []),
    ...(assignedUnits > 0 ? [words.assigned(assignedUnits)] : []),
  ].join(words.and);
  const openLedger = (): void => {
    choose(ledgerId);
    void go('/ledger');
  };
  const counts = countByStatus(tasks)
    .map(([status, count]) => IMPORT_WORDS.run.count(statusWord(status), count))
    .join(WORDS.parts.and);
  return (
    <section className="panel import-result" aria-labelledby="import-result">
      <h2 id="import-result" aria-live="polite">
        {sentence === '' ? IMPORT_WORDS.run.table : sentence}
      </h2>
      <p className="quiet">{counts}</p>
      <details open={opened} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
        <summary>{IMPORT_WORDS.run.list(tasks.length)}</summary>
        <TaskTable tasks={tasks} />
      </details>
      <div className="import-card-acts no-print">
        <Button {...(assignedUnits > 0 ? { type: 'primary' as const } : {})} onClick={openLedger}>
          {words.openLedger}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={print}>
          {words.print}
        </Button>
      </div>
    </section>
  );
});

function TaskTable({ tasks }: { readonly tasks: readonly ImportedTask[] }): ReactElement {
  const units = (chosen: readonly { readonly name: string }[], named: readonly string[]): string =>
    (chosen.length > 0 ? chosen.map(({ name }) => name) : named).join(WORDS.parts.and) || WORDS.parts.none;
  return (
    <div className="import-table" tabIndex={0} role="region" aria-label={IMPORT_WORDS.run.table}>
      <table>
        <thead>
          <tr>
            {[words.serial, words.task, words.lead, words.support, words.due, words.status].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ taskId, row }) => (
            <tr key={taskId}>
              <td className="number keep">{row.taskNumber ?? row.serial}</td>
              <td>
                <Link to={`/tasks/${taskId}`}>{row.title}</Link>
              </td>
              <td>{units(row.leadUnits, row.leadUnitNames)}</td>
              <td>{units(row.supportUnits, row.supportUnitNames)}</td>
              <td className="number keep">
                <Due row={row} />
              </td>
              <td className="keep">{statusWord(row.status)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By when; a task whose limits only come back period by period says how often. */
function Due({ row }: { readonly row: TaskRow }): ReactElement {
  const { taskId, due, nextDue, limitCount } = row;
  const day = due ?? nextDue;
  // A row tells days only: the few tasks without one are read in full.
  const { data } = reads.useQuery(
    'get',
    '/api/tasks/{taskId}',
    { params: { path: { taskId } } },
    { enabled: day === null && limitCount > 0 },
  );
  const every = data?.task.limits.flatMap(({ recurrence }) =>
    recurrence === null ? [] : [recurrenceWord(recurrence)],
  );
  const rhythm = [...new Set(every)].join(WORDS.parts.and);
  return <span>{day ?? (rhythm === '' ? WORDS.parts.none : rhythm)}</span>;
}
