import { Button, Tag } from 'antd';
import { type ReactElement, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { type Act } from '../../acts/act';
import { ActSheet } from '../../acts/act-sheet';
import { type TaskDetail } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { useWatchedTask } from '../../app/live';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { CorrectedMark } from '../../parts/task-facts/corrected-mark';
import { type WordingCorrection, wordingCorrections } from '../../parts/task-facts/wording-corrections';
import { useTimeline } from '../../timeline/use-timeline';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { ActPanel, ThumbActs } from './act-panel';
import { Course } from './course';
import { HeadFacts } from './head-facts';
import { TaskFacts } from './task-facts';
import { TaskStrip } from './task-strip';
import { useOpenAct } from './use-open-act';
import '../../parts/task-facts/facts.css';
import './task.css';

/** Children are made one after another, and their own events are not watched here. Milliseconds. */
const PAUSE = 1_000;

type Child = NonNullable<TaskDetail['children']>['tasks'][number];

function isBeingMade({ ended, standing }: Child): boolean {
  return ended === null && standing === null;
}

/** One task, with all that is known of it and what the person may do. */
export function TaskPage({ taskId }: { readonly taskId: string }): ReactElement {
  useWatchedTask(taskId);
  const { data, error, refetch } = reads.useQuery(
    'get',
    '/api/tasks/{taskId}',
    { params: { path: { taskId } } },
    { refetchInterval: ({ state }) => (state.data?.task.children?.tasks.some(isBeingMade) === true ? PAUSE : false) },
  );
  if (data !== undefined) return <Shown task={data.task} />;
  if (error === null) return <PageLoading />;
  return (
    <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()}>
      <p>
        {TASK_WORDS.unknown}
        <Link to="/ledger">{TASK_WORDS.toLedger}</Link>
      </p>
    </ProblemNote>
  );
}

function Shown({ task }: { readonly task: TaskDetail }): ReactElement {
  const timeline = useTimeline(task);
  const corrections = useMemo(() => wordingCorrections(timeline.steps), [timeline.steps]);
  const { act, openAct, closeAct, listOpen, openList } = useOpenAct();
  const more = useRef<HTMLButtonElement>(null);
  const open = ({ operation }: Act): void => openAct(operation);
  return (
    <div className="task-page">
      <Head task={task} corrections={corrections.title} />
      <HeadFacts task={task} />
      <TaskStrip task={task} steps={timeline.steps} />
      <div className="task-columns">
        <div className="task-main">
          <TaskFacts task={task} timeline={timeline} corrections={corrections} />
          <Course task={task} timeline={timeline} />
        </div>
        <ActPanel task={task} onAct={open} />
      </div>
      <ThumbActs task={task} onAct={open} more={more} open={listOpen} onOpen={openList} onClose={closeAct} />
      {act !== null && <ActSheet key={act} taskId={task.taskId} operation={act} onClose={closeAct} backTo={more} />}
    </div>
  );
}

interface HeadProps {
  readonly task: TaskDetail;
  readonly corrections: readonly WordingCorrection[];
}

function Head({ task, corrections }: HeadProps): ReactElement {
  const { ledgers } = useLedgerChoice();
  const practice = ledgers.find(({ ledgerId }) => ledgerId === task.ledgerId)?.practice === true;
  return (
    <PageHead
      title={task.title}
      beside={
        <>
          <CorrectedMark of={TASK_WORDS.corrected.heading} corrections={corrections} />
          {practice && <Tag>{WORDS.terms.practice}</Tag>}
        </>
      }
    >
      <Button className="wide-only" onClick={() => window.print()}>
        {TASK_WORDS.print}
      </Button>
    </PageHead>
  );
}
