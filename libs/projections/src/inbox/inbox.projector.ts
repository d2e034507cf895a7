import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers, PRACTICE_LEDGER } from '../shared/practice-ledgers';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { taskEntries } from '../shared/task-entries';
import { type StateCache, type TaskStates } from '../shared/task-states';
import { ENTRY, entryIndexes, type EntryRow, settlingIndex } from './entry.table';
import { type Audience, type EntryGroup, inboxChange, type NewEntry } from './inbox-rules';
import { settleEntries, type Settlement } from './settle-entries';

/** What waits for whom, and what people should know. */
export function inboxProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'inbox',
    version: 5,
    categories: new Set(['task', 'ledger']),
    tables: (schema) => [ENTRY.create(schema), settlingIndex(schema), PRACTICE_LEDGER.create(schema)].join('\n'),
    indexes: entryIndexes,
    open: (target) => new InboxApplier(target, needs, shared),
  };
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
    if (rows.length > 0) await client.query(ENTRY.insertMissing(schema, rows));
  }

  forget(): void {
    this.batch = new InboxBatch();
  }
}

/** What a batch of events does to the inbox. */
class InboxBatch {
  readonly rows: EntryRow[] = [];
  /** By the first event that settles them. */
  readonly settlements = new Map<string, Settlement>();
  private readonly open = new Map<string, EntryRow[]>();

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
