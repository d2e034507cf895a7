import { isEnded, TASK_ACTS, type TaskActTraits, TASK_STATUSES, type TaskStatus } from '#domain';
import { type TaskDetail } from '../api/answer';
import { type Act, type ActOperation } from './act';
import { ACTS_HERE } from './index';
import { isLeading, isRecording, standingOf } from './act-plan';

const PLACES: readonly string[] = Object.keys(TASK_ACTS);
/** In the order of the domain's list, which is that in which acts are offered. */
const IN_ORDER = [...ACTS_HERE].sort((one, other) => PLACES.indexOf(one.operation) - PLACES.indexOf(other.operation));

/** The act of a name that has a form here; null where none has. */
export function actNamed(operation: string): Act | null {
  return ACTS_HERE.find((act) => act.operation === operation) ?? null;
}

/** The acts that the form of an act offers as its equals. */
export function actsBeside({ beside = [] }: Act): readonly Act[] {
  return beside.flatMap((operation) => actNamed(operation) ?? []);
}

/** An act that is not open, and why. */
export interface ClosedAct {
  readonly act: Act;
  readonly reason: string;
  /** False for a step of somebody else that the person is told whose it is. */
  readonly permitted: boolean;
}

/** The acts of a task that have a form, in the order in which they are offered; and those that are not open, with why. */
export function offeredActs(task: Pick<TaskDetail, 'acts'>): {
  open: Act[];
  closed: ClosedAct[];
} {
  const stand = IN_ORDER.flatMap((act) => {
    const standing = standingOf(act, task);
    return standing === undefined ? [] : [{ act, ...standing }];
  });
  const open = stand.flatMap(({ act, open }) => (open ? [act] : []));
  return {
    open: open.filter((act) => !standsBeside(act, open)),
    closed: stand.flatMap(({ act, open, permitted, reason }) =>
      open ? [] : [{ act, permitted, reason: reason ?? '' }],
    ),
  };
}

/** True for an act that the form of another one offers. */
function standsBeside({ operation }: Act, open: readonly Act[]): boolean {
  return open.some(({ beside = [] }) => beside.includes(operation));
}

/** True for an act whose time is over: nobody looks for it any more, and that it is closed tells nothing. A task that has ended says so once for all. */
export function isOver({ operation }: Act, { status }: Pick<TaskDetail, 'status'>): boolean {
  const place = TASK_STATUSES.indexOf(status);
  return !isEnded({ status }) && TASK_ACTS[operation].from.every((from) => TASK_STATUSES.indexOf(from) < place);
}

/** Acts that answer what somebody else did, or mend what has another act of its own now: where there is nothing to answer nobody looks for them. */
const ANSWERS: readonly ActOperation[] = [
  'task.accept',
  'task.decline',
  'task.answer-instruction',
  'task.decide-proposal',
  'task.recall-proposal',
  'task.note-read',
  'task.resume',
  'task.correct-draft',
  'task.correct-record',
];

/** Before a unit works on the task, most acts are far off. */
const EARLY: readonly TaskStatus[] = ['draft', 'hung', 'assigned', 'declined'];

/**
 * True for an act that is not open and that people look for: a step of somebody else, one that this task as it stands does not permit, or the
 * next one to lead it on. Of a draft 20 acts were listed, each with the status in which it would be open.
 */
export function isSought({ act, permitted }: ClosedAct, { status, proposals }: SoughtOn): boolean {
  if (!permitted) return true;
  if (isOver(act, { status })) return false;
  const { recordsFor = act.operation }: TaskActTraits = TASK_ACTS[act.operation];
  if (ANSWERS.some((operation) => operation === recordsFor)) return recordsFor === DECIDE && proposals.length > 0;
  if (!EARLY.includes(status)) return true;
  return !isRecording(act) && (isFrom(act, [status]) || (isLeading(act) && isFrom(act, nextOf(status))));
}

const DECIDE: ActOperation = 'task.decide-proposal';

interface SoughtOn extends Pick<TaskDetail, 'status'> {
  readonly proposals: readonly Pick<TaskDetail['proposals'][number], 'proposalId'>[];
}

function isFrom({ operation }: Act, statuses: readonly TaskStatus[]): boolean {
  return TASK_ACTS[operation].from.some((from) => statuses.includes(from));
}

/** The statuses to which the acts that lead on from one lead. */
function nextOf(status: TaskStatus): readonly TaskStatus[] {
  const leading = IN_ORDER.filter((act) => isLeading(act) && isFrom(act, [status]));
  const led = leading.flatMap(({ operation }): readonly string[] => TASK_ACTS[operation].to);
  return TASK_STATUSES.filter((each) => each !== status && led.includes(each));
}

/** Acts that are not open, those with the same reason together. */
export function byReason(closed: readonly Pick<ClosedAct, 'act' | 'reason'>[]): { reason: string; acts: Act[] }[] {
  const reasons = [...new Set(closed.map(({ reason }) => reason))];
  return reasons.map((reason) => ({
    reason,
    acts: closed.filter((each) => each.reason === reason).map(({ act }) => act),
  }));
}

type Standing = Pick<TaskDetail, 'limitsConfirmed' | 'lanes'>;

/** True when the purpose of an act is fulfilled on a task, so that it is no longer offered first. */
export function isFulfilled(operation: ActOperation, task: Standing, own: ReadonlySet<string>): boolean {
  return actNamed(operation)?.alreadyDone?.(task, own) === true;
}

/**
 * The act that is meant first: the first one that leads on, has not been done already and does not come by itself; null where
 * none does.
 * @param own the units of the person's posts
 */
export function mainAct(task: Standing & Pick<TaskDetail, 'acts'>, own: ReadonlySet<string>): Act | null {
  const leading = offeredActs(task).open.filter((act) => isLeading(act) && act.comesByItself !== true);
  return leading.find(({ operation }) => !isFulfilled(operation, task, own)) ?? null;
}
