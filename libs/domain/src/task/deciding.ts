import { chargeOf, isInCharge } from '../shared/actor';
import { reject, type Rejection } from '../shared/rejection';
import {
  holdersOfPost,
  isOfficeItself,
  isPartial,
  isOverOffice,
  isPostedIn,
  leadersOnMeasure,
  leadersOver,
  namesOfHolders,
  type Staff,
  type StaffedPost,
} from '../shared/staff';
import { askingUnits, unitsJudged } from './asking-units';
import { TAKE_MEASURE } from './proposals';
import { someNames } from './separation';
import { type Asking } from './task-act';
import { type Proposal, type TaskState } from './task.state';

const OWN = reject('TASK.OWN_PROPOSAL', '不能审批本人提出的申请，请由其他人员审批。');

/**
 * Why a person may not decide what was asked for; null where they may. Nobody decides their own request, nor what concerns a unit in which they
 * hold any post: one that asks or that leads the task, whoever asked, or that a measure is about. In the office's own tasks another person of
 * the office decides who does not do its work. A leader decides for the units in their charge: one above a unit that only
 * supports has no say in what the lead asks for, and neither has a deputy in what is in another deputy's charge. A measure is the leader's
 * to whom it went by name, as long as that post is held and may decide about the unit; where nobody else is in charge of it, the office's leader's.
 */
export function decidingFault(state: TaskState, proposal: Proposal, asking: Asking): Rejection | null {
  const { actor, practice, charge } = asking;
  if (practice) return null;
  if (proposal.by.accountId === actor.accountId) return OWN;
  if (unitsJudged(state, proposal).some((unitId) => isOwn(unitId, asking))) return ownUnit(state, proposal, asking);
  const isMeasure = proposal.act === TAKE_MEASURE;
  const staff = staffOf(asking);
  const named = isMeasure ? namedLeader(state, proposal, staff) : null;
  if (actor.role !== 'leader') return isMeasure ? leadersOnly(named) : null;
  if (named !== null && named.accountId !== actor.accountId) return otherLeader(named);
  return mayLead(state, proposal, { charge, staff }) ? null : otherBranch(state, proposal, staff);
}

/** The people of the task's own ledger. */
function staffOf({ staff, lineage }: Asking): Staff {
  return { posts: (staff ?? []).filter(({ elsewhere }) => elsewhere !== true), lineage };
}

/** True where the person stands in a unit; of the office itself, where they do its work. */
function isOwn(unitId: string, asking: Asking): boolean {
  const { postedIn, actsFor } = asking;
  return isOfficeItself(unitId, staffOf(asking).posts) ? actsFor.has(unitId) : postedIn.has(unitId);
}

/** True for a charge with all units for which it is decided; of a measure against a unit that is in nobody else's, for one with the office. */
function mayLead(
  state: TaskState,
  proposal: Proposal,
  { charge, staff }: { readonly charge: readonly string[]; readonly staff: Staff },
): boolean {
  const units = askingUnits(state, proposal);
  if (units.length > 0 && units.every((unitId) => isInCharge(charge, unitId, staff))) return true;
  const isAlone = (unitId: string): boolean =>
    leadersOver([unitId], staff, (accountId) => isPostedIn(accountId, unitId, staff.posts)).length === 0;
  return proposal.act === TAKE_MEASURE && units.every(isAlone) && isOverOffice(charge, staff);
}

/** The leader to whom a measure went by name; null where nobody holds that post any more, or it may not decide about the unit by now. */
function namedLeader(state: TaskState, proposal: Proposal, staff: Staff): StaffedPost | null {
  const named = staff.posts.find(({ postId }) => postId === proposal.leader?.postId);
  if (named === undefined || keeperOut(state, proposal, staff)(named.accountId)) return null;
  return mayLead(state, proposal, { charge: chargeOf(named), staff }) ? named : null;
}

/** Who is kept from deciding, among the people who are known. */
function keeperOut(state: TaskState, proposal: Proposal, { posts }: Staff): (accountId: string) => boolean {
  const judged = unitsJudged(state, proposal);
  return (accountId) =>
    accountId === proposal.by.accountId || judged.some((unitId) => isPartial(accountId, unitId, posts));
}

/** Who decides on what was asked for. */
export interface Deciders {
  readonly leaders: readonly StaffedPost[];
  /** Nobody, of a measure. */
  readonly clerks: readonly StaffedPost[];
}

/** Who decides: of a measure the leader to whom it went by name, or whoever else may; of anything else the leaders in charge of all the units, and the office. */
export function decidersOf(state: TaskState, proposal: Proposal, staff: Staff): Deciders {
  const units = askingUnits(state, proposal);
  if (proposal.act === TAKE_MEASURE) {
    const named = namedLeader(state, proposal, staff);
    return { leaders: named ? [named] : units.flatMap((unitId) => leadersOnMeasure(unitId, staff)), clerks: [] };
  }
  const isKeptOut = keeperOut(state, proposal, staff);
  const clerks = holdersOfPost(staff, 'supervision-clerk', null).filter(({ accountId }) => !isKeptOut(accountId));
  return { leaders: leadersOver(units, staff, isKeptOut), clerks };
}

/** Whoever stands in one of the units is told who decides instead. */
function ownUnit(state: TaskState, proposal: Proposal, asking: Asking): Rejection {
  const { leaders, clerks } = decidersOf(state, proposal, staffOf(asking));
  const deciders = [...leaders, ...clerks];
  const whose =
    deciders.length === 0
      ? '目前没有其他可审批的人员，请联系安全管理员增设领导或督查岗位。'
      : `可由${someNames(deciders)}审批。`;
  return reject('TASK.OWN_UNIT_DECIDES', `您在该事项的责任单位任职，不能由您审批；${whose}`);
}

/** A leader in charge of other units is told whose decision it is. */
function otherBranch(state: TaskState, proposal: Proposal, staff: Staff): Rejection {
  const units = askingUnits(state, proposal);
  const whose = `分管领导${namesOfHolders(decidersOf(state, proposal, staff).leaders)}`;
  return reject(
    'TASK.OTHER_BRANCH',
    `该事项所涉单位不${units.length > 1 ? '都' : ''}归您分管，请由${proposal.act === TAKE_MEASURE ? whose : `${whose}或督查部门`}审批。`,
  );
}

function leadersOnly(leader: StaffedPost | null): Rejection {
  const whose = leader?.name === undefined ? '请由领导审批' : `本项已报${leader.name}审批`;
  return reject('TASK.LEADERS_ONLY', `通报、约谈、挂牌督办由分管领导决定，${whose}。`);
}

function otherLeader({ name }: StaffedPost): Rejection {
  return reject(
    'TASK.OTHER_LEADER',
    name === undefined ? '该建议已报指定的分管领导决定，请由该领导审批。' : `该建议已报${name}决定，请由${name}审批。`,
  );
}
