import { type PoolClient } from 'pg';
import { type EntryGroup, inboxChange, isEventOf, isOfGroup, type NewEntry, newsOfLedger } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers, PRACTICE_LEDGER } from '../shared/practice-ledgers';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { taskEntries } from '../shared/task-entries';
import { type StateCache, type TaskStates } from '../shared/task-states';
import { ENTRY, entryIndexes, type EntryRow, settlingIndex, type Settling } from './entry.table';
import { reviveEntries, type Revival, settleEntries, type Settlement } from './settle-entries';

/** What waits for whom, and what people should know. */
export function inboxProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'inbox',
    version: 20,
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
    return this.batch.held;
  }

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { batch } = this;
    await keepPracticeLedgers(this.target.schema, entries, client);
    for (const entry of entries) {
      if (isEventOf('ledger', entry.event)) batch.add(newsOfLedger(entry.event), entry, entry.id, null);
    }
    await this.states.fold(taskEntries(entries), client, (entry, before, after) => {
      const { settled, untrue, revived, entries: made } = inboxChange(entry.event, before, after);
      for (const each of revived) batch.revive({ ...each, taskId: entry.id });
      batch.settle(entry.id, settled, { entry, commandId: entry.event.metadata.commandId });
      batch.settle(entry.id, untrue, { entry, commandId: null });
      batch.add(made, entry, after.ledgerId, entry.id);
    });
  }

  async flush(client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { rows, stretches } = this.batch;
    this.forget();
    for (const { revival, settlements } of stretches) {
      if (revival) await client.query(reviveEntries(schema, revival));
      if (settlements.size > 0) await client.query(settleEntries(schema, [...settlements.values()]));
    }
    if (rows.length > 0) await client.query(ENTRY.insertMissing(schema, rows));
  }

  forget(): void {
    this.batch = new InboxBatch();
  }
}

/** A part of a batch: what waits again at its beginning, as a step was taken back, and what is settled after that. */
interface Stretch {
  readonly revival: Revival | null;
  /** What is settled of which task, each group by the first event that settles it. */
  readonly settlements: Map<string, Settlement>;
}

/** What a batch of events does to the inbox. */
class InboxBatch {
  readonly rows: EntryRow[] = [];
  /** In the order of the events: part of what a step of the batch settles waits again when it is taken back, and part of it does not. */
  readonly stretches: Stretch[] = [];
  private stretch: Stretch = this.begin(null);
  private readonly rowsOfTask = new Map<string, EntryRow[]>();

  get held(): number {
    return this.stretches.reduce((sum, { settlements }) => sum + settlements.size + 1, this.rows.length - 1);
  }

  private begin(revival: Revival | null): Stretch {
    const stretch: Stretch = { revival, settlements: new Map() };
    this.stretches.push(stretch);
    return stretch;
  }

  /** Entries of the batch wait again here, older ones in the table. */
  revive(revival: Revival): void {
    const { taskId, commandId, groups } = revival;
    for (const row of this.rowsOfTask.get(taskId) ?? []) {
      const isOfStep = row.settledBy?.commandId === commandId;
      if (isOfStep && groups.some((group) => isOfGroup(row, group))) row.settledBy = null;
    }
    this.stretch = this.begin(revival);
  }

  /** Entries of the batch are settled here, older ones in the table. */
  settle(taskId: string, groups: readonly EntryGroup[], by: Settling): void {
    const { commandId, entry } = by;
    const { position, event } = entry;
    const { recordedAt } = event.metadata;
    const { settlements } = this.stretch;
    for (const group of groups) {
      for (const row of this.rowsOfTask.get(taskId) ?? []) if (isOfGroup(row, group)) row.settledBy ??= by;
      const { kind, byHand, role, unitId, lane, limitId, due } = group;
      const key = [taskId, kind, byHand, role, unitId, lane, limitId, due].join(' ');
      if (!settlements.has(key)) settlements.set(key, { ...group, taskId, position, recordedAt, commandId });
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
