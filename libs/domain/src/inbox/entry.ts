import { type Day } from '../calendar';
import { type Role } from '../shared/actor';
import { isEnded, type TaskStatus } from '../task';

/** What an entry of somebody's inbox may be about: the one list. The words for them stand beside the inbox's answer. */
export const ENTRY_KINDS = [
  'accept',
  'answer',
  'assign-again',
  'decide',
  'verify',
  'close',
  'rectify',
  'remind',
  'urge',
  'escalate',
  'notice',
  'measure-taken',
  'instructed',
  'instruction-answered',
  'instruction-lapsed',
  'reported',
  'support-reported',
  'urge-copy',
  'extension-asked',
  'recorded',
  'decided',
  'closed',
  'suspended',
  'resumed',
  'children-ended',
  'ended',
  'date-moved',
  'limit-added',
  'limit-removed',
  'target-moved',
  'imported',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What is told while time runs: once the task has ended it is news to nobody. */
export const REMINDERS: readonly EntryKind[] = ['remind', 'urge', 'urge-copy', 'escalate', 'notice'];

/** True for an entry that tells of a delay, of a task that has ended since. */
export function isPastReminder(kind: EntryKind, status: TaskStatus | null): boolean {
  return status !== null && isEnded({ status }) && REMINDERS.includes(kind);
}

/** Who an entry is for: whoever has the role in the unit, or (unit null) in the ledger. */
export interface Audience {
  readonly role: Role;
  readonly unitId: string | null;
}

/** An entry to be made. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly audience: Audience;
  /** True when somebody has to act on it; the others are news. */
  readonly waits: boolean;
  /** True when a person has sent it, in addition to the automatic reminders. */
  readonly byHand: boolean;
  /**
   * The unit (null: none) and the limit (`L3`), a period of it (`L3/2025-Q1`), the turn by its number (`check/7`), the proposal, or the instruction
   * with the day for its answer, that it
   * is about, with the day of a limit (left out: none); left out where it is about the task.
   */
  readonly about?: { readonly lane: string | null; readonly limitId: string; readonly due?: Day };
  /** Pieces of its sentence. */
  readonly data: object;
  /** The account that it is for, as long as that holds such a post; then it is for whoever has the post. Left out: for all who have it. */
  readonly onlyFor?: string;
}

/** Entries of a task that are settled together, or wait again together. */
export interface EntryGroup {
  readonly kind: EntryKind;
  readonly byHand: boolean;
  /** Those for this role; left out: whoever they are for. */
  readonly role?: Role;
  /** Those for this unit; null: whoever they are for. */
  readonly unitId: string | null;
  /** Those about this unit's lateness; null: whoever they are about. */
  readonly lane: string | null;
  /** Those about this limit with all its periods, or about this turn, proposal or instruction; null: whatever they are about. */
  readonly limitId: string | null;
  /** Those about this day of a limit; null: whatever day they are about. */
  readonly due: Day | null;
}

/** True when an entry is one of a group. */
export function isOfGroup({ kind, byHand, audience, about }: NewEntry, group: EntryGroup): boolean {
  const ofRole = group.role === undefined || group.role === audience.role;
  const ofUnit = group.unitId === null || group.unitId === audience.unitId;
  const ofLane = group.lane === null || group.lane === about?.lane;
  const { limitId = '' } = about ?? {};
  const ofLimit = group.limitId === null || group.limitId === limitId || limitId.startsWith(`${group.limitId}/`);
  const ofDay = group.due === null || group.due === about?.due;
  return kind === group.kind && byHand === group.byHand && ofRole && ofUnit && ofLane && ofLimit && ofDay;
}

/** Entries of some groups that wait again. */
export interface RevivedEntries {
  /** Those that this command had settled: its step was taken back. Null: those that had become untrue. */
  readonly commandId: string | null;
  readonly groups: readonly EntryGroup[];
}

/** What an event of a task means for the inbox. */
export interface InboxChange {
  /** The task's open entries that are settled by it. */
  readonly settled: readonly EntryGroup[];
  /** Those that are settled by no step: what they say of a limit is not true any more, and may be again. */
  readonly untrue: readonly EntryGroup[];
  readonly revived: readonly RevivedEntries[];
  readonly entries: readonly NewEntry[];
}
