import { Alert, Button, Checkbox, Drawer, Form } from 'antd';
import { type ReactElement, useState } from 'react';
import { TASK_ACTS } from '#domain';
import { type TaskRow } from '../api/answer';
import { problemOf } from '../api/problem';
import { type Batch, BatchProgress, MOST_IN_BATCH } from '../batch';
import { PastDayItem } from '../forms/day-item';
import { EmptyNote } from '../parts/empty-note';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { LEDGER_WORDS } from '../words/ledger.words';
import { type BatchForm, itemsOf, labelOf } from './batch-acts';
import { type BatchFields, batchFormOf } from './batch-form';
import { TaskFacts } from './task-facts';
import { useWaitingTasks } from './use-waiting-tasks';
import './task-batch.css';

const words = LEDGER_WORDS.batch;

interface Props {
  readonly ledgerId: string | null;
  readonly batch: Batch<BatchForm>;
  readonly onAct: (taskId: string, operation: 'task.decline') => void;
  readonly onClose: () => void;
}

/** Every assignment that waits for an answer of the person's units, each chosen for acceptance, with 退件 beside it. */
export function AcceptSheet({ ledgerId, batch, onAct, onClose }: Props): ReactElement {
  return (
    <Drawer open size={640} title={words.acts['task.accept'].title} onClose={onClose} mask={{ closable: false }}>
      {batch.state === null ? (
        <Choosing ledgerId={ledgerId} batch={batch} onAct={onAct} />
      ) : (
        <BatchProgress batch={batch} doneSentence={words.acts['task.accept'].done} onFinished={onClose} />
      )}
    </Drawer>
  );
}

function Choosing({ ledgerId, batch, onAct }: Omit<Props, 'onClose'>): ReactElement {
  const { data, error, refetch } = useWaitingTasks('accept', ledgerId);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState(false);
  const [began, setBegan] = useState<readonly TaskRow[] | null>(null);
  if (data === undefined) {
    return error === null ? <PageLoading /> : <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  }
  // What is answered meanwhile, by 退件 beside it, keeps its place: the next row does not come under the finger.
  const rows = began ?? data.rows;
  if (began === null) setBegan(data.rows);
  const waiting = new Set(data.rows.map(({ taskId }) => taskId));
  const open = rows.filter(({ taskId }) => waiting.has(taskId));
  const chosen = open.filter(({ taskId }) => !left.has(taskId));
  const choose = (rows: readonly TaskRow[], wanted: boolean): void => {
    const next = new Set(left);
    for (const { taskId } of rows) {
      if (wanted) next.delete(taskId);
      else next.add(taskId);
    }
    setLeft(next);
  };
  if (data.rows.length === 0) return <EmptyNote why={words.accepting.none} />;
  return (
    <Form<BatchFields>
      layout="vertical"
      onFinish={(fields) => {
        const form = batchFormOf('task.accept', fields, chosen, () => undefined);
        setFault('fault' in form);
        if ('fault' in form) return;
        batch.start(form, itemsOf(chosen));
      }}
    >
      <p className="batch-what">{words.acts['task.accept'].what(chosen.length)}</p>
      {data.cut && <p className="quiet">{words.accepting.cut(MOST_IN_BATCH)}</p>}
      <Checkbox
        checked={chosen.length === open.length}
        indeterminate={chosen.length > 0 && chosen.length < open.length}
        onChange={({ target }) => choose(open, target.checked)}
      >
        {words.accepting.all(open.length)}
      </Checkbox>
      <ul className="accept-rows">
        {rows.map((row) => (
          <li key={row.taskId}>
            <OneTask
              row={row}
              answered={!waiting.has(row.taskId)}
              chosen={waiting.has(row.taskId) && !left.has(row.taskId)}
              onChoose={(wanted) => choose([row], wanted)}
            />
            <Button
              disabled={!waiting.has(row.taskId)}
              aria-label={`${TASK_ACTS['task.decline'].word} ${row.title}`}
              onClick={() => onAct(row.taskId, 'task.decline')}
            >
              {TASK_ACTS['task.decline'].word}
            </Button>
          </li>
        ))}
      </ul>
      <PastDayItem name="occurredOn" title={words.occurredOn} />
      {fault && <Alert className="notice" type="error" showIcon role="alert" title={words.invalid} />}
      <Button type="primary" htmlType="submit" disabled={chosen.length === 0}>
        {words.submit(TASK_ACTS['task.accept'].word, chosen.length)}
      </Button>
    </Form>
  );
}

interface OneTaskProps {
  readonly row: TaskRow;
  /** It waits for no answer any more. */
  readonly answered: boolean;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function OneTask({ row, answered, chosen, onChoose }: OneTaskProps): ReactElement {
  return (
    <div>
      <Checkbox checked={chosen} disabled={answered} onChange={({ target }) => onChoose(target.checked)}>
        {labelOf(row)}
      </Checkbox>
      <div className="quiet accept-facts">
        {answered && <strong>{words.accepting.answered} </strong>}
        <TaskFacts row={row} />
      </div>
    </div>
  );
}
