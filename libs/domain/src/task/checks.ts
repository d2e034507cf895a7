import { type Day } from '../calendar';
import { type Circumstances, type Facts } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { type Asking } from './task-act';
import { type TaskChanges } from './task.changes';
import { DUE_OUTSIDE_PERIOD, dueWithinPeriod, type Evidence, MAX_LIMITS, MAX_OBLIGATIONS } from './task.parts';
import { type LaneState, type TaskState } from './task.state';
import { actingLane, laneOf, leadUnitsOf, supportUnitsOf } from './lanes';
import { tooFarFault } from './far-days';
import { asksForMore, changedTerms, isEndless, newTerms } from './limits';
import { endOfDuties, owes } from './obligations';
import { UNDER_CHECK } from './status';
import { responsibleAfter } from './units-named';

/** Each check answers what is wrong, or null. Several acts share them. */
type Fault = Rejection | null;

/** Units must exist, and none may be lead and support at once. */
export function unitsFault(leads: readonly string[], supports: readonly string[], { knownUnits }: Facts): Fault {
  const named = [...leads, ...supports];
  if (named.some((unitId) => !knownUnits.has(unitId))) {
    return reject('UNIT.UNKNOWN', '所选单位不存在，请先在单位名录中建立该单位。');
  }
  if (new Set(named).size !== named.length) {
    return reject('TASK.UNIT_TWICE', '同一单位被列了两次，请检查牵头单位和配合单位。');
  }
  return null;
}

/** Limits are confirmed as they can be kept, or declared absent when there are none. */
export function limitsFault({ limits }: TaskState, word: 'confirmed' | 'none'): Fault {
  const settled = limits.filter((limit) => limit.due !== null || limit.recurrence !== null);
  if (word === 'none') {
    return settled.length === 0
      ? null
      : reject('TASK.HAS_LIMITS', '任务写有完成时限，请先删除这些时限，或选择确认时限。');
  }
  if (limits.length === 0) {
    return reject('TASK.NO_LIMITS', '任务没有时限，请确认本任务没有时限，或先补充时限。');
  }
  if (settled.length < limits.length) {
    return reject('TASK.LIMIT_UNSETTLED', '有时限没有日期或周期，请补填日期、设置周期，或删除该时限。');
  }
  return null;
}

/** A person has confirmed units and limits. What was confirmed may have been corrected since: the word still has to fit the limits. */
export function confirmedFault(state: TaskState): Fault {
  return state.leads.length === 0 || state.limitsConfirmed === null
    ? reject('TASK.NOT_CONFIRMED', '请先确认牵头单位和完成时限（或确认没有时限），再交办。')
    : limitsFault(state, state.limitsConfirmed);
}

/** A correction names parts that are there and units that exist. */
export function changesFault(
  state: TaskState,
  changes: TaskChanges,
  { facts, today }: Pick<Circumstances, 'facts' | 'today'>,
): Fault {
  const named = [...(changes.changedLimits ?? []).map((limit) => limit.limitId), ...(changes.removedLimits ?? [])];
  const moved = changes.leadUnitIds !== undefined || changes.supportUnitIds !== undefined;
  const days = [...(changes.changedLimits ?? []), ...(changes.addedLimits ?? [])].map(({ due }) => due);
  return (
    unknownLimit(state, named) ??
    tooFarFault('limit', days, today) ??
    addedLimitsFault(state, changes) ??
    owedByFault(state, changes) ??
    changedLimitsFault(state, changes) ??
    measuredFault(state, changes) ??
    claimedFault(state, changes) ??
    (moved ? unitsFault(changes.leadUnitIds ?? state.leads, changes.supportUnitIds ?? state.supports, facts) : null)
  );
}

/**
 * A unit that has accepted keeps its part, and no lead is put beside one that has; in place of a lead that declined another one may
 * come, and supporting units come at any time.
 */
export function unitsFixedFault(state: TaskState, { leadUnitIds, supportUnitIds }: TaskChanges): Fault {
  if (leadUnitIds === undefined && supportUnitIds === undefined) return null;
  const leads = leadUnitIds ?? leadUnitsOf(state);
  const wanted = { lead: leads, support: supportUnitIds ?? supportUnitsOf(state) };
  const accepted = state.lanes.filter(({ answer }) => answer === 'accepted');
  const taken = accepted.some(({ unitId, role }) => !wanted[role].includes(unitId));
  const beside =
    accepted.some(({ role }) => role === 'lead') && leads.some((unitId) => laneOf(state, unitId)?.role !== 'lead');
  return taken || (beside && state.status !== 'declined')
    ? reject('TASK.UNITS_FIXED', '责任单位已签收，不能再更正该单位，确需变更的请终止本任务并另立任务交办。')
    : null;
}

