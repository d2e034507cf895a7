import { MOST_COMPLETIONS, type TaskDetail, type TaskRow } from '#contracts';
import {
  type CompiledCalendar,
  type Completion,
  completionOf,
  type Day,
  dayInShanghai,
  daysLate,
  doneSinceLaneBegan,
  decisionDays,
  dueOf,
  heldFrom,
  heldOf,
  holdersOf,
  isEnded,
  isForLeadToExtend,
  isSuspended,
  lampOf,
  type LaneState,
  type LimitState,
  type Obligation,
  openOfLimit,
  remainingWorkingDays,
  reportableParts,
  type Rules,
  type TaskState,
  UNDER_CHECK,
  unfinished,
  unitsOwing,
  workingLanes,
} from '#domain';
import { type UnitNames } from '../queries/read-models';
import { type OnDay } from './standing';
import { delaysTold } from './task-delays';
import { instructionsOf } from './task-instructions';

type Detail = TaskDetail['task'];
/** What a task in full has beside its row: fields of its own, and names of units with their places in the document. */
type Parts = Omit<
  Detail,
  | Exclude<keyof TaskRow, 'leadUnitNames' | 'supportUnitNames'>
  | 'doubts'
  | 'acts'
  | 'withdrawable'
  | 'proposals'
  | 'parent'
  | 'children'
>;

/** The parts of a task in full that come from its state. */
export function detailParts(
  state: TaskState,
  day: OnDay & Rules,
  names: UnitNames,
  people: ReadonlyMap<string, string>,
): Parts {
  const { assignment } = state;
  return {
    body: state.body,
    source: state.source,
    leadUnitNames: [...state.leadUnitNames],
    supportUnitNames: [...state.supportUnitNames],
    lanes: state.lanes.map((lane) => laneStanding(state, lane, day.today, names)),
    limits: state.limits.map((limit) => limitStanding(state, limit, day, names)),
    limitsConfirmed: state.limitsConfirmed,
    assignment: assignment && {
      requirements: assignment.requirements,
      replyBy: assignment.replyBy,
    },
    rules: state.rules,
    measures: state.measures.map(({ unit, ...measure }) => ({ ...measure, unit: names(unit) })),
    instructions: instructionsOf(state, day, names),
    delays: delaysTold(state, { day, names, people }),
    policy: asksOfForms(day.policy),
    acceptance: [...(UNDER_CHECK.includes(state.status) ? state.acceptance : day.policy.acceptance)],
    suspension: suspensionOf(state),
    holders: holders(state, day, names),
    held: heldBy(state, day, names),
    lastProblems: state.lastReport?.problems ?? null,
  };
}

function asksOfForms({ closing, evidence, secondPerson, clocks }: Rules['policy']): Detail['policy'] {
  return { closing, evidence, secondPerson, clocks };
}

function holders(state: TaskState, { today, calendar, policy }: OnDay & Rules, names: UnitNames): Detail['holders'] {
  return holdersOf(state, { calendar, policy }).map(({ kind, lane, since, due }) => ({
    kind,
    unit: lane === null ? null : names(lane),
    since,
    due,
    remainingWorkingDays: due === null ? null : remainingWorkingDays(today, due, calendar),
  }));
}

function heldBy(state: TaskState, { today, calendar }: OnDay, names: UnitNames): Detail['held'] {
  const from = heldFrom(state);
  if (from === null) return null;
  const by = heldOf(state, today, calendar).map(({ kind, lane, workingDays }) => ({
    kind,
    unit: lane === null ? null : names(lane),
    workingDays,
  }));
  const decided = decisionDays(state, today, calendar);
  return { from, by: decided === null ? by : [...by, { kind: 'decide', unit: null, workingDays: decided }] };
}

function suspensionOf(state: TaskState): Detail['suspension'] {
  const { suspension } = state;
  // One that ended while it stood still keeps the suspension in its state; it does not go on any more.
  if (!suspension || isEnded(state)) return null;
  const { on, until, reason, authority } = suspension;
  return { on, until, reason, authority };
}

function laneStanding(state: TaskState, lane: LaneState, today: Day, names: UnitNames): Detail['lanes'][number] {
  const { unitId, role, answer, claim, lastReport, shown } = lane;
  return {
    unit: names(unitId),
    role,
    answer,
    claimedOn: claim?.on ?? null,
    lastReport,
    shown: [...shown],
    reportable: reportableParts(state, lane, today).map((part) => ({
      ...duePart(state, part),
      next: part.next,
      movesFor: unitsOwing(state, part)
        .filter((each) => each !== unitId)
        .map(names),
      forLead: isForLeadToExtend(state, lane, part.limitId),
    })),
    doneSince: doneSinceLaneBegan(state, lane).map((part) => ({ ...duePart(state, part), claimed: part.claimed })),
    owed: owedBy(state, today, [lane]).map((part) => duePart(state, part)),
  };
}

