import { addWorkingDays } from '../calendar';
import { delayOfRungKey, type RungKind } from '../ladder';
import { type Policy } from '../policy';
import { type Circumstances, type Facts, isPractice } from '../shared/circumstances';
import { isParty, nearestLeader, type StaffedPost } from '../shared/staff';
import { openProposals, TAKE_MEASURE, unitOfMeasure } from './proposals';
import { type TaskEvent } from './task-act';
import { type Measure, type Obligation } from './task.parts';
import { type TaskState } from './task.state';

/** A rung that was reached of what a unit owes. */
interface Reached {
  readonly obligation: Obligation;
  readonly climb: number;
  readonly kind: RungKind;
  readonly key: string;
  readonly daysLate: number;
}

/**
 * What the ladder proposes to the leader at a rung: 通报 or 约谈 where it says so, and 挂牌督办 with as many escalated delays of the unit as the rules say.
 * Never taken by itself (令733 art. 21): it goes to the leader in charge, by name. One waits at a time for a unit: each day of a daily duty had brought another.
 */
export function proposedMeasure(
  state: TaskState,
  reached: Reached,
  circumstances: Circumstances,
): readonly TaskEvent[] {
  const { policy } = circumstances;
  const measures = measuresFor(state, reached, policy);
  return measureAsked(
    state,
    { measures, lane: reached.obligation.lane, grounds: groundsOf(reached, measures, policy) },
    circumstances,
  );
}

/** A measure that is to be decided on. */
interface Asked {
  /** None: nothing is asked. */
  readonly measures: readonly Measure[];
  readonly lane: string;
  readonly grounds: string;
}

/** 挂牌督办 where a unit was escalated several times in a row over its tasks, and this task is the last of them. */
export function listingAsked(
  state: TaskState,
  { lane, climbs }: { readonly lane: string; readonly climbs: number },
  circumstances: Circumstances,
): readonly TaskEvent[] {
  const measures: readonly Measure[] = isListed(state, lane) ? [] : ['listed'];
  const grounds = `该单位在本台账连续${climbs}次逾期上报，其间没有按期完成的事项`;
  return measureAsked(state, { measures, lane, grounds }, circumstances);
}

function measureAsked(
  state: TaskState,
  { measures, lane, grounds }: Asked,
  { today, calendar, policy, newId, facts }: Circumstances,
): readonly TaskEvent[] {
  if (measures.length === 0 || isProposedFor(state, lane)) return [];
  const leader = decidingLeader(lane, facts);
  return [
    {
      type: 'proposal.made',
      data: {
        proposalId: newId(),
        act: TAKE_MEASURE,
        data: { measures: [...measures], lane, reason: grounds },
        basis: { revision: state.revision, touches: [], moves: [], late: true },
        decideBy: addWorkingDays(today, policy.clocks.decide, calendar),
        grounds,
        ...(leader ? { leader: { accountId: leader.accountId, postId: leader.postId } } : {}),
      },
    },
  ];
}

/** To whom it goes by name; null where the only leader in charge acts for the very unit, but for practice. */
function decidingLeader(lane: string, facts: Facts): StaffedPost | null {
  const leader = nearestLeader(lane, facts.staff);
  return leader && !isPractice(facts) && isParty(leader.accountId, lane, facts.staff.posts) ? null : leader;
}

function measuresFor(state: TaskState, reached: Reached, policy: Policy): readonly Measure[] {
  if (reached.kind === 'propose') return ['bulletin', 'talk'];
  if (reached.kind !== 'escalate' || isListed(state, reached.obligation.lane)) return [];
  return escalatedDelays(state, reached, policy) === policy.listing.task ? ['listed'] : [];
}

/** True where 挂牌督办 was decided for a unit in this task already. */
function isListed({ measures }: Pick<TaskState, 'measures'>, lane: string): boolean {
  return measures.some(({ measure, unit }) => measure === 'listed' && unit === lane);
}

/**
 * How many delays of a unit in a task were escalated, this one included; none where this one was counted before. Those of another lead had
 * been held against a unit that was late for the first time.
 */
function escalatedDelays({ fired }: TaskState, { obligation: { lane }, key }: Reached, { ladders }: Policy): number {
  const rungs = new Set(ladders.limits.rungs.filter(({ kind }) => kind === 'escalate').map(({ rungId }) => rungId));
  const escalated = fired.map(delayOfRungKey).filter((each) => each.lane === lane && rungs.has(each.rungId));
  const delays = new Set(escalated.map(({ delay }) => delay));
  return delays.has(delayOfRungKey(key).delay) ? 0 : delays.size + 1;
}

function groundsOf({ daysLate }: Reached, measures: readonly Measure[], { listing }: Policy): string {
  return measures.includes('listed')
    ? `第${listing.task}次逾期上报，本次已逾期${daysLate}个工作日`
    : `已逾期${daysLate}个工作日，经提醒、催办、上报仍未完成`;
}

/** True while a measure against a unit waits for a leader. */
function isProposedFor(state: Pick<TaskState, 'proposals'>, lane: string): boolean {
  return openProposals(state).some(({ act, data }) => act === TAKE_MEASURE && unitOfMeasure(data).includes(lane));
}
