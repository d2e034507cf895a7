import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { jsonArray, plainArray, textArray } from '../shared/sql-arrays';
import { taskEntries, type TaskEntry } from '../shared/task-entries';

/** The course of each task: one row per event, with what a whole sentence about it needs. */
export function timelineProjector(): Projector {
  return {
    name: 'timeline',
    version: 1,
    categories: new Set(['task']),
    tables: (schema) => `
create table ${schema}.entry (
  task_id uuid not null,
  revision integer not null,
  position bigint not null,
  event_id uuid not null,
  type text not null,
  recorded_at timestamptz not null,
  occurred_on date,
  account_id uuid not null,
  account_name text not null,
  role text not null,
  unit_id uuid,
  data json not null,
  hash text not null,
  primary key (task_id, revision)
);
comment on column ${schema}.entry.occurred_on is 'The day that a person stated; null where none is.';
comment on column ${schema}.entry.hash is 'Seal of the event in its stream.';`,
    indexes: (schema) => `create index entry_by_position on ${schema}.entry (position);`,
    open: (target) => new TimelineApplier(target),
  };
}

class TimelineApplier implements Applier {
  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const own = taskEntries(entries);
    await client.query({
      name: `${schema}-insert`,
      text: `
        insert into ${schema}.entry (task_id, revision, position, event_id, type, recorded_at, occurred_on,
          account_id, account_name, role, unit_id, data, hash)
        select r.task_id, r.revision, r.position, r.event_id, r.type, r.recorded_at::timestamptz, r.occurred_on::date,
          r.account_id, r.account_name, r.role, r.unit_id::uuid, r.data, r.hash
        from unnest($1::uuid[], $2::integer[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[],
          $8::uuid[], $9::text[], $10::text[], $11::text[], $12::json[], $13::text[])
          as r(task_id, revision, position, event_id, type, recorded_at, occurred_on,
            account_id, account_name, role, unit_id, data, hash)`,
      values: columnsOf(own),
    });
  }
}

function columnsOf(entries: readonly TaskEntry[]): unknown[] {
  const actors = entries.map(({ event }) => event.metadata.actor);
  return [
    plainArray(entries.map(({ id }) => id)),
    plainArray(entries.map(({ revision }) => revision)),
    plainArray(entries.map(({ position }) => position)),
    plainArray(entries.map(({ event }) => event.eventId)),
    textArray(entries.map(({ type }) => type)),
    textArray(entries.map(({ event }) => event.metadata.recordedAt)),
    textArray(entries.map(({ event }) => ('occurredOn' in event.data ? event.data.occurredOn : null))),
    plainArray(actors.map(({ accountId }) => accountId)),
    textArray(actors.map(({ name }) => name)),
    textArray(actors.map(({ role }) => role)),
    textArray(actors.map(({ unitId }) => unitId)),
    jsonArray(entries.map(({ event }) => JSON.stringify(event.data))),
    textArray(entries.map(({ hash }) => hash)),
  ];
}
