import { Alert, Button, Checkbox, Drawer, Form, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { type TaskRow } from '../api/answer';
import { problemOf } from '../api/problem';
import { ownUnitsOf, useMe } from '../app/session';
import { type Batch, BatchProgress } from '../batch';
import { FirstFault, type Refused, refusedNow } from '../forms/first-fault';
import { TextItem } from '../forms/text-item';
import { EmptyNote } from '../parts/empty-note';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { HOME_WORDS } from '../words/home.words';
import { LEDGER_WORDS } from '../words/ledger.words';
import {
  mattersAsked,
  type BatchForm,
  type BatchRow,
  itemsOf,
  labelOf,
  partition,
  rowsToDecide,
  wordAsked,
} from './batch-acts';
import { type BatchFields, batchFormOf } from './batch-form';
import { MeasureItem } from './measure-item';
import { NotOpen } from './not-open';
import { TaskFacts } from './task-facts';
import { useWaitingTasks } from './use-waiting-tasks';
import './task-batch.css';

const words = LEDGER_WORDS.batch;
const DECIDE = 'task.decide-proposal';
type Result = NonNullable<BatchFields['result']>;

interface Props {
  readonly ledgerId: string | null;
  readonly batch: Batch<BatchForm>;
  readonly onClose: () => void;
}

/** The like requests that wait for the person, each chosen, with both answers below: one press approves them, or refuses them with one reason. */
export function DecideSheet({ ledgerId, batch, onClose }: Props): ReactElement {
  return (
    <Drawer open size={640} title={words.acts[DECIDE].title} onClose={onClose} mask={{ closable: false }}>
      {batch.state === null ? (
        <Waiting ledgerId={ledgerId} batch={batch} />
      ) : (
        <BatchProgress batch={batch} doneSentence={words.acts[DECIDE].done} onFinished={onClose} />
      )}
    </Drawer>
  );
}

function Waiting({ ledgerId, batch }: Omit<Props, 'onClose'>): ReactElement {
  const me = useMe();
  const { data, error, refetch } = useWaitingTasks('decide', ledgerId);
  if (data === undefined) {
    return error === null ? <PageLoading /> : <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  }
  const rows = rowsToDecide(data.rows, me.accountId);
  return rows.length === 0 ? <EmptyNote why={words.deciding.none} /> : <Choosing rows={rows} batch={batch} />;
}

interface ChoosingProps {
  readonly rows: readonly TaskRow[];
  readonly batch: Batch<BatchForm>;
}

function Choosing({ rows, batch }: ChoosingProps): ReactElement {
  const own = ownUnitsOf(useMe());
  const kinds = mattersAsked(rows);
  const [asked, setAsked] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [form] = Form.useForm<Pick<BatchFields, 'reason' | 'measure'>>();
  // What was chosen may have been decided by others meanwhile.
  const matter = kinds.find((each) => each.matter === asked) ?? kinds[0];
  const askedFor = matter?.matter ?? null;
  const taken = { doubtful: false, pastDays: false, askedFor };
  const parts = partition(rows, DECIDE, { unitsCalled: () => undefined, taken, own });
  const chosen = parts.open.filter(({ taskId }) => !left.has(taskId));
  const decide = async (result: Result): Promise<void> => {
    // A refusal chooses no measure.
    const { reason = '', measure } = await form.validateFields(result === 'refused' ? ['reason'] : undefined);
    if (result === 'refused' && reason.trim() === '') {
      form.setFields([{ name: 'reason', errors: [words.reasonNeeded] }]);
      setRefused(refusedNow());
      return;
    }
    const made = batchFormOf(DECIDE, { result, reason, ...(measure && { measure }) }, chosen, () => undefined);
    setFault('fault' in made);
    if ('fault' in made) return;
    batch.start(made, itemsOf(chosen));
  };
  // What was refused is said by the field.
  const press = (result: Result): void => void decide(result).catch(() => setRefused(refusedNow()));
  return (
    <Form form={form} layout="vertical" className="batch-ask">
      {kinds.length > 1 && (
        <Form.Item label={words.askedFor}>
          <Radio.Group
            value={askedFor}
            onChange={({ target }) => setAsked(String(target.value))}
            options={kinds.map(({ matter: value, word: label }) => ({ value, label }))}
          />
        </Form.Item>
      )}
      {parts.open.length > 0 && <p className="batch-what">{words.deciding.what}</p>}
      <ul className="accept-rows">
        {rows
          .filter(({ taskId }) => parts.open.some((row) => row.taskId === taskId))
          .map((row) => (
            <li key={row.taskId}>
              <OneTask
                row={row}
                chosen={!left.has(row.taskId)}
                onChoose={(wanted) => setLeft(chosenLeft(left, row, wanted))}
              />
            </li>
          ))}
      </ul>
      <NotOpen parts={parts} />
      {parts.open.length > 0 && (
        <>
          <FirstFault refused={refused} />
          <MeasureItem measures={matter?.measures ?? []} />
          <TextItem name="reason" label={words.reason} hint={words.reasonHint} max={2_000} rows={2} />
          {fault && <Alert className="notice" type="error" showIcon role="alert" title={words.invalid} />}
          <div className="decide-foot">
            <Button type="primary" disabled={chosen.length === 0} onClick={() => press('approved')}>
              {words.deciding.approve(chosen.length)}
            </Button>
            <Button disabled={chosen.length === 0} onClick={() => press('refused')}>
              {words.deciding.refuse(chosen.length)}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

function chosenLeft(
  left: ReadonlySet<string>,
  { taskId }: Pick<BatchRow, 'taskId'>,
  wanted: boolean,
): ReadonlySet<string> {
  const next = new Set(left);
  if (wanted) next.delete(taskId);
  else next.add(taskId);
  return next;
}

interface OneTaskProps {
  readonly row: TaskRow;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function askedText(asked: TaskRow['asked'][number]): string {
  if (asked.measures.length > 0) return HOME_WORDS.measure(asked.on, asked.grounds);
  return HOME_WORDS.asked(asked.byName, wordAsked(asked), asked.until, asked.grounds);
}

/** A request with all that it asks for, so that nothing is approved unseen. */
function OneTask({ row, chosen, onChoose }: OneTaskProps): ReactElement {
  const [asked] = row.asked;
  return (
    <div>
      <Checkbox checked={chosen} onChange={({ target }) => onChoose(target.checked)}>
        {labelOf(row)}
      </Checkbox>
      <div className="accept-facts">
        {asked !== undefined && <div>{askedText(asked)}</div>}
        <div className="quiet">
          <TaskFacts row={row} />
        </div>
      </div>
    </div>
  );
}
