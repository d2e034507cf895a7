import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { type ActOperation } from '../../acts/act';
import { type Answer } from '../../api/answer';
import { BY_CURSOR } from '../../api/by-cursor';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { mayIn, useMe } from '../../app/session';
import { EmptyNote } from '../../parts/empty-note';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { DelayList } from '../../parts/task-facts/delay-list';
import { actWord } from '../../telling';
import { HOME_WORDS } from '../../words/home.words';
import { SUPERVISION_WORDS } from '../../words/supervision.words';
import { StandingDelays } from './standing-delays';

type LateTask = Answer<'/api/delays'>['tasks'][number];

const words = SUPERVISION_WORDS.late;
const INSTRUCT = 'task.instruct';

interface Props {
  readonly onAct: (taskId: string, operation: ActOperation) => void;
}

/** The late tasks of which people were told, the one late longest first: one row for each, who was told a press away. */
export function LateTasks({ onAct }: Props): ReactElement {
  const { chosen } = useLedgerChoice();
  const query = chosen === null ? {} : { ledgerId: chosen.ledgerId };
  const delays = reads.useInfiniteQuery('get', '/api/delays', { params: { query } }, BY_CURSOR);
  const first = delays.data?.pages[0];
  if (first === undefined) {
    return delays.error === null ? (
      <PageLoading />
    ) : (
      <ProblemNote problem={problemOf(delays.error)} onAgain={() => void delays.refetch()} />
    );
  }
  const tasks = delays.data?.pages.flatMap((page) => page.tasks) ?? [];
  return (
    <section className="panel" aria-labelledby="late-tasks">
      <h2 id="late-tasks">{words.title}</h2>
      {tasks.length === 0 ? (
        <EmptyNote why={words.none} next={<Link to="/ledger">{words.lookAtLedger}</Link>} />
      ) : (
        <>
          <p>{words.sentence(HOME_WORDS.tasks(first.total, first.totalIsFloor))}</p>
          <ul className="supervised">
            {tasks.map((task) => (
              <LateTaskRow key={task.taskId} task={task} onAct={onAct} />
            ))}
          </ul>
        </>
      )}
      {delays.hasNextPage && (
        <Button loading={delays.isFetchingNextPage} onClick={() => void delays.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function LateTaskRow({ task, onAct }: Props & { readonly task: LateTask }): ReactElement {
  const me = useMe();
  return (
    <li className="supervised-task">
      <div>
        <Link to={`/tasks/${task.taskId}`}>
          {task.taskNumber} {task.title}
        </Link>
        <StandingDelays delays={task.delays} />
        <details className="delay-facts">
          <summary>{words.told}</summary>
          <DelayList task={task} />
        </details>
      </div>
      {mayIn(me, INSTRUCT, task.ledgerId) && (
        <Button
          type="primary"
          ghost
          aria-label={`${actWord(INSTRUCT) ?? ''} ${task.title}`}
          onClick={() => onAct(task.taskId, INSTRUCT)}
        >
          {actWord(INSTRUCT)}
        </Button>
      )}
    </li>
  );
}
