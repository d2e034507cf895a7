import { LRUCache } from 'lru-cache';
import { type PoolClient } from 'pg';
import { z } from 'zod';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers, practiceTable } from '../shared/practice-ledgers';
import { plainArray } from '../shared/sql-arrays';
import { columnsOf, insertEntries } from './timeline-entry';

/** The course of everything: one row per event of the log, with what a whole sentence about it needs. */
export function timelineProjector(): Projector {
  return {
    name: 'timeline',
    version: 3,
    categories: new Set(['task', 'ledger', 'series', 'unit', 'post', 'calendar', 'installation']),
    tables: (schema) => `${timelineTables(schema)}${practiceTable(schema)}`,
    // Each begins with what is asked for and ends with the position, so that the newest entries of it are read backwards.
    indexes: (schema) => `
create index entry_by_task on ${schema}.entry (task_id, position) where task_id is not null;
create index entry_by_ledger on ${schema}.entry (ledger_id, position) where ledger_id is not null;
create index entry_by_account on ${schema}.entry (account_id, position);
create index entry_by_unit on ${schema}.entry (unit_id, position) where unit_id is not null;
create index entry_by_type on ${schema}.entry (type, position);
create index entry_of_register on ${schema}.entry (position) where ledger_id is null;
create index entry_by_moment on ${schema}.entry (reached_at, position);`,
    open: (target) => new TimelineApplier(target),
  };
}

function timelineTables(schema: string): string {
  return `
create table ${schema}.entry (
  position bigint primary key,
  category text not null,
  stream_id text not null,
  revision integer not null,
  task_id uuid,
  ledger_id uuid,
  event_id uuid not null,
  type text not null,
  recorded_at timestamptz not null,
  reached_at timestamptz not null,
  occurred_on date,
  account_id uuid not null,
  account_name text not null,
  role text not null,
  unit_id uuid,
  data json not null,
  hash text not null
);
create table ${schema}.ledger_of (
  task_id uuid primary key,
  ledger_id uuid not null
);
comment on column ${schema}.entry.task_id is 'Of a task''s own events and of those of its closing number.';
comment on column ${schema}.entry.ledger_id is 'Null for what belongs to no ledger: units, posts, calendars, the installation.';
comment on column ${schema}.entry.reached_at is 'The latest moment recorded in the log up to here: it never goes back, as clocks may.';
comment on column ${schema}.entry.occurred_on is 'The day that a person stated; null where none is.';
comment on column ${schema}.entry.unit_id is 'Unit of the post under which it was done.';
comment on column ${schema}.entry.hash is 'Seal of the event in its stream.';`;
}

const KEPT_TASKS = 50_000;
const lastRows = z.array(z.object({ reached_at: z.date() }));
const ledgerRows = z.array(z.object({ task_id: z.string(), ledger_id: z.string() }));

class TimelineApplier implements Applier {
  /** The latest moment in the rows; undefined when it is to be asked for. */
  private reached: string | undefined;

  private readonly ledgers = new LRUCache<string, string>({ max: KEPT_TASKS });

  constructor(private readonly target: Target) {}

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    await keepPracticeLedgers(schema, entries, client);
    let reached = this.reached ?? (await this.latest(client));
    const moments = entries.map(({ event: { metadata } }) => {
      if (metadata.recordedAt > reached) reached = metadata.recordedAt;
      return reached;
    });
    this.reached = reached;
    const ledgers = await this.ledgersOf(entries, client);
    await client.query({
      name: `${schema}-insert`,
      text: insertEntries(schema),
      values: columnsOf(entries, moments, ledgers),
    });
  }

  forget(): void {
    this.reached = undefined;
    this.ledgers.clear();
  }

  private async latest(client: PoolClient): Promise<string> {
    const text = `select reached_at from ${this.target.schema}.entry order by position desc limit 1`;
    const [row] = lastRows.parse((await client.query(text)).rows);
    return row?.reached_at.toISOString() ?? '';
  }

  /** The ledgers of tasks, by id: a task's first event names it. */
  private async ledgersOf(entries: readonly ReadableEntry[], client: PoolClient): Promise<ReadonlyMap<string, string>> {
    const drafted = entries.flatMap(({ id, event }) =>
      event.type === 'task.drafted' ? [[id, event.data.ledgerId] as const] : [],
    );
    await this.keepLedgers(drafted, client);
    const found = new Map(drafted);
    const missing = new Set<string>();
    for (const { category, id } of entries) {
      if (category !== 'task' || found.has(id)) continue;
      const ledgerId = this.ledgers.get(id);
      if (ledgerId === undefined) missing.add(id);
      else found.set(id, ledgerId);
    }
    if (missing.size === 0) return found;
    const { schema } = this.target;
    const result = await client.query({
      name: `${schema}-ledgers`,
      text: `select task_id, ledger_id from ${schema}.ledger_of where task_id = any($1::uuid[])`,
      values: [plainArray([...missing])],
    });
    for (const row of ledgerRows.parse(result.rows)) {
      this.ledgers.set(row.task_id, row.ledger_id);
      found.set(row.task_id, row.ledger_id);
    }
    return found;
  }

  private async keepLedgers(drafted: readonly (readonly [string, string])[], client: PoolClient): Promise<void> {
    if (drafted.length === 0) return;
    const { schema } = this.target;
    await client.query({
      name: `${schema}-keep-ledgers`,
      text: `insert into ${schema}.ledger_of (task_id, ledger_id) select * from unnest($1::uuid[], $2::uuid[])`,
      values: [plainArray(drafted.map(([taskId]) => taskId)), plainArray(drafted.map(([, ledgerId]) => ledgerId))],
    });
    for (const [taskId, ledgerId] of drafted) this.ledgers.set(taskId, ledgerId);
  }
}
