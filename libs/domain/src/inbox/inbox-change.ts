import { dayInShanghai } from '../calendar';
import {
  isEnded,
  laneOf,
  type OpenObligation,
  type RecordedTaskEvent,
  type TaskState,
  type Turn,
  workingLanes,
} from '../task';
import { type EntryGroup, type EntryKind, type InboxChange, type NewEntry, type RevivedEntries } from './entry';
import { limitPart, newsOf, turnPart } from './news';
import { remindedAgain, remindedInVain, remindedOf } from './reminded';
import { waitsOf } from './waits';

/** Reminders of a unit wait for its sign of life: a report, or a step by which the task leaves its hands. */
const REMINDERS: readonly EntryKind[] = ['remind', 'urge', 'urge-copy'];
/** Urged by hand before it had answered at all, a unit answers by accepting; for a limit that is late that is not enough. */
const URGING: readonly EntryKind[] = ['urge', 'urge-copy'];

/** What holders are told of their clocks, and others of them. */
const CLOCK_ENTRIES: readonly EntryKind[] = [...REMINDERS, 'escalate', 'notice'];

/** What an event means for the inbox: entries that wait come from the holders around it, news from the event itself. */
export function inboxChange(event: RecordedTaskEvent, before: TaskState | null, after: TaskState): InboxChange {
  const former = before ? singleWaits(before) : [];
  const next = singleWaits(after);
  const gone = former.filter((wait) => !next.some((each) => sameWait(each, wait)));
  const come = next.filter((wait) => !former.some((each) => sameWait(each, wait)));
  return {
    settled: [...groupsOf(gone), ...(before === null || isLeftInPeace(after) ? [] : overdue(event, before, after))],
    ...(before === null ? NOTHING_MOVED : ofMovedDays(event, before, after)),
    entries: [
      ...come.map((wait) => ({ ...wait, waits: true, byHand: false, data: wait.data ?? wordsOf(event, after) })),
      ...newsOf(event, before, after),
    ],
  };
}

/** True where nobody was reminded or urged, so that there is nothing to look for in the table: so it is with most reports. */
function isLeftInPeace({ fired, lastUrgedOn }: TaskState): boolean {
  return fired.length === 0 && lastUrgedOn === null;
}

/** What was said of clocks that have stopped, or was answered. */
function overdue(event: RecordedTaskEvent, before: TaskState, after: TaskState): readonly EntryGroup[] {
  return [
    ...toldAgain(event),
    ...answered(event, before, after),
    ...instructedOf(event, before),
    ...overtaken(before, after),
    ...ofLeft(before, after),
  ];
}

/** A notice takes the place of the one before it. */
function toldAgain(event: RecordedTaskEvent): readonly EntryGroup[] {
  if (event.type !== 'rung.fired' || event.data.rung.kind !== 'notice') return [];
  const { obligation, holder, climb, due } = event.data;
  const limitId = obligation ? limitPart(obligation) : turnPart({ kind: holder ?? '', number: climb });
  return [{ ...groupOf('notice', false, null), lane: obligation?.lane ?? null, limitId, due }];
}

const NOTHING_MOVED: Pick<InboxChange, 'untrue' | 'revived'> = { untrue: [], revived: [] };

/**
 * What was said of days by which nobody owes anything any more, whoever was told: “escalated, late” had stayed for months after a day moved,
 * and that of a period whose day moved with the end of its duty stayed for good. What was said of other days stays, and where a day is put
 * back, what was said of it waits again: the same reminder never goes out twice. A unit's own step answers its reminders by itself.
 */
function ofMovedDays(
  event: RecordedTaskEvent,
  before: TaskState,
  after: TaskState,
): Pick<InboxChange, 'untrue' | 'revived'> {
  const isUnitsStep = 'lane' in event.data;
  const isSame = before.limits === after.limits && before.lanes === after.lanes;
  if (isUnitsStep || isSame || isLeftInPeace(after)) return NOTHING_MOVED;
  const by = dayInShanghai(after.recordedAt);
  const again = remindedAgain(before, after, by).flatMap(aboutObligation);
  return {
    untrue: remindedInVain(before, after, by).flatMap(aboutObligation),
    revived: [
      ...(event.type === 'task.withdrawn' ? [revivedBy(event, after)] : []),
      ...(again.length === 0 ? [] : [{ commandId: null, groups: again }]),
    ],
  };
}

/**
 * What waits for a holder follows from the state; a reminder that was answered by the step that is taken back waits for its answer again, as
 * far as what it says stands: of a limit that was moved meanwhile, or removed, “late, escalated” had come back.
 */
function revivedBy(
  { data: { commandId } }: Extract<RecordedTaskEvent, { type: 'task.withdrawn' }>,
  after: TaskState,
): RevivedEntries {
  const lanes = workingLanes(after);
  const groups = [
    ...remindedOf(after, dayInShanghai(after.recordedAt), lanes).flatMap(aboutObligation),
    ...after.turns.flatMap(aboutTurn),
    ...lanes.flatMap(({ unitId }) => URGING.map((kind) => groupOf(kind, true, unitId))),
  ];
  return { commandId, groups };
}

/** One entry that waits. */
type SingleWait = Pick<NewEntry, 'kind' | 'audience' | 'about'> & { readonly data?: object };

function singleWaits(state: TaskState): readonly SingleWait[] {
  return waitsOf(state).flatMap(({ audience, ...wait }) => audience.map((each) => ({ ...wait, audience: each })));
}

function sameWait(one: SingleWait, other: SingleWait): boolean {
  const { role, unitId } = one.audience;
  const same = one.kind === other.kind && one.about?.limitId === other.about?.limitId;
  return same && role === other.audience.role && unitId === other.audience.unitId;
}