/** What is under check is judged as it stands: only its wording is put right, the rest changes by sending it back. */
export function judgedFault(
  state: TaskState,
  { title: _title, body: _body, changedLimits = [], ...rest }: TaskChanges,
): Fault {
  const words = ['limitId', 'what'];
  const moves = changedLimits.some((change) => Object.keys(change).some((field) => !words.includes(field)));
  return UNDER_CHECK.includes(state.status) && (moves || Object.keys(rest).length > 0)
    ? reject('TASK.UNDER_CHECK', '任务正在核验，时限、指标和单位不能更正，请在核验时退回后再更正；文字可以更正。')
    : null;
}

/** A limit's id is never given twice, and the task stays bounded. */
function addedLimitsFault(state: TaskState, { addedLimits = [], removedLimits = [] }: TaskChanges): Fault {
  if (addedLimits.length === 0) return null;
  if (addedLimits.some(({ limitId }) => state.limitIds.includes(limitId))) {
    return reject('TASK.LIMIT_EXISTS', '新增的时限与已有或已删除的时限编号相同，请重新添加。');
  }
  if (state.limits.length - new Set(removedLimits).size + addedLimits.length > MAX_LIMITS) {
    return reject('TASK.TOO_MANY_LIMITS', `一项任务最多有${MAX_LIMITS}个时限，请合并或删除后再增加。`);
  }
  return null;
}

/** What a new limit asks, it asks of units that are responsible after the correction. */
function owedByFault(state: TaskState, changes: TaskChanges): Fault {
  const responsible = responsibleAfter(state, changes);
  return (changes.addedLimits ?? []).every(({ owedBy = [] }) => owedBy.every((unitId) => responsible.includes(unitId)))
    ? null
    : NOT_RESPONSIBLE;
}

/** The refusal of a unit that the task has not got. */
export const NOT_RESPONSIBLE = reject(
  'TASK.UNIT_NOT_RESPONSIBLE',
  '所选单位不是本任务的牵头或配合单位，请重新选择单位。',
);

/** A value that was reported is one in its own unit: 3 in 万元 had become 3 in 亿元. */
function measuredFault(state: TaskState, { indicators = [] }: TaskChanges): Fault {
  const other = state.indicators.find(
    ({ indicatorId, reading, unit }) =>
      reading !== null && indicators.some((each) => each.indicatorId === indicatorId && each.unit !== unit),
  );
  return other
    ? reject(
        'TASK.INDICATOR_MEASURED',
        `指标“${other.name}”已有填报数据，不能更改计量单位，确需更改的请删除该指标后另行增加。`,
      )
    : null;
}

/** A change names parts of the terms only, so its schema cannot tell whether the day fits the period: the result must. */
function changedLimitsFault(state: TaskState, changes: TaskChanges): Fault {
  return newTerms(state, changes).every(({ to }) => dueWithinPeriod(to)) ? null : DUE_OUTSIDE_PERIOD;
}

/** A unit that has asked for closure gets no new duty meanwhile: it could neither report nor put it off. A day that moves brings none. */
function claimedFault(state: TaskState, changes: TaskChanges): Fault {
  const claimed = state.lanes.filter(({ claim }) => claim !== null);
  if (claimed.length === 0) return null;
  const asked = [
    ...newTerms(state, changes).flatMap(({ from, to }) => (asksForMore(from, to) ? [from] : [])),
    ...(prolongsDuties(state, changes) ? state.limits.filter(isEndless) : []),
    ...(changes.addedLimits ?? []).map(({ owedBy = [] }) => ({ owedBy })),
  ];
  return asked.some((limit) => claimed.some((lane) => owes(limit, lane)))
    ? reject(
        'TASK.UNDER_CHECK',
        '负责该时限的单位已申请销号，不能新增时限，请在核验时退回后再更正，或由该单位先撤回申请。',
      )
    : null;
}

