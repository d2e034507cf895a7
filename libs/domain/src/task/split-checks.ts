import { type Day } from '../calendar';
import { type Circumstances, isBelow } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { laneOf } from './lanes';
import { sameChildFault } from './same-child';
import { type Indicator, type Limit, type SplitRule } from './task.parts';
import { tooFarFault } from './far-days';
import { type TaskState } from './task.state';

/** What a split asks for, as far as it can be wrong. */
interface Wanted {
  readonly by: 'units' | 'periods' | 'measures';
  readonly children: readonly WantedChild[];
  readonly rule: SplitRule;
  readonly replyBy: Day | null;
}

interface WantedChild {
  readonly leadUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
  readonly title?: string | undefined;
  readonly limits?: readonly Pick<Limit, 'due' | 'recurrence'>[] | undefined;
  readonly indicators?: readonly Pick<Indicator, 'indicatorId' | 'unit'>[] | undefined;
}

/** Why a task cannot be split so, or null. That the units exist is asked before. */
export function splitFault(
  state: TaskState,
  { by, children, rule, replyBy }: Wanted,
  circumstances: Pick<Circumstances, 'today' | 'actor' | 'facts'>,
): Rejection | null {
  if (replyBy !== null && replyBy < circumstances.today) {
    return reject('TASK.REPLY_BEFORE_ASSIGNMENT', '签收期限早于今天，请改为今天或之后。');
  }
  const days = children.flatMap(({ limits = [] }) => limits.map(({ due }) => due));
  const far = tooFarFault('answer', [replyBy], circumstances.today) ?? tooFarFault('limit', days, circumstances.today);
  if (far) return far;
  if (children.some(({ limits = [] }) => limits.some(isUnsettled))) {
    return reject('TASK.LIMIT_UNSETTLED', '子任务有时限没有日期或周期，请补填日期、设置周期，或删除该时限。');
  }
  const known = new Map(state.indicators.map(({ indicatorId, unit }) => [indicatorId, unit]));
  if (rule.indicators.some(({ indicatorId }) => !known.has(indicatorId))) {
    return reject('TASK.INDICATOR_UNKNOWN', '所填指标不在本任务中，请重新填写。');
  }
  const own = children.flatMap(({ indicators = [] }) => indicators);
  if (own.some(({ indicatorId, unit }) => (known.get(indicatorId) ?? unit) !== unit)) {
    return reject('TASK.INDICATOR_UNIT', '子任务指标的计量单位与本任务不同，无法汇总，请改用相同的计量单位。');
  }
  if (by === 'units' && isAnyTwice(children.flatMap(({ leadUnitIds }) => leadUnitIds))) {
    return reject('TASK.UNIT_TWICE', '按单位分解时，同一单位被列了两次，请检查单位。');
  }
  const same = sameChildFault(state, by, children);
  if (same) return same;
  return circumstances.actor.role === 'unit-head' ? headsFault(state, { children, rule }, circumstances) : null;
}

function isUnsettled({ due, recurrence }: Pick<Limit, 'due' | 'recurrence'>): boolean {
  return due === null && recurrence === null;
}

function isAnyTwice(names: readonly string[]): boolean {
  return new Set(names).size !== names.length;
}

function headsFault(
  state: TaskState,
  { children, rule }: Pick<Wanted, 'children' | 'rule'>,
  circumstances: Pick<Circumstances, 'actor' | 'facts'>,
): Rejection | null {
  return unitHeadFault(state, children, circumstances) ?? ruleFault(state, rule, circumstances.actor.unitId);
}

/**
 * A sum has one rule, and the office states it, or who split first. A lead that splits its own part takes it as it stands while children of
 * others are added by it: stated for a part, another rule had replaced theirs, and their sum was gone.
 */
function ruleFault(
  { children, splitRule }: Pick<TaskState, 'children' | 'splitRule'>,
  rule: SplitRule,
  unitId: string | null,
): Rejection | null {
  const isOwn = children.every(({ splitBy }) => splitBy === unitId);
  return splitRule === null || isOwn || isSameRule(splitRule, rule) ? null : OTHER_RULE;
}

const OTHER_RULE = reject(
  'TASK.SPLIT_RULE_STATED',
  '本任务的子任务已按原定方式汇总，本单位分解时不能改变，请选择与原来相同的汇总方式，或由督查部门分解时调整。',
);

function isSameRule(one: TaskState['splitRule'] & object, other: SplitRule): boolean {
  const ruleOf = ({ indicators }: Pick<SplitRule, 'indicators'>, id: string) =>
    indicators.find(({ indicatorId }) => indicatorId === id)?.rule;
  return (
    one.progress === other.progress &&
    one.indicators.length === other.indicators.length &&
    one.indicators.every(({ indicatorId, rule }) => ruleOf(other, indicatorId) === rule)
  );
}

/** A unit splits what it leads, once it has accepted it, and to itself and the units below it: it never passes a task on to others. */
function unitHeadFault(
  state: TaskState,
  children: Wanted['children'],
  { actor, facts }: Pick<Circumstances, 'actor' | 'facts'>,
): Rejection | null {
  const lane = laneOf(state, actor.unitId);
  if (lane?.role !== 'lead' || lane.answer !== 'accepted') {
    return reject('TASK.SPLIT_NOT_LEAD', '只有已签收的牵头单位可以分解任务，请先签收或由督查部门分解。');
  }
  const units = children.flatMap(({ leadUnitIds, supportUnitIds }) => [...leadUnitIds, ...supportUnitIds]);
  return units.every((unitId) => isBelow(unitId, lane.unitId, facts))
    ? null
    : reject('TASK.SPLIT_OUTSIDE', '只能分解给本单位及下属单位，其他单位请由督查部门分解交办。');
}
