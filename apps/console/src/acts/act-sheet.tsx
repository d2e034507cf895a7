import { Drawer, Grid } from 'antd';
import { type ReactElement, type RefObject, Suspense, useEffect, useRef } from 'react';
import { type TaskDetail } from '../api/answer';
import { reads } from '../api/client';
import { problemOf } from '../api/problem';
import { useWatchedTask } from '../app/live';
import { DaysLeft } from '../parts/days-left';
import { EmptyNote } from '../parts/empty-note';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { OwnStatusTag } from '../parts/status-tag';
import { WORDS } from '../words';
import { ACT_WORDS } from '../words/acts.words';
import { useTimeline } from '../timeline/use-timeline';
import { type Act } from './act';
import { standingOf, openerOf } from './act-plan';
import { actNamed, actsBeside } from './offered-acts';
import { useFocusBack } from './use-focus-back';
import './acts.css';

interface Props {
  readonly taskId: string;
  /** The name of an act, such as `task.report`; one without a form opens nothing. */
  readonly operation: string;
  readonly onClose: () => void;
  /** After the act; `onClose` is called too. */
  readonly onDone?: () => void;
  /** Where the focus goes after closing when the button that opened the sheet has gone. */
  readonly backTo?: RefObject<HTMLElement | null>;
}

/** Widths of the sheet in pixels. */
const NARROW = 640;
const WIDE = 1_120;

/**
 * The form of an act in a sheet at the side, or over the whole screen on the phone. It reads the task itself, so that a table,
 * the inbox and the task's own page open the same one.
 */
export function ActSheet({ operation, ...props }: Props): ReactElement | null {
  const act = actNamed(operation);
  return act === null ? null : <Sheet act={act} {...props} />;
}

interface SheetProps extends Omit<Props, 'operation'> {
  readonly act: Act;
}

function Sheet({ taskId, act, onClose, onDone, backTo }: SheetProps): ReactElement {
  const { md = true } = Grid.useBreakpoint();
  useFocusBack(backTo);
  useWatchedTask(taskId);
  const { data } = useTask(taskId);
  const width = act.wide === true ? WIDE : NARROW;
  return (
    <Drawer
      open
      title={data === undefined ? undefined : openerOf(act, data.task)}
      onClose={onClose}
      placement={md ? 'right' : 'bottom'}
      size={md ? width : '100%'}
      mask={{ closable: false }}
      // The head of the form takes it: from there the first field is one step away, and what the form is about is read first.
      autoFocus={false}
      classNames={{ body: 'act-body' }}
    >
      <Opened
        taskId={taskId}
        act={act}
        onClose={onClose}
        onDone={() => {
          onClose();
          onDone?.();
        }}
      />
    </Drawer>
  );
}

function useTask(taskId: string) {
  return reads.useQuery('get', '/api/tasks/{taskId}', { params: { path: { taskId } } });
}

interface OpenedProps {
  readonly taskId: string;
  readonly act: Act;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Opened({ taskId, act, onClose, onDone }: OpenedProps): ReactElement {
  const { data, error, refetch } = useTask(taskId);
  if (data === undefined) {
    if (error === null) return <PageLoading />;
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  }
  return (
    <>
      <SheetHead task={data.task} />
      <OneForm task={data.task} act={act} onDone={onDone} onClose={onClose} />
    </>
  );
}

interface OneFormProps extends Omit<OpenedProps, 'taskId'> {
  readonly task: TaskDetail;
}

function OneForm({ task, act, onDone, onClose }: OneFormProps): ReactElement {
  const timeline = useTimeline(task);
  const { form: View } = act;
  const standings = [act, ...actsBeside(act)].map((each) => standingOf(each, task));
  if (standings.every((standing) => standing?.permitted !== true))
    return <EmptyNote why={standings[0]?.reason ?? ACT_WORDS.notPermitted} />;
  return (
    <Suspense fallback={<PageLoading />}>
      <View act={act} beside={actsBeside(act)} task={task} timeline={timeline} onDone={onDone} onCancel={onClose} />
    </Suspense>
  );
}

/** Which task it is about, for forms that are opened from a list. The keyboard begins here. */
function SheetHead({ task }: { readonly task: TaskDetail }): ReactElement {
  const units = task.leadUnits.map(({ name }) => name).join(WORDS.parts.and);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={head} className="sheet-head" tabIndex={-1}>
      <div className="sheet-title">{task.title}</div>
      <div className="sheet-facts">
        {task.taskNumber !== null && <span className="number">{task.taskNumber}</span>}
        <OwnStatusTag task={task} />
        {units !== '' && <span>{units}</span>}
        <DaysLeft
          due={task.nextDue}
          remainingWorkingDays={task.remainingWorkingDays}
          lamp={task.lamp}
          status={task.status}
        />
      </div>
    </div>
  );
}
