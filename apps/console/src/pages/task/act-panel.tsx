import { Button, Drawer } from 'antd';
import { type ReactElement, type RefObject } from 'react';
import { TASK_ACTS } from '#domain';
import { type Act } from '../../acts/act';
import { isFinal, isRecording, openerOf } from '../../acts/act-plan';
import { byReason, type ClosedAct, isFulfilled, isSought, mainAct, offeredActs } from '../../acts/offered-acts';
import { RecordingActs } from '../../acts/recording-acts';
import { type TaskDetail } from '../../api/answer';
import { ownUnitsOf, useMe } from '../../app/session';
import { KeptDays } from '../../parts/kept-days';
import { WORDS } from '../../words';
import { ACT_WORDS } from '../../words/acts.words';
import { TASK_WORDS } from '../../words/task.words';
import { holderOf } from './lifecycle-strip';

const words = TASK_WORDS.acts;

interface Props {
  readonly task: TaskDetail;
  readonly onAct: (act: Act) => void;
}

/** At the right: what the person may do now, and why not the rest. */
export function ActPanel({ task, onAct }: Props): ReactElement {
  return (
    <aside className="panel act-panel wide-only no-print" aria-label={words.title}>
      <h2>{words.main}</h2>
      <OpenActs task={task} onAct={onAct} />
      <ClosedActs task={task} />
    </aside>
  );
}

function OpenActs({ task, onAct }: Props): ReactElement {
  const { open } = offeredActs(task);
  const main = mainAct(task, ownUnitsOf(useMe()));
  if (open.length === 0) return <NothingToDo task={task} />;
  const others = open.filter((act) => act !== main && !isRecording(act) && !isFinal(act));
  const endings = open.filter((act) => act !== main && isFinal(act));
  return (
    <div className="act-buttons">
      {main === null ? (
        <NothingToDo task={task} />
      ) : (
        <Button block type="primary" size="large" onClick={() => onAct(main)}>
          {openerOf(main, task)}
        </Button>
      )}
      {others.map((act) => (
        <Button key={act.operation} block onClick={() => onAct(act)}>
          {openerOf(act, task)}
        </Button>
      ))}
      <RecordingActs task={task} acts={open.filter(isRecording)} onAct={onAct} />
      <Endings task={task} acts={endings} onAct={onAct} />
    </div>
  );
}

/** What ends a task for good stands behind one more press. */
function Endings({ task, acts, onAct }: { readonly acts: readonly Act[] } & Props): ReactElement | null {
  if (acts.length === 0) return null;
  return (
    <details className="recording-acts">
      <summary>{words.endings}</summary>
      <div className="act-buttons">
        {acts.map((act) => (
          <Button key={act.operation} block danger onClick={() => onAct(act)}>
            {openerOf(act, task)}
          </Button>
        ))}
      </div>
    </details>
  );
}

function NothingToDo({ task }: { readonly task: TaskDetail }): ReactElement {
  const own = ownUnitsOf(useMe());
  return (
    <p className="quiet">
      <KeptDays text={isFulfilled('task.report', task, own) ? whyNotClosing(task) : `${words.none}${waiting(task)}`} />
    </p>
  );
}

/** Everything is done: who asks for closure, or why the person may not do so yet. */
function whyNotClosing(task: TaskDetail): string {
  const closure = offeredActs(task).closed.find(({ act }) => act.operation === 'task.request-closure');
  return closure?.reason ?? words.none;
}

/** For whom or for what the task waits. */
function waiting(task: TaskDetail): string {
  if (task.suspension !== null) return words.suspended(task.suspension.until);
  const holder = holderOf(task);
  return holder === null ? '' : words.waitsFor(holder);
}

function ClosedActs({ task }: { readonly task: TaskDetail }): ReactElement | null {
  const closed = offeredActs(task).closed.filter((each) => isSought(each, task));
  if (closed.length === 0) return null;
  return (
    <details className="closed-acts">
      <summary>{words.closedCount(closed.length)}</summary>
      <dl>
        {byReason(closed.map((each) => ({ ...each, reason: whyClosed(each, task) }))).map(({ reason, acts }) => (
          <div key={reason}>
            <dt>{acts.map((act) => openerOf(act, task)).join(WORDS.parts.and)}</dt>
            <dd className="quiet">{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The server's sentence names the act; while the task stands still one sentence holds for all acts that wait for it to go on. */
function whyClosed({ act, reason }: ClosedAct, { suspension }: TaskDetail): string {
  const waits = suspension !== null && !TASK_ACTS[act.operation].from.includes('suspended');
  return waits ? words.closedUntil(suspension.until) : reason;
}

interface ThumbProps extends Props {
  /** The button that opens the others. */
  readonly more: RefObject<HTMLButtonElement | null>;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** On the phone: the main act within the thumb's reach, the others in a sheet. */
export function ThumbActs({ task, onAct, more, open, onOpen, onClose }: ThumbProps): ReactElement | null {
  const main = mainAct(task, ownUnitsOf(useMe()));
  if (task.acts.length === 0) return null;
  return (
    <div className="thumb-bar narrow-only no-print">
      {main !== null && (
        <Button type="primary" size="large" onClick={() => onAct(main)}>
          {openerOf(main, task)}
        </Button>
      )}
      <Button ref={more} size="large" onClick={onOpen}>
        {ACT_WORDS.more}
      </Button>
      <Drawer
        open={open}
        onClose={onClose}
        placement="bottom"
        size="auto"
        title={words.main}
        classNames={{ body: 'thumb-sheet' }}
      >
        <OpenActs task={task} onAct={onAct} />
        <ClosedActs task={task} />
      </Drawer>
    </div>
  );
}
