import { Drawer, Grid } from 'antd';
import { type ReactElement, Suspense } from 'react';
import { type TaskDetail } from '../api/answer';
import { reads } from '../api/client';
import { problemOf } from '../api/problem';
import { DaysLeft } from '../parts/days-left';
import { EmptyNote } from '../parts/empty-note';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { StatusTag } from '../parts/status-tag';
import { WORDS } from '../words';
import { type ActOperation, isAct, wordOf } from './act-plan';
import { ACT_FORMS, WIDE_ACTS } from './act-registry';
import './acts.css';

interface Props {
  readonly taskId: string;
  /** An operation of the task's acts, such as `task.report` or `number.reserve`. */
  readonly operation: string;
  readonly onClose: () => void;
  /** After the act; `onClose` is called too. */
  readonly onDone?: () => void;
}

/** Widths of the sheet in pixels. */
const NARROW = 640;
const WIDE = 1_120;

/**
 * The form of an act in a sheet at the side, or over the whole screen on the phone. It reads the task itself, so that a table,
 * the inbox and the task's own page open the same one.
 */
export function ActSheet({ taskId, operation, onClose, onDone }: Props): ReactElement | null {
  const { md = true } = Grid.useBreakpoint();
  if (!isAct(operation)) return null;
  const width = WIDE_ACTS.has(operation) ? WIDE : NARROW;
  return (
    <Drawer
      open
      title={wordOf(operation)}
      onClose={onClose}
      placement={md ? 'right' : 'bottom'}
      size={md ? width : '100%'}
      mask={{ closable: false }}
      classNames={{ body: 'act-body' }}
    >
      <Opened
        taskId={taskId}
        operation={operation}
        onClose={onClose}
        onDone={() => {
          onClose();
          onDone?.();
        }}
      />
    </Drawer>
  );
}

interface OpenedProps extends Required<Props> {
  readonly operation: ActOperation;
}

function Opened({ taskId, operation, onClose, onDone }: OpenedProps): ReactElement {
  const { data, error, refetch } = reads.useQuery('get', '/api/tasks/{taskId}', { params: { path: { taskId } } });
  if (data === undefined) {
    if (error === null) return <PageLoading />;
    return <ProblemNote problem={problemOf(error)} onAgain={() => void refetch()} />;
  }
  return (
    <>
      <SheetHead task={data.task} />
      <OneForm task={data.task} operation={operation} onDone={onDone} onClose={onClose} />
    </>
  );
}

interface OneFormProps {
  readonly task: TaskDetail;
  readonly operation: ActOperation;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function OneForm({ task, operation, onDone, onClose }: OneFormProps): ReactElement {
  const View = ACT_FORMS[operation];
  const act = task.acts.find((each) => each.operation === operation);
  if (act === undefined) return <EmptyNote why={WORDS.acts.notPermitted} />;
  return (
    <Suspense fallback={<PageLoading />}>
      <View task={task} onDone={onDone} onCancel={onClose} />
    </Suspense>
  );
}

/** Which task it is about, for forms that are opened from a list. */
function SheetHead({ task }: { readonly task: TaskDetail }): ReactElement {
  const units = task.leadUnits.map(({ name }) => name).join(WORDS.parts.and);
  return (
    <div className="sheet-head">
      <div className="sheet-title">{task.title}</div>
      <div className="sheet-facts">
        {task.taskNumber !== null && <span className="number">{task.taskNumber}</span>}
        <StatusTag status={task.status} />
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
