import { chargeOf, isInCharge } from '../shared/actor';
import { reject, type Rejection } from '../shared/rejection';
import { isParty, type KnownPost, leadersOver, namesOfHolders } from '../shared/staff';
import { askingUnits } from './asking-units';
import { TAKE_MEASURE } from './proposals';
import { type Asking } from './task-act';
import { type Proposal, type TaskState } from './task.state';

const OWN = reject('TASK.OWN_PROPOSAL', '不能审批本人提出的申请，请由其他人员审批。');
const OWN_UNIT = reject(
  'TASK.OWN_UNIT_DECIDES',
  '您是该事项所涉单位的填报人或单位负责人，不能由您审批，请由上级领导或督查部门的其他人员审批；没有其他人员的，请安全管理员增设领导岗位。',
);

/**
 * Why a person may not decide what was asked for; null where they may. Nobody decides their own request, nor what a unit asks for, or is
 * to be subjected to, for which they report or which they head. A leader decides for the units in their charge: one above a unit that only
 * supports has no say in what the lead asks for, and neither has a deputy in what is in another deputy's charge. A measure is the leader's
 * to whom it went by name, as long as that post is held and in charge of the unit.
 */
export function decidingFault(state: TaskState, proposal: Proposal, asking: Asking): Rejection | null {
  const { actor, practice, charge, actsFor } = asking;
  if (practice) return null;
  if (proposal.by.accountId === actor.accountId) return OWN;
  const units = askingUnits(state, proposal);
  if (units.some((unitId) => actsFor.has(unitId))) return OWN_UNIT;
  const isLed = units.length > 0 && units.every((unitId) => isInCharge(charge, unitId, asking));
  const named = proposal.act === TAKE_MEASURE ? namedLeader(proposal, units, asking) : null;
  if (named !== null && actor.role === 'leader' && named.accountId !== actor.accountId) return otherLeader(named);
  if (actor.role === 'leader') return isLed ? null : otherBranch(proposal, units, asking);
  return proposal.act === TAKE_MEASURE ? leadersOnly(named) : null;
}

/** The leader to whom a measure went by name; null where nobody holds that post any more, it is not in charge of the unit, or whoever holds it acts for the unit by now. */
function namedLeader({ leader }: Proposal, units: readonly string[], asking: Asking): KnownPost | null {
  const own = ownPosts(asking);
  const named = own.find(({ postId }) => postId === leader?.postId);
  const isTheirs = (unitId: string): boolean =>
    named !== undefined && isInCharge(chargeOf(named), unitId, asking) && !isParty(named.accountId, unitId, own);
  return named && units.every(isTheirs) ? named : null;
}

/** The posts of the task's own ledger. */
function ownPosts({ staff }: Asking): readonly KnownPost[] {
  return (staff ?? []).filter(({ elsewhere }) => elsewhere !== true);
}

/** A leader in charge of other units is told whose decision it is. */
function otherBranch({ act, by }: Proposal, units: readonly string[], asking: Asking): Rejection {
  const posts = ownPosts(asking);
  const isKeptOut = (accountId: string): boolean =>
    accountId === by.accountId || units.some((unitId) => isParty(accountId, unitId, posts));
  const leaders = leadersOver(units, { posts, lineage: asking.lineage }, isKeptOut);
  const whose = `分管领导${namesOfHolders(leaders)}`;
  return reject(
    'TASK.OTHER_BRANCH',
    `该事项所涉单位不${units.length > 1 ? '都' : ''}归您分管，请由${act === TAKE_MEASURE ? whose : `${whose}或督查部门`}审批。`,
  );
}

function leadersOnly(leader: KnownPost | null): Rejection {
  const whose = leader?.name === undefined ? '请由领导审批' : `本项已报${leader.name}审批`;
  return reject('TASK.LEADERS_ONLY', `通报、约谈、挂牌督办由分管领导决定，${whose}。`);
}

function otherLeader({ name }: KnownPost): Rejection {
  return reject(
    'TASK.OTHER_LEADER',
    name === undefined ? '该建议已报指定的分管领导决定，请由该领导审批。' : `该建议已报${name}决定，请由${name}审批。`,
  );
}
