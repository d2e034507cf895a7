import { type ReadableEntry } from '../runtime/log-entry';
import { jsonArray, plainArray, textArray } from '../shared/sql-arrays';

/** One statement for all events of a batch. */
export function insertEntries(schema: string): string {
  return `
    insert into ${schema}.entry (position, category, stream_id, revision, task_id, ledger_id, event_id, type, recorded_at,
      reached_at, occurred_on, account_id, account_name, role, unit_id, data, hash)
    select r.position, r.category, r.stream_id, r.revision, r.task_id::uuid, r.ledger_id::uuid, r.event_id, r.type,
      r.recorded_at::timestamptz, r.reached_at::timestamptz, r.occurred_on::date, r.account_id, r.account_name, r.role,
      r.unit_id::uuid, r.data, r.hash
    from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::uuid[], $8::text[],
      $9::text[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::text[], $15::text[], $16::json[], $17::text[])
      as r(position, category, stream_id, revision, task_id, ledger_id, event_id, type, recorded_at, reached_at,
        occurred_on, account_id, account_name, role, unit_id, data, hash)`;
}

/**
 * What that statement takes: a column of the batch per parameter.
 * @param moments the latest moment recorded up to each event
 * @param ledgers the ledgers of the batch's tasks
 */
export function columnsOf(
  entries: readonly ReadableEntry[],
  moments: readonly string[],
  ledgers: ReadonlyMap<string, string>,
): unknown[] {
  const actors = entries.map(({ event }) => event.metadata.actor);
  const text = (value: (entry: ReadableEntry) => string | null): Buffer => textArray(entries.map(value));
  return [
    plainArray(entries.map(({ position }) => position)),
    text(({ category }) => category),
    text(({ id }) => id),
    plainArray(entries.map(({ revision }) => revision)),
    text(taskOf),
    text((entry) => ledgerOf(entry, ledgers)),
    plainArray(entries.map(({ event }) => event.eventId)),
    text(({ type }) => type),
    text(({ event }) => event.metadata.recordedAt),
    textArray(moments),
    text(({ event }) => ('occurredOn' in event.data ? event.data.occurredOn : null)),
    plainArray(actors.map(({ accountId }) => accountId)),
    textArray(actors.map(({ name }) => name)),
    textArray(actors.map(({ role }) => role)),
    textArray(actors.map(({ unitId }) => unitId)),
    jsonArray(entries.map(({ event }) => JSON.stringify(shownData(event)))),
    text(({ hash }) => hash),
  ];
}

/** A task's own events, and those of the number that it is closed under. */
function taskOf({ category, id, event }: ReadableEntry): string | null {
  if (category === 'task') return id;
  return category === 'series' && 'taskId' in event.data ? event.data.taskId : null;
}

/** A ledger, its series of closing numbers and its tasks go by the ledger's id. */
function ledgerOf({ category, id }: ReadableEntry, ledgers: ReadonlyMap<string, string>): string | null {
  if (category === 'ledger' || category === 'series') return id;
  return category === 'task' ? (ledgers.get(id) ?? null) : null;
}

/** The event's data; of an import the number of its tasks, whose words stand in events of their own. */
function shownData({ type, data }: ReadableEntry['event']): object {
  if (type !== 'ledger.import-started') return data;
  const { tasks, ...rest } = data;
  return { ...rest, taskCount: tasks.length };
}
