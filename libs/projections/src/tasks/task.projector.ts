import { type PoolClient } from 'pg';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { cacheFor } from '../shared/projector-needs';
import { stateLoaderFromRows } from '../shared/state-rows';
import { taskEntries, type TaskEntry } from '../shared/task-entries';
import { type StateCache, TaskStates } from '../shared/task-states';
import { taskColumns, upsertTasks } from './task-row';
import { searchChanges, searchColumns, upsertSearch } from './task-search';
import { taskIndexes, taskTables } from './task-tables';

/** The ledger's rows: one per task, with its state. */
export function taskProjector(shared: StateCache): Projector {
  return {
    name: 'tasks',
    version: 1,
    categories: new Set(['task']),
    tables: taskTables,
    indexes: taskIndexes,
    open: (target) => new TaskApplier(target, shared),
  };
}

class TaskApplier implements Applier {
  private readonly states: TaskStates;

  constructor(
    private readonly target: Target,
    shared: StateCache,
  ) {
    this.states = new TaskStates(stateLoaderFromRows(target.schema), cacheFor(target, shared));
  }

  async apply(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const own = taskEntries(entries);
    const search = searchChanges();
    const tasks = await this.states.fold(own, client, search.step);
    await client.query({
      name: `${schema}-upsert`,
      text: upsertTasks(schema),
      values: taskColumns(tasks, doubtsOf(own)),
    });
    const searched = tasks.filter(({ taskId }) => search.changed.has(taskId));
    if (searched.length === 0) return;
    await client.query({ name: `${schema}-search`, text: upsertSearch(schema), values: searchColumns(searched) });
  }

  forget(): void {
    // States are kept by revision, so there is nothing that could be wrong.
  }
}

function doubtsOf(entries: readonly TaskEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ id, event }) =>
      event.type === 'task.drafted' ? [[id, JSON.stringify(event.data.doubts)] as const] : [],
    ),
  );
}
