import { type Day, dayInShanghai, latestDay } from '../calendar';
import { type Circumstances } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { isEnded, isSuspended, statusWord, TASK_STATUSES, type TaskStatus } from './status';
import { endsOfChildren } from './children';
import { statusBeneath } from './status-of';
import { type Asking, askingOf, type TaskActTraits } from './task-act';
import { type TaskState, type TurnKind } from './task.state';

/** An act as far as admission asks for it. */
type Admitted = TaskActTraits & { readonly type: string; readonly word: string };

/** What is checked before any act on a task: its status, the age of the form, the stated day, and the act's own guard. */
export function whyNotAdmitted(
  act: Admitted,
  state: TaskState,
  data: unknown,
  circumstances: Pick<Circumstances, 'today' | 'calendar' | 'policy' | 'actor' | 'charge' | 'facts'>,
): Rejection | null {
  const { today, actor } = circumstances;
  const form = typeof data === 'object' && data !== null ? data : {};
  return (
    whyNotOpen(act, state) ??
    staleForm(act, state, { actor, form }) ??
    statedDay(act, state, { actor, form, today }) ??
    act.guard?.(state, askingOf(circumstances)) ??
    null
  );
}

/** Why an act is not open to a person now, whatever the command says; null when it is. */
export function whyNotNow(act: Admitted, state: TaskState, asking: Asking): Rejection | null {
  return whyNotOpen(act, state) ?? act.guard?.(state, asking) ?? act.asked?.(state, asking) ?? null;
}

function whyNotOpen({ type, from, word }: Admitted, state: TaskState): Rejection | null {
  const { status } = state;
  if (from.includes(status)) return null;
  // Where the task goes on, the act is open: naming a later status had sent people there.
  if (isSuspended(state) && from.includes(statusBeneath(state))) {
    return reject('TASK.STEP_NOT_OPEN', `任务现为“${statusWord(status)}”，恢复办理后才能${word}。`);
  }
  if (isEnded({ status })) {
    const code = type === 'task.close' && status === 'closed' ? 'TASK.ALREADY_CLOSED' : 'TASK.STEP_NOT_OPEN';
    return reject(code, `任务现为“${statusWord(status)}”，不再办理。`);
  }
  const when = statusWord(statusFor(from, status));
  return reject('TASK.STEP_NOT_OPEN', `任务现为“${statusWord(status)}”${waitingFor(state)}，“${when}”时才能${word}。`);
}

/** Who is to take the next step of the whole task, as a refusal names them. */
const NEXT_STEP: Readonly<Partial<Record<TurnKind, string>>> = {
  assign: '待督查部门交办',
  check: '待核验人核验',
  close: '待销号签批人签批',
};

/** For whom the task waits, and since when; nothing while units have it in hand, each for itself. */
function waitingFor({ turns }: TaskState): string {
  const [said] = turns.flatMap(({ kind, since }) => {
    const step = NEXT_STEP[kind];
    return step === undefined ? [] : [`（自 ${dayInShanghai(since)} 起${step}）`];
  });
  return said ?? '';
}

/** The status in which an act is open: the next one in a task's life, or where all are over, the last. */
function statusFor(from: readonly TaskStatus[], status: TaskStatus): TaskStatus {
  const place = TASK_STATUSES.indexOf(status);
  const open = TASK_STATUSES.filter((each) => from.includes(each));
  return open.find((each) => TASK_STATUSES.indexOf(each) > place) ?? open.at(-1) ?? status;
}

/** Who sends which form. */
interface Sent {
  readonly actor: Asking['actor'];
  readonly form: object;
}

/** A form filled on an older revision is refused only when something since then touched what it edits. */
function staleForm({ edits, inLane }: Admitted, state: TaskState, { actor, form }: Sent): Rejection | null {
  const seen = 'seenRevision' in form ? form.seenRevision : undefined;
  const { stepRevision } = inLane?.(state, actor, form) ?? state;
  const touched = edits.map((part) => (part === 'content' ? state.contentRevision : stepRevision));
  // A revision that the task has not reached is none that anybody has seen.
  if (typeof seen !== 'number' || (seen <= state.revision && touched.every((revision) => revision <= seen)))
    return null;
  return reject('TASK.CHANGED_SINCE', '您打开表单后任务内容或办理情况已有变化，请核对变化后再提交。');
}

/** Steps are stated in order and not ahead of the clock. Readings inside a report carry days of their own. */
function statedDay(act: Admitted, state: TaskState, { actor, form, today }: Sent & { today: Day }): Rejection | null {
  const stated = 'occurredOn' in form ? form.occurredOn : undefined;
  if (typeof stated !== 'string') return null;
  if (stated > today) return reject('TASK.DAY_IN_FUTURE', '办理日期晚于今天，请填写实际办理的日期。');
  const earliest = earliestDay(act, state, actor, form);
  if (earliest === null || stated >= earliest) return null;
  return reject('TASK.DAY_OUT_OF_ORDER', `办理日期早于上一步的日期（${earliest}），请核对日期。`);
}

/**
 * The earliest day for which an act may be stated: that of the last step before it. A unit's step follows the steps of its own lane; one
 * that concerns the whole task follows them all, the ends of its children too.
 */
export function earliestDay(act: Admitted, state: TaskState, actor: Asking['actor'], form: object = {}): Day | null {
  const lane = act.inLane?.(state, actor, form) ?? null;
  if (act.follows) return act.follows(state, lane);
  if (lane !== null) return lane.lastStepOn;
  return latestDay([state.lastStepOn, ...state.lanes.map(({ lastStepOn }) => lastStepOn), ...endsOfChildren(state)]);
}
