import { reject, type Rejection } from '../shared/rejection';
import { type Asking } from './task-act';
import { type TaskState } from './task.state';

/** Who asks, as far as the separation of duties goes. */
type Person = Pick<Asking, 'actor' | 'practice' | 'postedIn'>;

const REPORTED = reject('TASK.REPORTER_VERIFIES', '本任务的情况由您填报或代录，核验须由其他人员进行。');
const ASSIGNED = reject('TASK.ASSIGNER_VERIFIES', '本任务由您交办或分解，核验须由其他人员进行。');
const POSTED = reject('TASK.OWN_UNIT_VERIFIES', '您在本任务的牵头或配合单位任职，核验须由其他单位的人员进行。');
const CHECKED = reject('TASK.VERIFIER_CLOSES', '本任务由您填报、代录或核验，销号须由其他人员签批。');
const POSTED_CLOSES = reject('TASK.OWN_UNIT_CLOSES', '您在本任务的牵头或配合单位任职，销号须由其他单位的人员签批。');

/**
 * Nobody checks what they themselves reported, recorded for a unit or assigned, or what a unit leads or supports in which they hold any
 * post, whichever they act under. Another person of the office that assigned it may. In practice one person plays every part.
 */
export function checkerFault(state: TaskState, { actor, practice, postedIn }: Person): Rejection | null {
  const { reported, recorded, assigned } = state.participation;
  if (practice) return null;
  if ([...reported, ...recorded].includes(actor.accountId)) return REPORTED;
  if (assigned.includes(actor.accountId)) return ASSIGNED;
  return isOfItsUnits(state, postedIn) ? POSTED : null;
}

/**
 * Nobody closes, or sends back instead of closing, what they themselves reported, recorded for a unit or checked, or what a unit of theirs
 * leads or supports. In practice one person plays every part.
 */
export function closerFault(state: TaskState, { actor, practice, postedIn }: Person): Rejection | null {
  const { checked, reported, recorded } = state.participation;
  if (practice) return null;
  if ([...checked, ...reported, ...recorded].includes(actor.accountId)) return CHECKED;
  return isOfItsUnits(state, postedIn) ? POSTED_CLOSES : null;
}

/** True where somebody holds a post in a unit that has a part in the task, or had one and has reported. */
function isOfItsUnits({ lanes, participation }: TaskState, postedIn: ReadonlySet<string>): boolean {
  return [...lanes.map(({ unitId }) => unitId), ...participation.reportedFor].some((unitId) => postedIn.has(unitId));
}
