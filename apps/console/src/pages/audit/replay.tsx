import { Alert, Button, Slider } from 'antd';
import { type KeyboardEvent, type ReactElement } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { type TaskDetail, type TimelineEntry } from '../../api/answer';
import { reads } from '../../api/client';
import { problemOf } from '../../api/problem';
import { EventRecord } from '../../timeline/event-record/event-record';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { EMPTY_COURSE, momentInShanghai, namesOf } from '../../telling';
import { sentenceOf } from '../../timeline';
import { AUDIT_WORDS } from '../../words/audit.words';
import { StandingThen } from './standing-then';
import { stepOf } from './step';
import { useTaskBefore } from './use-task-before';

/** A task after each of its steps: the page as it was beside what happened. */
export function Replay(): ReactElement {
  const { taskId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  // The first event's page also tells how many there are.
  const course = reads.useQuery('get', '/api/tasks/{taskId}/timeline', {
    params: { path: { taskId }, query: { order: 'oldest', limit: 1 } },
  });
  if (course.error !== null && course.data === undefined) {
    return <ProblemNote problem={problemOf(course.error)} onAgain={() => void course.refetch()} />;
  }
  if (course.data === undefined) return <PageLoading />;
  const { total } = course.data;
  const revision = stepOf(search.get('revision'), total);
  const go = (next: number): void => setSearch({ revision: String(stepOf(String(next), total)) }, { replace: true });
  return <Step taskId={taskId} revision={revision} total={total} onGo={go} />;
}

interface StepProps {
  readonly taskId: string;
  readonly revision: number;
  readonly total: number;
  readonly onGo: (revision: number) => void;
}

function Step({ taskId, revision, total, onGo }: StepProps): ReactElement {
  const keep = { placeholderData: <T,>(former: T): T => former };
  const then = reads.useQuery(
    'get',
    '/api/tasks/{taskId}',
    { params: { path: { taskId }, query: { revision } } },
    keep,
  );
  const happened = reads.useQuery(
    'get',
    '/api/tasks/{taskId}/timeline',
    { params: { path: { taskId }, query: { order: 'oldest', limit: 1, cursor: revision } } },
    keep,
  );
  const error = then.error ?? happened.error;
  const entry = happened.data?.entries[0];
  if (error !== null && (then.data === undefined || entry === undefined))
    return <ProblemNote problem={problemOf(error)} onAgain={() => void then.refetch()} />;
  if (then.data === undefined || entry === undefined) return <PageLoading />;
  const { task, asOf } = then.data;
  const byKey = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLElement && event.target.closest('[role=slider]')) return;
    if (event.key === 'ArrowLeft') onGo(revision - 1);
    if (event.key === 'ArrowRight') onGo(revision + 1);
  };
  return (
    <div onKeyDown={byKey}>
      <PageHead title={AUDIT_WORDS.replayOf(task.title)}>
        <Link to={`/tasks/${taskId}`}>{AUDIT_WORDS.toTask}</Link>
      </PageHead>
      <Walk revision={revision} total={total} onGo={onGo} />
      {asOf !== null && revision < total - 1 && (
        <Alert className="notice" type="warning" showIcon title={AUDIT_WORDS.past(momentInShanghai(asOf.recordedAt))} />
      )}
      <div className="replay">
        <Then task={task} past={revision < total - 1} />
        <Happened entry={entry} taskId={taskId} />
      </div>
    </div>
  );
}

function Walk({ revision, total, onGo }: Omit<StepProps, 'taskId'>): ReactElement {
  const last = total - 1;
  return (
    <section className="panel walk" aria-label={AUDIT_WORDS.replay}>
      <Button disabled={revision === 0} onClick={() => onGo(0)}>
        {AUDIT_WORDS.first}
      </Button>
      <Button disabled={revision === 0} onClick={() => onGo(revision - 1)}>
        {AUDIT_WORDS.back}
      </Button>
      <Slider
        className="walk-slider"
        min={0}
        max={Math.max(1, last)}
        value={revision}
        onChange={onGo}
        tooltip={{ formatter: null }}
        ariaLabelForHandle={AUDIT_WORDS.slider}
      />
      <Button type="primary" disabled={revision === last} onClick={() => onGo(revision + 1)}>
        {AUDIT_WORDS.forward}
      </Button>
      <Button disabled={revision === last} onClick={() => onGo(last)}>
        {AUDIT_WORDS.last}
      </Button>
      <span className="keep walk-place" aria-live="polite">
        {AUDIT_WORDS.step(revision + 1, total)}
      </span>
      <span className="quiet wide-only">{AUDIT_WORDS.keys}</span>
    </section>
  );
}

function Then({ task, past }: { readonly task: TaskDetail; readonly past: boolean }): ReactElement {
  return (
    <section className={past ? 'panel past' : 'panel'} aria-labelledby="then">
      <h2 id="then">{AUDIT_WORDS.asThen}</h2>
      <StandingThen task={task} />
    </section>
  );
}

interface HappenedProps {
  readonly entry: TimelineEntry;
  readonly taskId: string;
}

function Happened({ entry, taskId }: HappenedProps): ReactElement {
  const before = useTaskBefore(taskId, entry.revision);
  const { text, quote } = sentenceOf(entry, before === null ? EMPTY_COURSE : namesOf(before));
  return (
    <section className="panel" aria-labelledby="happened">
      <h2 id="happened">{AUDIT_WORDS.thisStep}</h2>
      <p className="reading">{text}</p>
      {quote !== '' && <blockquote className="reading">{quote}</blockquote>}
      <EventRecord entry={entry} task={before} />
    </section>
  );
}