/** A later day that loads new periods on a lead that has asked for closure: they would be owed by nobody who can report them. */
export function extensionFault(
  state: TaskState,
  { limitId, period, due }: { readonly limitId: string; readonly period: string | null; readonly due: string },
): Fault {
  return period === null ? claimedFault(state, { changedLimits: [{ limitId, due }] }) : null;
}

/** A duty without an end of its own lasts as long as the task's last dated limit: when that moves on, more periods are owed. */
function prolongsDuties({ limits }: TaskState, { changedLimits = [], removedLimits = [] }: TaskChanges): boolean {
  if (!limits.some(isEndless)) return false;
  const after = limits
    .filter(({ limitId }) => !removedLimits.includes(limitId))
    .map((limit) => {
      const change = changedLimits.find(({ limitId }) => limitId === limit.limitId);
      return change ? { ...limit, ...changedTerms(limit, change) } : limit;
    });
  const [from, to] = [endOfDuties({ limits }), endOfDuties({ limits: after })];
  return from !== null && (to === null || to > from);
}

/** Every limit named must be one of the task's. */
export function unknownLimit({ limits }: TaskState, limitIds: readonly string[]): Fault {
  const known = new Set(limits.map((limit) => limit.limitId));
  return limitIds.every((limitId) => known.has(limitId))
    ? null
    : reject('TASK.LIMIT_UNKNOWN', '所选时限不在本任务中，请重新选择。');
}

/** Indicators named must be the task's, and readings are not from the future. */
export function readingsFault(
  { indicators }: TaskState,
  readings: readonly { readonly indicatorId: string; readonly readOn: string }[],
  today: string,
): Fault {
  const known = new Set(indicators.map(({ indicatorId }) => indicatorId));
  if (readings.some(({ indicatorId }) => !known.has(indicatorId))) {
    return reject('TASK.INDICATOR_UNKNOWN', '所填指标不在本任务中，请重新填写。');
  }
  return readings.some(({ readOn }) => readOn > today)
    ? reject('TASK.DAY_IN_FUTURE', '指标数据的日期晚于今天，请填写实际统计日期。')
    : null;
}

/** Files named must be in the store. */
export function filesFault(evidence: readonly Evidence[], { knownFiles }: Facts): Fault {
  return evidence.some((file) => !knownFiles.has(file.hash))
    ? reject('EVIDENCE.UNKNOWN', '佐证材料尚未上传成功，请重新上传后再提交。')
    : null;
}

/** An answer is given once, by a unit that has not given it. */
export function answerFault(state: TaskState, { actor }: Asking): Fault {
  return actingLane(state, actor)?.answer === 'waiting'
    ? null
    : reject('TASK.ALREADY_ANSWERED', '本单位已经答复过交办，无需再次签收或退件。');
}

function claimedOn(day: Day): Rejection {
  return reject('TASK.LANE_CLAIMED', `本单位已于 ${day} 申请销号，如需补充或延期，请由单位负责人先撤回申请。`);
}

/** A lane that works on the task: it has accepted and not asked for closure yet. */
export function workingFault(lane: LaneState | null): Fault {
  if (lane === null) return NOT_RESPONSIBLE;
  if (lane.answer === 'declined') return reject('TASK.LANE_DECLINED', '本单位已退件，等待督查部门重新交办，无需办理。');
  if (lane.answer === 'waiting') return reject('TASK.NOT_ACCEPTED', '交办尚未签收，请先签收再填报。');
  return lane.claim === null ? null : claimedOn(lane.claim.on);
}

/**
 * An event names everything that is owed or nothing of it. Beyond its bound the act is refused until less is owed: naming the
 * first 2,000 would lose the others silently, and a larger bound would only be reached later.
 * @param wayOut what the person can do, as the second half of the sentence
 */
export function tooManyOwedFault(owed: readonly unknown[], wayOut: string): Fault {
  return owed.length > MAX_OBLIGATIONS
    ? reject('TASK.TOO_MANY_OWED', `未完成的时限按期次计已超过${MAX_OBLIGATIONS}项，${wayOut}`)
    : null;
}

/** The burden rule: the same demand is not made twice on one day, whatever day is stated. */
export function urgedTodayFault({ lastUrgedOn }: TaskState, { today }: Asking): Fault {
  return lastUrgedOn === today
    ? reject('TASK.URGED_TODAY', '本任务今天已经催办过一次，请改日再催办，或直接与责任单位联系。')
    : null;
}
