import { isRunning, laneOf, type RecordedTaskEvent, statusBeneath, type TaskState } from '../task';
import { type EntryGroup, type EntryKind, type InboxChange, type NewEntry } from './entry';
import { waitsOf } from './waits';
import { limitPart, newsOf } from './news';

/** Reminders of a unit wait for its sign of life: a report, or a step by which the task leaves its hands. */
const REMINDERS: readonly EntryKind[] = ['remind', 'urge', 'urge-copy'];
/** Urged by hand before it had answered at all, a unit answers by accepting; for a limit that is late that is not enough. */
const URGING: readonly EntryKind[] = ['urge', 'urge-copy'];

/** What holders are told of their clocks, and others of them. */
const CLOCK_ENTRIES: readonly EntryKind[] = [...REMINDERS, 'escalate'];

/** What an event means for the inbox: entries that wait come from the holders around it, news from the event itself. */
export function inboxChange(event: RecordedTaskEvent, before: TaskState | null, after: TaskState): InboxChange {
  const former = before ? singleWaits(before) : [];
  const next = singleWaits(after);
  const gone = former.filter((wait) => !next.some((each) => sameWait(each, wait)));
  const come = next.filter((wait) => !former.some((each) => sameWait(each, wait)));
  return {
    settled: [
      ...groupsOf(gone),
      ...answered(event, before, after),
      ...overtaken(before, after),
      ...ofLeft(before, after),
    ],
    // What waits for a holder follows from the state; a reminder that was answered by the step waits for its answer again.
    revived: event.type === 'task.withdrawn' ? { commandId: event.data.commandId, kinds: CLOCK_ENTRIES } : null,
    entries: [
      ...come.map((wait) => ({ ...wait, waits: true, byHand: false, data: wait.data ?? wordsOf(event, after) })),
      ...newsOf(event, after),
    ],
  };
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
  return { kind, byHand, unitId, lane: null, limitId: null };
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
function answered(event: RecordedTaskEvent, before: TaskState | null, after: TaskState): readonly EntryGroup[] {
  // Nothing to look for in the table where nobody was reminded or urged: so it is with most reports.
  if (after.fired.length === 0 && after.lastUrgedOn === null) return [];
  const worksOn = (state: TaskState) => isRunning({ status: statusBeneath(state) });
  if (before !== null && worksOn(before) && !worksOn(after)) return remindersOf(null);
  switch (event.type) {
    case 'lane.accepted':
      return URGING.map((kind) => groupOf(kind, true, event.data.lane));
    case 'lane.declined':
    case 'lane.reported':
    case 'lane.claimed': {
      const { lane } = event.data;
      return laneOf(after, lane)?.role === 'lead' ? remindersOf(lane) : ownRemindersOf(lane);
    }
    case 'limit.moved':
      return ofMoved(limitPart(event.data));
    case 'limit.removed':
      return ofMoved(event.data.limitId);
    default:
      return [];
  }
}

/**
 * What was said of the former day of a limit, or of one period, is true no more, whoever was told: "escalated, late" had stayed for months.
 * What was said of other periods stays.
 */
function ofMoved(limitId: string): readonly EntryGroup[] {
  return remindersOf(null).flatMap((group) => (group.byHand ? [] : [{ ...group, limitId }]));
}

/** The reminders of units that have no part in the task any more, and what others were told of their delay. */
function ofLeft(before: TaskState | null, { lanes, fired, lastUrgedOn }: TaskState): readonly EntryGroup[] {
  if (before === null || (fired.length === 0 && lastUrgedOn === null) || before.lanes === lanes) return [];
  return before.lanes
    .filter(({ unitId }) => !lanes.some((lane) => lane.unitId === unitId))
    .flatMap(({ unitId }) => remindersOf(unitId));
}

/** What was said of a holder's clock, once the task waits for something else. */
function overtaken(before: TaskState | null, after: TaskState): readonly EntryGroup[] {
  if (before === null || after.fired.length === 0 || before.turns === after.turns) return [];
  const over = before.turns.filter(({ number }) => !after.turns.some((turn) => turn.number === number));
  return over.flatMap(({ kind, lane }) =>
    CLOCK_ENTRIES.map((entry) => ({
      ...groupOf(entry, false, null),
      lane: kind === 'reply' ? lane : null,
      limitId: kind,
    })),
  );
}

/** The reminders of a unit (null: of all), with those to the office that somebody is late. */
function remindersOf(unitId: string | null): readonly EntryGroup[] {
  return [...ownRemindersOf(unitId), { ...groupOf('escalate', false, null), lane: unitId }];
}

function ownRemindersOf(unitId: string | null): readonly EntryGroup[] {
  return [
    ...REMINDERS.map((kind) => groupOf(kind, false, unitId)),
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
