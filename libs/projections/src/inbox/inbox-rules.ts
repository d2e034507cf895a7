import { type InboxKind } from '#contracts';
import { type Role, RUNNING_STATUSES, type TaskState, type TaskStatus } from '#domain';
import { type TaskEntry } from '../shared/task-entries';

/** Who an entry is for: whoever has the role in the unit, or (unit null) in the ledger. */
export interface Audience {
  readonly role: Role;
  readonly unitId: string | null;
}

/** An entry to be made. */
export interface NewEntry {
  readonly kind: InboxKind;
  readonly audience: Audience;
  /** Whether somebody has to act on it; the others are news. */
  readonly waits: boolean;
  /** Whether a person has sent it beside the reminders that come by themselves. */
  readonly byHand: boolean;
  /** Pieces of its sentence. */
  readonly data: object;
}

/** Entries of a task that are settled together. */
export interface EntryGroup {
  readonly kind: InboxKind;
  readonly byHand: boolean;
}

/** What an event of a task means for the inbox. */
export interface InboxChange {
  /** The task's open entries that are settled by it. */
  readonly settled: readonly EntryGroup[];
  readonly entries: readonly NewEntry[];
}

const SUPERVISION: readonly Audience[] = [{ role: 'supervision-clerk', unitId: null }];
const VERIFIERS: readonly Audience[] = [{ role: 'verifier', unitId: null }];
const CLOSERS: readonly Audience[] = [{ role: 'closer', unitId: null }];

interface Wait {
  readonly kind: InboxKind;
  readonly audience: (state: TaskState) => readonly Audience[];
}

/**
 * What a status waits for, and from whom. An entry stands as long as its status does, whatever the way in or out: taking back a
 * step brings back what waited before it.
 */
const WAITS: Readonly<Partial<Record<TaskStatus, Wait>>> = {
  assigned: { kind: 'accept', audience: (state) => inLeadUnits(state, 'reporter', 'unit-head') },
  declined: { kind: 'assign-again', audience: () => SUPERVISION },
  'closure-requested': { kind: 'verify', audience: () => VERIFIERS },
  verified: { kind: 'close', audience: () => CLOSERS },
  returned: { kind: 'rectify', audience: (state) => inLeadUnits(state, 'reporter', 'unit-head') },
};

/** Reminders wait for a sign of life of the unit: a report, or a step by which the task leaves its hands. */
const REMINDERS: readonly EntryGroup[] = [
  { kind: 'remind', byHand: false },
  { kind: 'urge', byHand: false },
  { kind: 'urge-copy', byHand: false },
  { kind: 'escalate', byHand: false },
];
/** Urged by hand before it had answered at all, a unit answers by accepting; for a limit that is late that is not enough. */
const URGED_BY_HAND: readonly EntryGroup[] = [
  { kind: 'urge', byHand: true },
  { kind: 'urge-copy', byHand: true },
];

/** What an event means for the inbox, told from the states around it. */
export function inboxChange(entry: TaskEntry, before: TaskState | null, after: TaskState): InboxChange {
  const turned = turn(entry, before, after);
  return {
    settled: [...turned.settled, ...answered(entry, before, after)],
    entries: [...turned.entries, ...noticesOf(entry, after)],
  };
}

function turn(entry: TaskEntry, before: TaskState | null, after: TaskState): InboxChange {
  const former = before && WAITS[before.status];
  const next = WAITS[after.status];
  const sameAudience =
    before !== null && before.status === after.status && sameUnits(leadUnits(before), leadUnits(after));
  if (sameAudience) return { settled: [], entries: [] };
  const settled = former ? [{ kind: former.kind, byHand: false }] : [];
  if (!next) return { settled, entries: [] };
  const data = wordsOf(entry);
  const entries = next
    .audience(after)
    .map((audience) => ({ kind: next.kind, audience, waits: true, byHand: false, data }));
  return { settled, entries };
}

function answered({ event }: TaskEntry, before: TaskState | null, after: TaskState): readonly EntryGroup[] {
  if (event.type === 'task.accepted') return URGED_BY_HAND;
  const leavesHands = before !== null && RUNNING_STATUSES.has(before.status) && !RUNNING_STATUSES.has(after.status);
  return event.type === 'task.reported' || leavesHands ? [...REMINDERS, ...URGED_BY_HAND] : [];
}

function noticesOf(entry: TaskEntry, state: TaskState): readonly NewEntry[] {
  const { event } = entry;
  const byHand = event.type === 'task.urged-by-office';
  const to = (kind: InboxKind, waits: boolean, audience: readonly Audience[]): NewEntry[] =>
    audience.map((each) => ({ kind, audience: each, waits, byHand, data: event.data }));
  switch (event.type) {
    case 'task.reported':
      return event.data.problems === '' && event.data.helpNeeded === '' ? [] : to('reported', false, SUPERVISION);
    case 'task.closed':
      return to('closed', false, inLeadUnits(state, 'reporter', 'unit-head'));
    case 'task.reminded':
      return to('remind', true, inLeadUnits(state, 'reporter'));
    case 'task.urged':
    case 'task.urged-by-office':
      return [
        ...to('urge', true, inLeadUnits(state, 'reporter')),
        ...to('urge-copy', false, inLeadUnits(state, 'unit-head', 'leader')),
      ];
    case 'task.escalated':
      return to('escalate', true, SUPERVISION);
    default:
      return [];
  }
}

/** What the next person should read of the step that brought the task here. */
function wordsOf({ event }: TaskEntry): object {
  switch (event.type) {
    case 'task.assigned':
      return { requirements: event.data.requirements, replyBy: event.data.replyBy };
    case 'task.declined':
      return { unitId: event.data.unitId, reason: event.data.reason };
    case 'task.closure-requested':
      return { unitId: event.data.unitId, selfCheck: event.data.selfCheck };
    case 'task.verified':
      return { conclusion: event.data.conclusion };
    case 'task.returned':
      return { missing: event.data.missing, limitsReopened: event.data.limitsReopened };
    case 'task.withdrawn':
      return { step: event.data.step };
    default:
      return {};
  }
}

function inLeadUnits(state: TaskState, ...roles: readonly Role[]): Audience[] {
  return leadUnits(state).flatMap((unitId) => roles.map((role) => ({ role, unitId })));
}

function leadUnits(state: TaskState): readonly string[] {
  return (state.assignment ?? state).leadUnitIds;
}

function sameUnits(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((unitId, index) => unitId === other[index]);
}
