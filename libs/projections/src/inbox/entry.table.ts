import { type NewEntry } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** What settles an entry. */
export interface Settling {
  readonly entry: ReadableEntry;
  /** The command whose step it is; null: none, the entry is not true any more. */
  readonly commandId: string | null;
}

/** An entry on its way into the table. It may be settled in the batch that makes it. */
export interface EntryRow extends NewEntry {
  /** The event that makes it. */
  readonly entry: ReadableEntry;
  readonly ledgerId: string;
  readonly taskId: string | null;
  settledBy: Settling | null;
}

const column = columnsOf<EntryRow>();

/** What waits for whom, and what people should know. One event makes at most one entry for an audience of a kind and subject. */
export const ENTRY = table('entry', {
  event_id: column.uuid(({ entry }) => entry.event.eventId, { key: true }),
  audience: column.text(({ audience: { role, unitId } }) => `${role}@${unitId ?? ''}`, {
    key: true,
    collation: 'C',
    comment: 'role@unit, or role@ for whoever has the role in the ledger.',
  }),
  subject: column.text(({ kind, about }) => `${kind} ${about?.limitId ?? ''}`, {
    key: true,
    collation: 'C',
    comment: 'The kind with what it is about: a unit that is back owes its acceptance and an answer.',
  }),
  kind: column.text(({ kind }) => kind),
  waits: column.boolean(({ waits }) => waits, { comment: 'Somebody has to act on it; the others are news.' }),
  by_hand: column.boolean(({ byHand }) => byHand, {
    comment: 'A person has sent it beside the reminders that come by themselves.',
  }),
  role: column.text(({ audience }) => audience.role),
  unit_id: column.uuidOrNull(({ audience }) => audience.unitId),
  only_for: column.uuidOrNull(({ onlyFor }) => onlyFor ?? null, {
    comment: 'The account that it is for, as long as that holds such a post; null: for all who do.',
  }),
  ledger_id: column.uuid(({ ledgerId }) => ledgerId),
  task_id: column.uuidOrNull(({ taskId }) => taskId),
  lane: column.uuidOrNull(({ about }) => about?.lane ?? null, { comment: 'The unit whose lateness it is about.' }),
  limit_id: column.textOrNull(({ about }) => about?.limitId ?? null, {
    comment: 'The limit, or period of it, the turn or the proposal that it is about.',
  }),
  due: column.dateOrNull(({ about }) => about?.due ?? null, { comment: 'The day of a limit that it is about.' }),
  data: column.json(({ data }) => data),
  actor_name: column.text(({ entry }) => entry.event.metadata.actor.name),
  position: column.bigint(({ entry }) => entry.position),
  recorded_at: column.instant(({ entry }) => entry.event.metadata.recordedAt),
  settled_position: column.bigintOrNull(({ settledBy }) => settledBy?.entry.position ?? null, {
    comment: 'Position of the event after which nobody has to act on it any more.',
  }),
  settled_command: column.uuidOrNull(({ settledBy }) => settledBy?.commandId ?? null, {
    comment: 'The command of that event: entries wait again where it is taken back. Null: they are not true any more.',
  }),
  settled_at: column.instantOrNull(({ settledBy }) => settledBy?.entry.event.metadata.recordedAt ?? null),
});

/** The index by which the projector finds the entries that it settles. */
export function settlingIndex(schema: string): string {
  return `create index entry_open_of_task on ${schema}.entry (task_id) where settled_at is null;
create index entry_settled_by on ${schema}.entry (task_id, settled_command) where settled_command is not null;
create index entry_untrue on ${schema}.entry (task_id) where settled_command is null and settled_at is not null;`;
}

/** Indexes of the boxes of an inbox, and of what was settled lately. */
export function entryIndexes(schema: string): string {
  return `
create index entry_waiting on ${schema}.entry (audience) where waits and settled_at is null;
create index entry_news on ${schema}.entry (audience, position) where not waits;
create index entry_for_acts on ${schema}.entry (audience, position) where waits;
create index entry_settled on ${schema}.entry (settled_position) where settled_position is not null;`;
}
