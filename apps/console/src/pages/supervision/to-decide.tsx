import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type ActOperation } from '../../acts/act';
import { type Answer, type TaskRow } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { waitingList } from '../../parts/waiting-list';
import { DecideAll } from '../../task-batch/decide-all';
import { actWord } from '../../telling';
import { WORDS } from '../../words';
import { HOME_WORDS } from '../../words/home.words';
import { SUPERVISION_WORDS } from '../../words/supervision.words';
import { WAIT_WORDS } from '../../words/waits.words';

/** So many stand here; all of them are in the ledger's list. */
const FIRST = 20;
const DECIDE = 'task.decide-proposal';
const words = SUPERVISION_WORDS.decide;

interface Props {
  readonly onAct: (taskId: string, operation: ActOperation) => void;
}

/** The tasks in which something waits for my decision: by the home's word, and as many as the home counts. */
export function ToDecide({ onAct }: Props): ReactElement {
  const { chosen } = useLedgerChoice();
  const query = { ...(chosen && { ledgerId: chosen.ledgerId }), mine: ['decide' as const], limit: FIRST };
  const { data, error, refetch } = reads.useQuery('get', '/api/tasks', { params: { query } });
  const list = waitingList(chosen?.ledgerId ?? null, 'decide');
  return (
    <section className="panel" aria-labelledby="to-decide">
      <h2 id="to-decide">{WAIT_WORDS.kinds.decide}</h2>
      {data !== undefined && <DecideAll waiting={data.total} ledgerId={chosen?.ledgerId ?? null} />}
      {data !== undefined && <Rows answer={data} list={list} onAct={onAct} />}
      {data === undefined && error === null && <PageLoading />}
      {data === undefined && error !== null && (
        <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />
      )}
    </section>
  );
}

interface RowsProps extends Props {
  readonly answer: Answer<'/api/tasks'>;
  readonly list: string;
}

function Rows({ answer: { tasks, total, totalIsFloor }, list, onAct }: RowsProps): ReactElement {
  if (tasks.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <>
      <p className="counts">
        <Link to={list}>{HOME_WORDS.count(WAIT_WORDS.kinds.decide, total, totalIsFloor)}</Link>
      </p>
      <ul className="supervised">
        {tasks.map((task) => (
          <li key={task.taskId} className="supervised-task">
            <div>
              <Link to={`/tasks/${task.taskId}`}>
                {task.taskNumber} {task.title}
              </Link>
              <div className="quiet">{askedWords(task)}</div>
            </div>
            <Button
              type="primary"
              ghost
              aria-label={`${actWord(DECIDE) ?? ''} ${task.title}`}
              onClick={() => onAct(task.taskId, DECIDE)}
            >
              {actWord(DECIDE)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 市医保局：申请延期、缓办. */
function askedWords({ asked, leadUnits }: TaskRow): string {
  const acts = [...new Set(asked.flatMap(({ act }) => actWord(act) ?? []))].join(WORDS.parts.and);
  return `${leadUnits.map(({ name }) => name).join(WORDS.parts.and)}：${acts}`;
}
