import { addWorkingDays, type Day } from '../calendar';
import { delayOfRungKey, type RungKind } from '../ladder';
import { type Policy } from '../policy';
import { type Circumstances, isPractice, type Rules } from '../shared/circumstances';
import { reject, type Rejection } from '../shared/rejection';
import { leadersInCharge, leadersOnMeasure, nearestOf } from '../shared/staff';
import { laneOf } from './lanes';
import { daysLate } from './lateness';
import { openObligations } from './obligations';
import { measureProposed, openProposals, type ProposedMeasure, TAKE_MEASURE } from './proposals';
import { isSuspended } from './status';
import { type TaskEvent } from './task-act';
import { type Measure, type Obligation } from './task.parts';
import { type Proposal, type TaskState } from './task.state';

/** A rung that was reached of what a unit owes. */
interface Reached {
  readonly obligation: Obligation;
  readonly kind: RungKind;
  readonly key: string;
  readonly daysLate: number;
}

/**
 * What the ladder proposes to the leader at a rung: 通报 or 约谈 where it says so, and 挂牌督办 with as many escalated delays of the unit as the rules say.
 * Never taken by itself (令733 art. 21): it goes to the leader in charge, by name. One of a kind waits at a time for a unit and stands for all
 * its delays in the task (`proposalFor`): each day of a daily duty had brought another.
 */
export function proposedMeasure(
  state: TaskState,
  reached: Reached,
  circumstances: Circumstances,
): readonly TaskEvent[] {
  const asked = [ladderMeasure(state, reached, circumstances.policy), listing(state, reached, circumstances.policy)];
  return asked.flatMap((each) => (each === null ? [] : measureAsked(state, each, circumstances)));
}

/** 通报 or 约谈, at its rung, or where it waits anew; null where the rung asks for none. */
function ladderMeasure(
  state: TaskState,
  { obligation, kind, key, daysLate: days }: Reached,
  policy: Policy,
): Asked | null {
  const { lane } = obligation;
  const isAgain = kind === 'notice' && overtakenLast(state, 'propose', key, policy) !== null;
  if (kind !== 'propose' && !isAgain) return null;
  const grounds = `${lateText(days)}${wentOut(state, lane, [delayOfRungKey(key).due], policy)}`;
  return { measures: LADDER_MEASURES, lane, grounds };
}

/** 挂牌督办, with the escalation of one more delay of the unit, or where it waits anew; null where the rung asks for none. */
function listing(state: TaskState, { obligation, kind, key, daysLate: days }: Reached, policy: Policy): Asked | null {
  const { lane } = obligation;
  if (isListed(state, lane)) return null;
  const { delay } = delayOfRungKey(key);
  const before = escalatedDelays(state, lane, policy);
  const delays = before.has(delay) ? before.size : before.size + 1;
  const asked = { measures: LISTED, lane, grounds: `${climbsText(delays)}，本次${lateText(days)}` };
  if (kind === 'propose' || kind === 'notice') {
    const last = overtakenLast(state, 'escalate', key, policy);
    if (last?.inARow === undefined) return last === null ? null : asked;
    return { measures: LISTED, lane, inARow: last.inARow, grounds: rowGrounds(last.inARow) };
  }
  // Limits that are due on the same day are one delay, which was counted before.
  const isNew = kind === 'escalate' && !before.has(delay) && delays >= policy.listing.task;
  return isNew && !wasRefusedListing(state, lane) ? asked : null;
}

function lateText(days: number): string {
  return `已逾期${days}个工作日`;
}

/** A measure that is to be decided on. */
interface Asked {
  readonly measures: readonly Measure[];
  readonly lane: string;
  readonly grounds: string;
  /** How many delays in a row of the unit over its tasks it is for; left out: for those of this task. */
  readonly inARow?: number;
}

/** 挂牌督办 where a unit was escalated several times in a row over its tasks, and this task is the last of them. */
export function listingAsked(
  state: TaskState,
  { lane, climbs: inARow }: { readonly lane: string; readonly climbs: number },
  circumstances: Circumstances,
): readonly TaskEvent[] {
  if (isListed(state, lane)) return [];
  return measureAsked(state, { measures: LISTED, lane, inARow, grounds: rowGrounds(inARow) }, circumstances);
}

function rowGrounds(delays: number): string {
  return `该单位在本台账连续${delays}次逾期上报，其间没有按期完成的事项`;
}

