import { AGGREGATE_NAMES, AGGREGATES } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** An event with what the log before it says about it. */
export interface TimelineEvent {
  readonly entry: ReadableEntry;
  /** The latest moment recorded up to the event. */
  readonly reachedAt: string;
  /** Of its task; null where it has none. */
  readonly taskLedgerId: string | null;
}

const column = columnsOf<TimelineEvent>();

/** One row per event of the log, with what a whole sentence about it needs. */
export const ENTRY = table('entry', {
  position: column.bigint(({ entry }) => entry.position, { key: true }),
  category: column.text(({ entry }) => entry.category),
  stream_id: column.text(({ entry }) => entry.id),
  revision: column.integer(({ entry }) => entry.revision),
  task_id: column.uuidOrNull(({ entry }) => taskOf(entry), {
    comment: "Of a task's own events and of those of its closing number.",
  }),
  ledger_id: column.uuidOrNull(ledgerOf, {
    comment: 'Null for what belongs to no ledger.',
  }),
  event_id: column.uuid(({ entry }) => entry.event.eventId),
  command_id: column.uuid(({ entry }) => entry.event.metadata.commandId),
  act: column.text(({ entry }) => entry.event.metadata.act),
  type: column.text(({ entry }) => entry.type),
  recorded_at: column.instant(({ entry }) => entry.event.metadata.recordedAt),
  reached_at: column.instant(({ reachedAt }) => reachedAt, {
    comment: 'The latest moment recorded in the log up to here: it never goes back, as clocks may.',
  }),
  occurred_on: column.dateOrNull(({ entry }) => statedDay(entry), {
    comment: 'The day that a person stated; null where none is.',
  }),
  account_id: column.uuid((event) => actorOf(event).accountId),
  account_name: column.text((event) => actorOf(event).name),
  role: column.text((event) => actorOf(event).role),
  unit_id: column.uuidOrNull((event) => actorOf(event).unitId, {
    comment: 'Unit of the post under which it was done.',
  }),
  data: column.json(({ entry }) => shownData(entry.event)),
  hash: column.text(({ entry }) => entry.hash, { comment: 'Seal of the event in its stream.' }),
});

/** Each begins with what is asked for and ends with the position, so that the newest entries of it are read backwards. */
export function entryIndexes(schema: string): string {
  return `
create index entry_by_task on ${schema}.entry (task_id, position) where task_id is not null;
create index entry_by_ledger on ${schema}.entry (ledger_id, position) where ledger_id is not null;
create index entry_by_account on ${schema}.entry (account_id, position);
create index entry_about_account on ${schema}.entry (stream_id, position) where category = 'account';
create index entry_by_unit on ${schema}.entry (unit_id, position) where unit_id is not null;
create index entry_by_type on ${schema}.entry (type, position);
create index entry_of_register on ${schema}.entry (position) where ledger_id is null;
create index entry_by_moment on ${schema}.entry (reached_at, position);`;
}

function actorOf({ entry }: TimelineEvent): ReadableEntry['event']['metadata']['actor'] {
  return entry.event.metadata.actor;
}

function statedDay({ event }: ReadableEntry): string | null {
  return 'on' in event.data ? event.data.on : null;
}

/** A task's own events, and those of the number that it is closed under. */
function taskOf({ category, id, event }: ReadableEntry): string | null {
  if (category === 'task') return id;
  return category === 'series' && 'taskId' in event.data ? event.data.taskId : null;
}

/** The kinds of streams that go by the id of their ledger. */
const BY_LEDGER_ID: ReadonlySet<string> = new Set(
  AGGREGATE_NAMES.filter((name) => AGGREGATES[name].ledger === 'by-id'),
);

function ledgerOf({ entry: { category, id, event }, taskLedgerId }: TimelineEvent): string | null {
  // Every event of a streak names it; a post names the ledger in which it is held, and belongs to none.
  if (category === 'streak' && 'ledgerId' in event.data) return event.data.ledgerId;
  return BY_LEDGER_ID.has(category) ? id : taskLedgerId;
}

/** The event's data; of an import the number of its tasks, whose words stand in events of their own. */
function shownData({ type, data }: ReadableEntry['event']): object {
  if (type !== 'ledger.import-started') return data;
  const { tasks, ...rest } = data;
  return { ...rest, taskCount: tasks.length };
}
