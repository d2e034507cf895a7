import { reject, type Rejection } from '../shared/rejection';
import { type Evidence } from './task.events';
import { type TaskFacts } from './task.facts';
import { MAX_LIMITS, type TaskChanges } from './task.parts';
import { type TaskState } from './task.state';

/** Each check answers what is wrong, or null. Several acts share them. */
type Fault = Rejection | null;

/** Units must exist, and none may be lead and support at once. */
export function unitsFault(leads: readonly string[], supports: readonly string[], facts: TaskFacts): Fault {
  if ([...leads, ...supports].some((unitId) => !facts.knownUnits.has(unitId))) {
    return reject('UNIT.UNKNOWN', '所选单位不存在，请先在单位名录中建立该单位。');
  }
  const named = [...leads, ...supports];
  if (new Set(named).size !== named.length) {
    return reject('TASK.UNIT_TWICE', '同一单位被列了两次，请检查牵头单位和配合单位。');
  }
  return null;
}

/** Limits are confirmed as they can be kept, or declared absent when there are none. */
export function limitsFault(state: TaskState, limits: 'confirmed' | 'none'): Fault {
  const settled = state.limits.filter((limit) => limit.due !== null || limit.recurrence !== null);
  if (limits === 'none') {
    return settled.length === 0
      ? null
      : reject('TASK.HAS_LIMITS', '任务写有完成时限，请先删除这些时限，或选择确认时限。');
  }
  if (settled.length === 0 || settled.length < state.limits.length) {
    return reject('TASK.LIMIT_UNSETTLED', '有时限没有日期或周期，请补填日期、设置周期，或删除该时限。');
  }
  return null;
}

/** A correction names parts that are there and units that exist. */
export function changesFault(state: TaskState, changes: TaskChanges, facts: TaskFacts): Fault {
  const named = [...(changes.changedLimits ?? []).map((limit) => limit.limitId), ...(changes.removedLimits ?? [])];
  const leads = changes.leadUnitIds ?? state.leadUnitIds;
  const supports = changes.supportUnitIds ?? state.supportUnitIds;
  const moved = changes.leadUnitIds !== undefined || changes.supportUnitIds !== undefined;
  return (
    unknownLimit(state, named) ??
    addedLimitsFault(state, changes) ??
    (moved ? unitsFault(leads, supports, facts) : null)
  );
}

/** A limit's id is never given twice, the task stays bounded, and what is being checked gets no new duty meanwhile. */
function addedLimitsFault(state: TaskState, { addedLimits = [], removedLimits = [] }: TaskChanges): Fault {
  if (addedLimits.length === 0) return null;
  if (addedLimits.some(({ limitId }) => state.limitIds.includes(limitId))) {
    return reject('TASK.LIMIT_EXISTS', '新增的时限与已有或已删除的时限编号相同，请刷新后重试。');
  }
  if (state.limits.length - new Set(removedLimits).size + addedLimits.length > MAX_LIMITS) {
    return reject('TASK.TOO_MANY_LIMITS', `一项任务最多有${MAX_LIMITS}个时限，请合并或删除后再增加。`);
  }
  return state.status === 'closure-requested' || state.status === 'verified'
    ? reject('TASK.UNDER_CHECK', '任务正在核验或等待销号，不能新增时限，请先退回再更正。')
    : null;
}

/** Every limit named must be one of the task's. */
export function unknownLimit(state: TaskState, limitIds: readonly string[]): Fault {
  const known = new Set(state.limits.map((limit) => limit.limitId));
  return limitIds.every((limitId) => known.has(limitId))
    ? null
    : reject('TASK.LIMIT_UNKNOWN', '所选时限不在本任务中，请刷新后重新选择。');
}

/** What a report names must be there, and readings are not from the future. */
export function reportFault(
  state: TaskState,
  report: {
    readonly readings: readonly { readonly indicatorId: string; readonly readOn: string }[];
    readonly evidence: readonly Evidence[];
    readonly limitsDone: readonly string[];
  },
  today: string,
  facts: TaskFacts,
): Fault {
  const indicators = new Set(state.indicators.map((indicator) => indicator.indicatorId));
  if (report.readings.some((reading) => !indicators.has(reading.indicatorId))) {
    return reject('TASK.INDICATOR_UNKNOWN', '所填指标不在本任务中，请刷新后重新填写。');
  }
  if (report.readings.some((reading) => reading.readOn > today)) {
    return reject('TASK.DAY_IN_FUTURE', '指标数据的日期晚于今天，请填写实际统计日期。');
  }
  if (report.evidence.some((file) => !facts.knownEvidence.has(file.hash))) {
    return reject('EVIDENCE.UNKNOWN', '佐证材料尚未上传成功，请重新上传后再提交。');
  }
  return unknownLimit(state, report.limitsDone);
}

/** Nobody verifies what they reported, but in practice. */
export function verifierFault(state: TaskState, accountId: string, practice: boolean): Fault {
  return !practice && state.reporters.includes(accountId)
    ? reject('TASK.REPORTER_VERIFIES', '本任务的进展是您填报的，核验须由其他人员进行。')
    : null;
}

/** Nobody closes what they reported or verified, but in practice. */
export function closingFault(state: TaskState, accountId: string, practice: boolean): Fault {
  return !practice && [...state.verifiers, ...state.reporters].includes(accountId)
    ? reject('TASK.VERIFIER_CLOSES', '本任务由您填报或核验，销号须由其他人员签批。')
    : null;
}

/** The burden rule: the same demand is not made twice on one day, whatever day is stated. */
export function urgedTodayFault(state: TaskState, today: string): Fault {
  return state.lastUrgedOn === today
    ? reject('TASK.URGED_TODAY', '本任务今天已经催办过一次，请改日再催办，或直接与责任单位联系。')
    : null;
}