function measureAsked(
  state: TaskState,
  { measures, lane, grounds, inARow }: Asked,
  { today, calendar, policy, newId, facts }: Circumstances,
): readonly TaskEvent[] {
  if (proposalFor(state, lane, measures) !== null) return [];
  const { staff } = facts;
  // One person plays every part in practice.
  const leaders = isPractice(facts) ? leadersInCharge(lane, staff) : leadersOnMeasure(lane, staff);
  const leader = nearestOf(leaders, lane, staff);
  const row = inARow === undefined ? {} : { inARow };
  return [
    {
      type: 'proposal.made',
      data: {
        proposalId: newId(),
        act: TAKE_MEASURE,
        data: { measures: [...measures], lane, reason: grounds, ...row },
        basis: { revision: state.revision, touches: [], moves: [], late: true },
        decideBy: addWorkingDays(today, policy.clocks.decide, calendar),
        grounds,
        ...(leader ? { leader: { accountId: leader.accountId, postId: leader.postId } } : {}),
      },
    },
  ];
}

/**
 * The measure of a delay that goes on, where nobody has decided on it: it was overtaken last. Null otherwise. A suspension that ended on its
 * own day had taken it out of its leader's hands for good.
 * @param rung at which it is proposed: 通报 or 约谈 at `propose`, 挂牌督办 at `escalate`
 */
function overtakenLast(
  state: TaskState,
  rung: 'propose' | 'escalate',
  key: string,
  policy: Policy,
): ProposedMeasure | null {
  const { delay, lane } = delayOfRungKey(key);
  if (!delaysAt(rung, state, lane, policy).has(delay)) return null;
  const own = state.proposals.flatMap((proposal) => {
    const wanted = measureProposed(proposal);
    const isOfKind = wanted?.lane === lane && wanted.measures.includes('listed') === (rung === 'escalate');
    return isOfKind ? [{ wanted, result: proposal.decided?.result ?? null }] : [];
  });
  const last = own.at(-1);
  return last?.result === 'overtaken' ? last.wanted : null;
}

/** What the ladder proposes at its rung: the leader chooses one of them. */
export const LADDER_MEASURES: readonly Measure[] = ['bulletin', 'talk'];
const LISTED: readonly Measure[] = ['listed'];

/** True where a leader has refused 挂牌督办 for the delays of a unit in this task: it is not proposed for one more of them. */
function wasRefusedListing({ proposals }: Pick<TaskState, 'proposals'>, lane: string): boolean {
  return proposals.some((proposal) => {
    const wanted = measureProposed(proposal);
    const isOfTask = wanted?.lane === lane && wanted.measures.includes('listed') && wanted.inARow === undefined;
    return isOfTask && proposal.decided?.result === 'refused';
  });
}

/** True where 挂牌督办 was decided for a unit in this task already. */
function isListed({ measures }: Pick<TaskState, 'measures'>, lane: string): boolean {
  return measures.some(({ measure, unit }) => measure === 'listed' && unit === lane);
}

/** The delays of a unit in a task that were escalated. Those of another lead had been held against a unit that was late for the first time. */
function escalatedDelays(state: TaskState, lane: string, policy: Policy): ReadonlySet<string> {
  return delaysAt('escalate', state, lane, policy);
}

/** The delays of a unit that have come to a rung of some kind. */
function delaysAt(kind: RungKind, state: TaskState, lane: string, policy: Policy): ReadonlySet<string> {
  return new Set(reachedBy(kind, state, lane, policy).map(({ delay }) => delay));
}

/** The days of which a unit has come to a rung of some kind, in whichever run of its ladders. */
function daysAt(kind: RungKind, state: TaskState, lane: string, policy: Policy): ReadonlySet<Day> {
  return new Set(reachedBy(kind, state, lane, policy).map(({ due }) => due));
}

function reachedBy(kind: RungKind, { fired }: TaskState, lane: string, { ladders }: Policy) {
  const rungs = new Set(ladders.limits.rungs.filter((rung) => rung.kind === kind).map(({ rungId }) => rungId));
  return fired.map(delayOfRungKey).filter((each) => each.lane === lane && rungs.has(each.rungId));
}

function climbsText(delays: number): string {
  return `第${delays}次逾期上报`;
}

/** The rungs before a measure, in the order of the ladder. */
const BEFORE_A_MEASURE = [
  ['提醒', ['remind', 'due']],
  ['催办', ['urge']],
  ['上报', ['escalate']],
] as const satisfies readonly (readonly [string, readonly RungKind[]])[];

