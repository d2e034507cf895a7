import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers, practiceTable } from '../shared/practice-ledgers';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { jsonArray, plainArray, textArray } from '../shared/sql-arrays';
import { taskEntries } from '../shared/task-entries';
import { type StateCache, type TaskStates } from '../shared/task-states';
import { type Audience, type EntryGroup, inboxChange, type NewEntry } from './inbox-rules';
import { settleEntries, type Settlement } from './settle-entries';

/** What waits for whom, and what people should know. */
export function inboxProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'inbox',
    version: 5,
    categories: new Set(['task', 'ledger']),
    tables: (schema) => `${entryTable(schema)}${practiceTable(schema)}`,
    indexes: (schema) => `
create index entry_waiting on ${schema}.entry (audience) where waits and settled_at is null;
create index entry_news on ${schema}.entry (audience, position) where not waits;
create index entry_for_acts on ${schema}.entry (audience, position) where waits;
create index entry_settled on ${schema}.entry (settled_position) where settled_position is not null;`,
    open: (target) => new InboxApplier(target, needs, shared),
  };
}

function entryTable(schema: string): string {
  return `
create table ${schema}.entry (
  event_id uuid not null,
  audience text collate "C" not null,
  kind text not null,
  waits boolean not null,
  by_hand boolean not null,
  role text not null,
  unit_id uuid,
  ledger_id uuid not null,
  task_id uuid,
  data json not null,
  actor_name text not null,
  position bigint not null,
  recorded_at timestamptz not null,
  settled_position bigint,
  settled_at timestamptz,
  primary key (event_id, audience)
);
create index entry_open_of_task on ${schema}.entry (task_id) where settled_at is null;
comment on column ${schema}.entry.audience is 'role@unit, or role@ for whoever has the role in the ledger.';
comment on column ${schema}.entry.waits is 'Somebody has to act on it; the others are news.';
comment on column ${schema}.entry.by_hand is 'A person has sent it beside the reminders that come by themselves.';
comment on column ${schema}.entry.settled_position is 'Position of the event after which nobody has to act on it any more.';`;
}

/** An entry on its way into the table. It may be settled in the batch that makes it. */
interface Row extends NewEntry {
  readonly entry: ReadableEntry;
  readonly ledgerId: string;
  readonly taskId: string | null;
  settledBy: ReadableEntry | null;
}

const IMPORTED: Audience = { role: 'supervision-clerk', unitId: null };

class InboxApplier implements Applier {
  private readonly states: TaskStates;
  private batch = new InboxBatch();

  constructor(
    private readonly target: Target,
    needs: ProjectorNeeds,
    shared: StateCache,
  ) {
    this.states = foldedStates(target, needs, shared);
  }

  get held(): number {
    return this.batch.rows.length + this.batch.settlements.size;
  }

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { batch } = this;
    await keepPracticeLedgers(this.target.schema, entries, client);
    for (const entry of entries) batch.takeLedger(entry);
    await this.states.fold(taskEntries(entries), client, (entry, before, after) => {
      const { settled, entries: made } = inboxChange(entry, before, after);
      batch.settle(entry.id, settled, entry);
      batch.add(made, entry, after.ledgerId, entry.id);
    });
  }

  async flush(client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { rows, settlements } = this.batch;
    this.forget();
    if (settlements.size > 0) await client.query(settleEntries(schema, [...settlements.values()]));
    if (rows.length > 0) {
      await client.query({ name: `${schema}-insert`, text: insertEntries(schema), values: columnsOf(rows) });
    }
  }

  forget(): void {
    this.batch = new InboxBatch();
  }
}

/** What a batch of events does to the inbox. */
class InboxBatch {
  readonly rows: Row[] = [];
  /** By the first event that settles them. */
  readonly settlements = new Map<string, Settlement>();
  private readonly open = new Map<string, Row[]>();

  takeLedger(entry: ReadableEntry): void {
    if (entry.event.type !== 'ledger.import-completed') return;
    const { data } = entry.event;
    this.add([{ kind: 'imported', audience: IMPORTED, waits: false, byHand: false, data }], entry, entry.id, null);
  }

  /** Entries of the batch are settled here, older ones in the table. */
  settle(taskId: string, groups: readonly EntryGroup[], by: ReadableEntry): void {
    for (const { kind, byHand } of groups) {
      const key = groupKey(taskId, { kind, byHand });
      for (const row of this.open.get(key) ?? []) row.settledBy = by;
      this.open.delete(key);
      if (this.settlements.has(key)) continue;
      const { recordedAt } = by.event.metadata;
      this.settlements.set(key, { kind, byHand, taskId, position: by.position, recordedAt });
    }
  }

  add(made: readonly NewEntry[], entry: ReadableEntry, ledgerId: string, taskId: string | null): void {
    for (const { kind, audience, waits, byHand, data } of made) {
      const row = { kind, audience, waits, byHand, data, entry, ledgerId, taskId, settledBy: null };
      this.rows.push(row);
      if (taskId === null) continue;
      const key = groupKey(taskId, row);
      const open = this.open.get(key);
      if (open) open.push(row);
      else this.open.set(key, [row]);
    }
  }
}

function groupKey(taskId: string, { kind, byHand }: EntryGroup): string {
  return `${taskId} ${kind} ${String(byHand)}`;
}

/** Entries of one event for one audience are one: the key says so, whatever the rules do. */
function insertEntries(schema: string): string {
  return `
    insert into ${schema}.entry (event_id, audience, kind, waits, by_hand, role, unit_id, ledger_id, task_id, data,
      actor_name, position, recorded_at, settled_position, settled_at)
    select r.event_id, r.audience, r.kind, r.waits, r.by_hand, r.role, r.unit_id::uuid, r.ledger_id,
      r.task_id::uuid, r.data, r.actor_name, r.position, r.recorded_at::timestamptz, r.settled_position::bigint, r.settled_at::timestamptz
    from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::text[], $7::uuid[], $8::text[],
      $9::json[], $10::text[], $11::bigint[], $12::text[], $13::text[], $14::text[], $15::boolean[])
      as r(event_id, audience, kind, waits, role, unit_id, ledger_id, task_id, data, actor_name, position, recorded_at,
        settled_position, settled_at, by_hand)
    on conflict (event_id, audience) do nothing`;
}

function columnsOf(rows: readonly Row[]): unknown[] {
  return [
    plainArray(rows.map(({ entry }) => entry.event.eventId)),
    textArray(rows.map(({ audience }) => `${audience.role}@${audience.unitId ?? ''}`)),
    textArray(rows.map(({ kind }) => kind)),
    rows.map(({ waits }) => waits),
    textArray(rows.map(({ audience }) => audience.role)),
    textArray(rows.map(({ audience }) => audience.unitId)),
    plainArray(rows.map(({ ledgerId }) => ledgerId)),
    textArray(rows.map(({ taskId }) => taskId)),
    jsonArray(rows.map(({ data }) => JSON.stringify(data))),
    textArray(rows.map(({ entry }) => entry.event.metadata.actor.name)),
    plainArray(rows.map(({ entry }) => entry.position)),
    textArray(rows.map(({ entry }) => entry.event.metadata.recordedAt)),
    textArray(rows.map(({ settledBy }) => settledBy?.position ?? null)),
    textArray(rows.map(({ settledBy }) => settledBy?.event.metadata.recordedAt ?? null)),
    rows.map(({ byHand }) => byHand),
  ];
}
