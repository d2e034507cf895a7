import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers } from '../shared/practice-ledgers';
import { cacheFor } from '../shared/projector-needs';
import { stateLoaderFromRows } from '../shared/state-rows';
import { taskEntries } from '../shared/task-entries';
import { type FoldedTask, type StateCache, TaskStates } from '../shared/task-states';
import { taskColumns, upsertTasks } from './task-row';
import { searchChanges, searchColumns, upsertSearch } from './task-search';
import { taskIndexes, taskTables } from './task-tables';
import { dropEmpty, tallyChanges, tallyColumns, upsertTally } from './task-tally';

/** The ledger's rows: one per task, with its state. */
export function taskProjector(shared: StateCache): Projector {
  return {
    name: 'tasks',
    version: 4,
    categories: new Set(['task', 'ledger']),
    tables: taskTables,
    indexes: taskIndexes,
    open: (target) => new TaskApplier(target, shared),
  };
}

class TaskApplier implements Applier {
  private readonly states: TaskStates;
  private tasks = new Map<string, FoldedTask>();
  private search = searchChanges();
  private doubts = new Map<string, string>();

  constructor(
    private readonly target: Target,
    shared: StateCache,
  ) {
    this.states = new TaskStates(stateLoaderFromRows(target.schema), cacheFor(target, shared));
  }

  get held(): number {
    return this.tasks.size;
  }

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    await keepPracticeLedgers(this.target.schema, entries, client);
    const own = taskEntries(entries);
    for (const task of await this.states.fold(own, client, this.search.step)) {
      const { before } = this.tasks.get(task.taskId) ?? task;
      this.tasks.set(task.taskId, { ...task, before });
    }
    for (const { id, event } of own) {
      if (event.type === 'task.drafted') this.doubts.set(id, JSON.stringify(event.data.doubts));
    }
  }

  async flush(client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { search, doubts } = this;
    const tasks = [...this.tasks.values()];
    this.forget();
    if (tasks.length === 0) return;
    await client.query({ name: `${schema}-upsert`, text: upsertTasks(schema), values: taskColumns(tasks, doubts) });
    await this.writeTally(tasks, client);
    const searched = tasks.filter(({ taskId }) => search.changed.has(taskId));
    if (searched.length === 0) return;
    await client.query({ name: `${schema}-search`, text: upsertSearch(schema), values: searchColumns(searched) });
  }

  private async writeTally(tasks: readonly FoldedTask[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const changes = tallyChanges(tasks);
    if (changes.length === 0) return;
    await client.query({ name: `${schema}-tally`, text: upsertTally(schema), values: tallyColumns(changes) });
    if (changes.every(({ tasks: by }) => by > 0)) return;
    await client.query({ name: `${schema}-tally-empty`, text: dropEmpty(schema) });
  }

  forget(): void {
    this.tasks = new Map();
    this.search = searchChanges();
    this.doubts = new Map();
  }
}