/** What was sent about some days. After a stop of the program only the last rung had gone out, and the grounds named all of them. */
function wentOut(state: TaskState, lane: string, days: readonly Day[], policy: Policy): string {
  const isSent = (kind: RungKind): boolean => {
    const reached = daysAt(kind, state, lane, policy);
    return days.some((day) => reached.has(day));
  };
  const sent = BEFORE_A_MEASURE.flatMap(([word, kinds]) => (kinds.some(isSent) ? [word] : []));
  const how = sent.length === 0 ? '' : `经${sent.join('、')}`;
  return `，${how}仍未完成`;
}

/**
 * What waits for a leader about one of some measures against a unit; null for nothing. 挂牌督办 waits beside 通报 or 约谈: dropped because of
 * the other, it had never come again.
 */
export function proposalFor(
  state: Pick<TaskState, 'proposals'>,
  lane: string,
  measures: readonly Measure[],
): Proposal | null {
  return (
    openProposals(state).find((proposal) => {
      const wanted = measureProposed(proposal);
      return wanted?.lane === lane && wanted.measures.some((measure) => measures.includes(measure));
    }) ?? null
  );
}

/** By what a delay is looked at, and when. */
export interface Looking extends Rules {
  readonly today: Day;
}

/** The refusal of a measure against a unit that leads the task no more. */
export const UNIT_GONE = reject('TASK.UNIT_GONE', '该单位已不再牵头这项任务。');
const DELAY_OVER = reject('TASK.DELAY_OVER', '建议所依据的逾期事项已完成、时限已调整或任务已缓办，无需再作决定。');

/** Why there is nothing to decide about a measure any more: the unit is gone, or none of its delays goes on; null while one does. */
export function whyMeasureOver(state: TaskState, wanted: ProposedMeasure, looking: Looking): Rejection | null {
  if (laneOf(state, wanted.lane)?.role !== 'lead') return UNIT_GONE;
  return isSuspended(state) || standingDelays(state, wanted, looking).length === 0 ? DELAY_OVER : null;
}

/**
 * The delays of its unit that a measure is about and that go on: what came so far in the ladder and is owed still, whichever of the limits it
 * is. A return to the unit begins another run for a day that is kept, and ends no delay: the measures had been taken from the leader
 * with what was never done.
 */
function standingDelays(state: TaskState, { measures, lane }: ProposedMeasure, { today, policy }: Looking) {
  const reached = daysAt(measures.includes('listed') ? 'escalate' : 'propose', state, lane, policy);
  return openObligations(state, today).filter((open) => open.lane === lane && reached.has(open.due));
}

interface Since {
  /** The day on which it was proposed. */
  readonly askedOn: Day;
}

/**
 * The grounds of a proposed measure as they are on a day, which they name: by how much the unit is late at most with what came so far in its
 * ladder, whichever of its limits that is now, and whether it has reported since. Without the day, the figure of an older limit stood in the
 * record as that of the newest one. Null where none of these delays is there any more: the leader had decided on what
 * the unit had done meanwhile.
 */
export function groundsNow(
  state: TaskState,
  wanted: ProposedMeasure,
  { today, askedOn, calendar, policy }: Looking & Since,
): string | null {
  const { measures, lane, inARow } = wanted;
  const standing = standingDelays(state, wanted, { today, calendar, policy });
  if (standing.length === 0) return null;
  const late = standing.map((open) =>
    daysLate(state, { obligation: open, holder: null, due: open.due }, today, calendar),
  );
  const most = `截至${today}最长已逾期${Math.max(...late)}个工作日`;
  const ofTask = measures.includes('listed')
    ? `${climbsText(escalatedDelays(state, lane, policy).size)}，${most}`
    : `${most}${wentOut(
        state,
        lane,
        standing.map(({ due }) => due),
        policy,
      )}`;
  const grounds = inARow === undefined ? ofTask : rowGrounds(inARow);
  const report = laneOf(state, lane)?.lastReport;
  return report && report.on >= askedOn ? `${grounds}；提出建议后，该单位于${report.on}填报过进展` : grounds;
}

/** The grounds of a proposal for whoever decides it today: those of a measure as they are by now, while its delay goes on. */
export function groundsOfProposal(
  state: TaskState,
  proposal: Pick<Proposal, 'act' | 'data' | 'grounds' | 'on'>,
  { today, calendar, policy }: Looking,
): string {
  const wanted = measureProposed(proposal);
  if (wanted === null) return proposal.grounds;
  return groundsNow(state, wanted, { today, askedOn: proposal.on, calendar, policy }) ?? proposal.grounds;
}
