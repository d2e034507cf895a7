import { type PoolClient } from 'pg';
import { type EntryGroup, inboxChange, isEventOf, isOfGroup, type NewEntry, newsOfLedger } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers, PRACTICE_LEDGER } from '../shared/practice-ledgers';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { taskEntries } from '../shared/task-entries';
import { type StateCache, type TaskStates } from '../shared/task-states';
import { ENTRY, entryIndexes, type EntryRow, settlingIndex } from './entry.table';
import { reviveEntries, type Revival, settleEntries, type Settlement } from './settle-entries';

/** What waits for whom, and what people should know. */
export function inboxProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'inbox',
    version: 12,
    categories: new Set(['task', 'ledger']),
    tables: (schema) => [ENTRY.create(schema), settlingIndex(schema), PRACTICE_LEDGER.create(schema)].join('\n'),
    indexes: entryIndexes,
    open: (target) => new InboxApplier(target, needs, shared),
  };
}

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
    return this.batch.rows.length + this.batch.settlements.size + this.batch.revivals.length;
  }

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { batch } = this;
    await keepPracticeLedgers(this.target.schema, entries, client);
    for (const entry of entries) {
      if (isEventOf('ledger', entry.event)) batch.add(newsOfLedger(entry.event), entry, entry.id, null);
    }
    await this.states.fold(taskEntries(entries), client, (entry, before, after) => {
      const { settled, revived, entries: made } = inboxChange(entry.event, before, after);
      if (revived) batch.revive({ ...revived, taskId: entry.id });
      batch.settle(entry.id, settled, entry);
      batch.add(made, entry, after.ledgerId, entry.id);
    });
  }

  async flush(client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { rows, settlements, revivals } = this.batch;
    this.forget();
    for (const revival of revivals) await client.query(reviveEntries(schema, revival));
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
  /** What is settled of which task, each group by the first event that settles it. */
  readonly settlements = new Map<string, Settlement>();
  /** Steps that were taken back: first what they had settled waits again, then the rest is settled. */
  readonly revivals: Revival[] = [];
  private readonly rowsOfTask = new Map<string, EntryRow[]>();

  /** What a step of the batch had settled is not; what one of before had settled waits again in the table. */
  revive(revival: Revival): void {
    const { taskId, commandId, kinds } = revival;
    this.revivals.push(revival);
    for (const row of this.rowsOfTask.get(taskId) ?? []) {
      if (row.settledBy?.event.metadata.commandId === commandId && kinds.includes(row.kind)) row.settledBy = null;
    }
    for (const [key, settlement] of this.settlements) {
      const isOfStep = settlement.taskId === taskId && settlement.commandId === commandId;
      if (isOfStep && kinds.includes(settlement.kind)) this.settlements.delete(key);
    }
  }

  /** Entries of the batch are settled here, older ones in the table. */
  settle(taskId: string, groups: readonly EntryGroup[], by: ReadableEntry): void {
    const { position, event } = by;
    const { recordedAt, commandId } = event.metadata;
    for (const group of groups) {
      for (const row of this.rowsOfTask.get(taskId) ?? []) if (isOfGroup(row, group)) row.settledBy ??= by;
      const { kind, byHand, unitId, lane, limitId } = group;
      const key = [taskId, kind, byHand, unitId, lane, limitId].join(' ');
      if (!this.settlements.has(key)) this.settlements.set(key, { ...group, taskId, position, recordedAt, commandId });
    }
  }

  /** Entries that an event makes, of a task or (null) of the ledger as a whole. */
  add(made: readonly NewEntry[], entry: ReadableEntry, ledgerId: string, taskId: string | null): void {
    const rows = made.map((each): EntryRow => ({ ...each, entry, ledgerId, taskId, settledBy: null }));
    this.rows.push(...rows);
    if (taskId === null) return;
    const known = this.rowsOfTask.get(taskId);
    if (known) known.push(...rows);
    else this.rowsOfTask.set(taskId, rows);
  }
}