/**
 * What lanes owe on a day. A task that was closed keeps what was open when it was closed; in a voided or terminated one nothing is
 * owed any more. Periods that would have begun since are no debt.
 */
function owedBy(state: TaskState, today: Day, lanes: readonly LaneState[]): readonly Obligation[] {
  if (!isEnded(state)) return unfinished(state, today, lanes);
  return state.closing === null ? [] : unfinished(state, state.closing.on, lanes);
}

function duePart(
  state: TaskState,
  { limitId, period }: Pick<Obligation, 'limitId' | 'period'>,
): Detail['lanes'][number]['owed'][number] {
  return { limitId, period, due: dueOf(state, { limitId, period }) };
}

/** The periods of a recurring limit that at least one unit owes, the oldest first. */
function openPeriodsOf(state: TaskState, limit: LimitState, today: Day): Detail['limits'][number]['openPeriods'] {
  if (isEnded(state)) return [];
  const owed = openOfLimit(state, limit, workingLanes(state), today);
  const dues = new Map(owed.flatMap(({ period, due }) => (period === null ? [] : [[period, due] as const])));
  return [...dues].map(([period, due]) => ({ period, due })).sort((one, other) => (one.due < other.due ? -1 : 1));
}

/** By how many working days a limit was done late: the days of others do not count. */
function doneLate(
  state: TaskState,
  { limitId, due }: LimitState,
  { lane, on }: Completion,
  calendar: CompiledCalendar,
): number {
  const clock = { obligation: { lane, limitId, period: null }, holder: null };
  return due === null ? 0 : daysLate(state, { ...clock, due }, on, calendar);
}

/** A move with the names of the people that it took. */
function linkOf({ kind, period, to, since, reason, ...people }: LimitState['chain'][number], names: UnitNames) {
  return { kind, period, ...to, since, reason, people: peopleOf(people, names) };
}

function peopleOf(
  { askedBy, approvedBy, askedFor }: Pick<LimitState['chain'][number], 'askedBy' | 'approvedBy' | 'askedFor'>,
  names: UnitNames,
): Detail['limits'][number]['chain'][number]['people'] {
  if (!askedBy) return null;
  return {
    askedBy: askedBy.name,
    approvedBy: approvedBy?.name ?? null,
    askedFor: askedFor === undefined ? null : names(askedFor),
  };
}

function completionsOf({ done }: LimitState, names: UnitNames): Detail['limits'][number]['completions'] {
  return done
    .slice(-MOST_COMPLETIONS)
    .reverse()
    .map(({ lane, period, on, recordedAt, claimed }) => ({
      unit: names(lane),
      period,
      on,
      recordedOn: dayInShanghai(recordedAt),
      claimedByRequest: claimed,
    }));
}

/** A recurring limit stands as the oldest period that a lead owes; any limit of a task that has ended, as the task. */
function limitStanding(state: TaskState, limit: LimitState, day: OnDay, names: UnitNames): Detail['limits'][number] {
  const { today, calendar } = day;
  const { limitId, sourceText, what, recurrence, dueOn, span, verifiedOn, armedAt } = limit;
  const openPeriods = openPeriodsOf(state, limit, today);
  const due = recurrence === null ? limit.due : (openPeriods[0]?.due ?? null);
  const completion = completionOf(state, limit);
  const done = completion !== null;
  return {
    limitId,
    sourceText,
    what,
    owedBy: limit.owedBy.map(names),
    due: limit.due,
    recurrence,
    dueOn,
    span,
    chain: limit.chain.map((move) => linkOf(move, names)),
    openPeriods,
    done: completion && {
      on: completion.on,
      recordedOn: dayInShanghai(completion.recordedAt),
      daysLate: doneLate(state, limit, completion, calendar),
      claimedByRequest: completion.claimed,
    },
    completions: completionsOf(limit, names),
    completionCount: limit.done.length,
    verifiedOn,
    armedAt,
    lamp: state.ended ?? lampOf({ due, today, done, suspended: isSuspended(state) }, calendar),
    remainingWorkingDays: done || due === null || isEnded(state) ? null : limitLeft(state, limit, due, day),
  };
}

/** The working days left for what is due of a limit; after the day, negative, those by which the latest of its units is late. */
function limitLeft(state: TaskState, limit: LimitState, due: Day, { today, calendar }: OnDay): number {
  const owed = openOfLimit(state, limit, state.lanes, today).filter((open) => open.due === due);
  if (today <= due || owed.length === 0) return remainingWorkingDays(today, due, calendar);
  const late = owed.map((obligation) => daysLate(state, { obligation, holder: null, due }, today, calendar));
  return 0 - Math.max(...late);
}
