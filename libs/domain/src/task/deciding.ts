import { isBelow } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { isParty, type KnownPost } from '../shared/staff';
import { askingUnits, TAKE_MEASURE, unitOfMeasure } from './proposals';
import { type Asking } from './task-act';
import { type Proposal, type TaskState } from './task.state';

const OWN = reject('TASK.OWN_PROPOSAL', '不能审批本人提出的申请，请由其他人员审批。');
const OWN_UNIT = reject(
  'TASK.OWN_UNIT_DECIDES',
  '您是该事项所涉单位的填报人或单位负责人，不能由您审批，请由上级领导或督查部门的其他人员审批；没有其他人员的，请安全管理员增设领导岗位。',
);
const OTHER_BRANCH = reject('TASK.OTHER_BRANCH', '该申请由提出单位的分管领导或督查部门审批。');

/**
 * Why a person may not decide what was asked for; null where they may. Nobody decides their own request, nor what a unit asks for, or is
 * to be subjected to, for which they report or which they head. A leader above a unit that only
 * supports has no say in what the lead asks for. A measure is the leader's to whom it went by name, as long as that post is held.
 */
export function decidingFault(state: TaskState, proposal: Proposal, asking: Asking): Rejection | null {
  const { actor, practice, lineage, actsFor } = asking;
  if (practice) return null;
  if (proposal.by.accountId === actor.accountId) return OWN;
  const units = askingUnits(state, proposal);
  if (units.some((unitId) => actsFor.has(unitId))) return OWN_UNIT;
  const above = units.some((unitId) => isBelow(unitId, actor.unitId, { lineage }));
  if (actor.role === 'leader' && !above) return OTHER_BRANCH;
  if (proposal.act !== TAKE_MEASURE) return null;
  const named = namedLeader(proposal, asking);
  if (actor.role !== 'leader') return leadersOnly(named);
  return named === null || named.accountId === actor.accountId ? null : otherLeader(named);
}

/** The leader to whom a measure went by name; null where nobody holds that post any more, or whoever does acts for the unit by now. */
function namedLeader({ leader, data }: Proposal, { staff }: Asking): KnownPost | null {
  const own = (staff ?? []).filter(({ elsewhere }) => elsewhere !== true);
  const named = own.find(({ postId }) => postId === leader?.postId);
  if (!named || unitOfMeasure(data).some((unitId) => isParty(named.accountId, unitId, own))) return null;
  return named;
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