/** The entries of a kind for a unit (null: for whoever they are), whatever they are about. */
function groupOf(kind: EntryKind, byHand: boolean, unitId: string | null): EntryGroup {
  return { kind, byHand, unitId, lane: null, limitId: null, due: null };
}

/** The entries of a unit go together, whatever the role. */
function groupsOf(waits: readonly SingleWait[]): readonly EntryGroup[] {
  const groups = waits.map(({ kind, about, audience: { unitId } }) => ({
    ...groupOf(kind, false, unitId),
    limitId: about?.limitId ?? null,
  }));
  const isSame = (one: EntryGroup, other: EntryGroup) =>
    one.kind === other.kind && one.unitId === other.unitId && one.limitId === other.limitId;
  return groups.filter((group, index) => groups.findIndex((each) => isSame(each, group)) === index);
}

/** Reminders that an event answers, each unit its own. What a supporting unit does leaves the escalations of the leads. */
function answered(event: RecordedTaskEvent, before: TaskState, after: TaskState): readonly EntryGroup[] {
  if (isEnded(after) && !isEnded(before)) return remindersOf(null);
  const handedOn = workingLanes(before).flatMap(({ unitId }) =>
    laneOf(after, unitId) === null || workingLanes(after).some((lane) => lane.unitId === unitId) ? [] : [unitId],
  );
  return [...handedOn.flatMap((unitId) => remindersOfLane(after, unitId)), ...heardFrom(event, after)];
}

/** A leader who gives units an instruction has done something about their delay, and about their silence. */
function instructedOf(event: RecordedTaskEvent, before: TaskState): readonly EntryGroup[] {
  if (event.type !== 'instruction.given') return [];
  const { lanes } = event.data;
  const escalated = { ...groupOf('escalate', false, null), role: 'leader' } as const;
  const silent = before.turns.filter(({ kind, lane }) => kind === 'answer' && lane !== null && lanes.includes(lane));
  return [
    ...lanes.map((lane) => ({ ...escalated, lane })),
    ...silent.map((turn) => ({ ...escalated, limitId: turnPart(turn) })),
  ];
}

/** Signs of life of a unit that keeps its part in hand. */
function heardFrom(event: RecordedTaskEvent, after: TaskState): readonly EntryGroup[] {
  switch (event.type) {
    case 'lane.accepted':
      return URGING.map((kind) => groupOf(kind, true, event.data.lane));
    case 'lane.reported':
      return remindersOfLane(after, event.data.lane);
    default:
      return [];
  }
}

/**
 * Each unit's own reminders go when it hands its part on, be it by its own step or because a return is taken back. The claim of the leads had
 * taken those of a supporting unit with it, which still owed, and was never reminded again.
 */
function remindersOfLane(state: TaskState, unitId: string): readonly EntryGroup[] {
  return laneOf(state, unitId)?.role === 'lead' ? remindersOf(unitId) : ownRemindersOf(unitId);
}

/** The reminders of units that have no part in the task any more, and what others were told of their delay. */
function ofLeft(before: TaskState, { lanes }: TaskState): readonly EntryGroup[] {
  if (before.lanes === lanes) return [];
  return before.lanes
    .filter(({ unitId }) => !lanes.some((lane) => lane.unitId === unitId))
    .flatMap(({ unitId }) => remindersOf(unitId));
}

/** What was said of a holder's clock, once the task waits for something else. */
function overtaken(before: TaskState, after: TaskState): readonly EntryGroup[] {
  if (after.fired.length === 0 || before.turns === after.turns) return [];
  return before.turns.filter(({ number }) => !after.turns.some((turn) => turn.number === number)).flatMap(aboutTurn);
}

/** What was said of a turn, whoever was told. */
function aboutTurn(turn: Turn): readonly EntryGroup[] {
  return CLOCK_ENTRIES.map((kind) => ({ ...groupOf(kind, false, null), limitId: turnPart(turn) }));
}

/** What was said of an obligation with its day, whoever was told. */
function aboutObligation({ lane, due, ...part }: OpenObligation): readonly EntryGroup[] {
  return CLOCK_ENTRIES.map((kind) => ({ ...groupOf(kind, false, null), lane, limitId: limitPart(part), due }));
}

/** The reminders of a unit (null: of all), with those to the office that somebody is late. */
function remindersOf(unitId: string | null): readonly EntryGroup[] {
  const above = (['escalate', 'notice'] as const).map((kind) => ({ ...groupOf(kind, false, null), lane: unitId }));
  return [...ownRemindersOf(unitId), ...above];
}

function ownRemindersOf(unitId: string | null): readonly EntryGroup[] {
  return [
    // About the unit, whoever was told: for one in which nobody can act it is the office.
    ...REMINDERS.map((kind) => ({ ...groupOf(kind, false, null), lane: unitId })),
    ...URGING.map((kind) => groupOf(kind, true, unitId)),
  ];
}

/** What the next person should read of the step that brought the task here. */
function wordsOf(event: RecordedTaskEvent, { assignment }: TaskState): object {
  switch (event.type) {
    case 'task.assigned':
      return { requirements: assignment?.requirements ?? '', replyBy: assignment?.replyBy ?? null };
    case 'lanes.changed':
      // The day of the assignment was for the units of then.
      return { requirements: assignment?.requirements ?? '', replyBy: null };
    case 'lane.declined':
      return { lane: event.data.lane, reason: event.data.reason };
    case 'lane.claimed':
      return { lane: event.data.lane, selfCheck: event.data.selfCheck };
    case 'check.passed':
      return { conclusion: event.data.conclusion };
    case 'check.returned':
      return { missing: event.data.missing };
    case 'task.withdrawn':
      return { step: event.data.step };
    default:
      return {};
  }
}
