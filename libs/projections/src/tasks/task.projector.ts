import { type PoolClient } from 'pg';
import { dayInShanghai, delaysStanding, type RecordedOfType, type TaskState } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { keepPracticeLedgers, PRACTICE_LEDGER } from '../shared/practice-ledgers';
import { cacheFor, type ProjectorNeeds } from '../shared/projector-needs';
import { stateLoaderFromRows } from '../shared/state-rows';
import { createTables } from '../shared/table';
import { taskEntries } from '../shared/task-entries';
import { type FoldedTask, type StateCache, stateLoaderFromLog, TaskStates } from '../shared/task-states';
import { lampOf } from './lamp-of';
import { clearDesks, DESK, deskChanges, deskIndexes } from './desk.table';
import { searchChanges, searchedTask, SEARCH, searchIndexes } from './task-search';
import { dropEven, HELD, heldIndexes, heldTallyChanges } from './held-tally';
import { dropEmpty, TALLY, tallyChanges, tallyIndexes } from './task-tally';
import { TASK, type TaskAfter, taskIndexes } from './task.table';
import { latestLists, listOf, UNIT_LIST } from './unit-list.table';

/** The ledger's rows: one per task, with its state. */
export function taskProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'tasks',
    version: 43,
    categories: new Set(['task', 'ledger']),
    tables: createTables(TASK, DESK, SEARCH, TALLY, HELD, UNIT_LIST, PRACTICE_LEDGER),
    indexes: (schema) =>
      [taskIndexes, deskIndexes, searchIndexes, tallyIndexes, heldIndexes].map((of) => of(schema)).join(''),
    open: (target) => new TaskApplier(target, needs, shared),
  };
}

class TaskApplier implements Applier {
  private readonly states: TaskStates;
  private tasks = new Map<string, FoldedTask>();
  private search = searchChanges();
  private doubts = new Map<string, string>();
  private splits: { readonly event: RecordedOfType<'task.split'>; readonly state: TaskState }[] = [];

  constructor(
    private readonly target: Target,
    { store }: ProjectorNeeds,
    shared: StateCache,
  ) {
    const rows = stateLoaderFromRows(target.schema);
    this.states = new TaskStates(rows, stateLoaderFromLog(store), cacheFor(target, shared));
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
      if (event.type === 'task.drafted') this.doubts.set(id, JSON.stringify(event.data.content.doubts));
      const state = this.tasks.get(id)?.state;
      if (event.type === 'task.split' && state) this.splits.push({ event, state });
    }
  }

  async flush(client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { search, doubts, splits } = this;
    const tasks = [...this.tasks.values()];
    this.forget();
    if (tasks.length === 0) return;
    const rows = tasks.map((task) => rowOf(task, doubts.get(task.taskId)));
    await client.query(TASK.upsert(schema, rows));
    await this.writeDesks(tasks, client);
    await this.writeTally(tasks, client);
    await this.writeHeld(tasks, client);
    const lists = latestLists(splits.flatMap(({ event, state }) => listOf(event, state) ?? []));
    if (lists.length > 0) await client.query(UNIT_LIST.upsert(schema, lists));
    const searched = tasks.filter(({ taskId }) => search.changed.has(taskId));
    if (searched.length === 0) return;
    await client.query(SEARCH.upsert(schema, searched.map(searchedTask)));
  }

  private async writeDesks(tasks: readonly FoldedTask[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const { taskIds, rows } = deskChanges(tasks);
    if (taskIds.length === 0) return;
    await client.query({ name: `${schema}-desk-clear`, text: clearDesks(schema), values: [taskIds] });
    if (rows.length > 0) await client.query(DESK.insert(schema, rows));
  }

  private async writeTally(tasks: readonly FoldedTask[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const changes = tallyChanges(tasks);
    if (changes.length === 0) return;
    await client.query(TALLY.upsert(schema, changes));
    if (changes.every(({ tasks: by }) => by > 0)) return;
    await client.query({ name: `${schema}-tally-empty`, text: dropEmpty(schema) });
  }

  private async writeHeld(tasks: readonly FoldedTask[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const changes = heldTallyChanges(tasks);
    if (changes.length === 0) return;
    await client.query(HELD.upsert(schema, changes));
    await client.query({ name: `${schema}-held-even`, text: dropEven(schema) });
  }

  forget(): void {
    this.tasks = new Map();
    this.search = searchChanges();
    this.doubts = new Map();
    this.splits = [];
  }
}

function rowOf({ taskId, state, last }: FoldedTask, doubts = '[]'): TaskAfter {
  const { revision, position, event } = last;
  const { recordedAt } = event.metadata;
  const delays = delaysStanding(state, dayInShanghai(state.recordedAt));
  return { taskId, state, lamp: lampOf(state), delays, revision, position, recordedAt, doubts };
}
