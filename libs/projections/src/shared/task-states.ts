import { LRUCache } from 'lru-cache';
import { type PoolClient } from 'pg';
import { aggregateNamed, type TaskState } from '#domain';
import { type EventStore, type StoredEvent } from '#event-store';
import { eachBounded } from '#platform';
import { type TaskEntry } from './task-entries';

const TASK = aggregateNamed('task');

/** A task after a batch. */
export interface FoldedTask {
  readonly taskId: string;
  /** As it was before the batch; null when it began in it. */
  readonly before: TaskState | null;
  readonly state: TaskState;
  /** The batch's last event of the task. */
  readonly last: TaskEntry;
}

/** Told of each event with the states around it. */
export type Step = (entry: TaskEntry, before: TaskState | null, after: TaskState) => void;

/**
 * Gives the states that tasks had at the revisions asked for.
 * @param wanted task id → revision, 0 or more
 */
export type StateLoader = (
  wanted: ReadonlyMap<string, number>,
  client: PoolClient,
) => Promise<ReadonlyMap<string, TaskState>>;

interface KeptState {
  readonly revision: number;
  readonly state: TaskState;
}

/**
 * States by task and revision, of the tasks used last. A state follows from its events and from nothing else, so neither a
 * rolled-back batch nor another process's writing can make a kept one wrong; projectors that are level share what they fold.
 * Only where the log is restored from an older copy do the same revisions get other events.
 */
export class StateCache {
  private readonly kept: LRUCache<string, KeptState[]>;
  private cleared = 0;

  /**
   * @param tasks how many of them; a state takes a few kilobytes
   * @param revisions how many of each task, the last ones set; they share most of what they are made of
   */
  constructor(
    tasks: number,
    private readonly revisions: number,
  ) {
    this.kept = new LRUCache({ max: tasks });
  }

  get(taskId: string, revision: number): TaskState | undefined {
    return this.kept.get(taskId)?.find((each) => each.revision === revision)?.state;
  }

  /** Counts how often all was forgotten: what was folded from states of before is not kept. */
  get epoch(): number {
    return this.cleared;
  }

  /** Forgets everything. */
  clear(): void {
    this.cleared += 1;
    this.kept.clear();
  }

  /** Keeps a state that was folded in an epoch. */
  set(taskId: string, revision: number, state: TaskState, epoch: number): void {
    if (epoch !== this.cleared) return;
    const others = (this.kept.get(taskId) ?? []).filter((each) => each.revision !== revision);
    this.kept.set(taskId, [{ revision, state }, ...others.slice(0, this.revisions - 1)]);
  }
}

/** Folds tasks forward, with the domain's own rules, from the states that are kept. */
export class TaskStates {
  /**
   * @param load gives the states from which a batch goes on
   * @param fromLog gives those that follow from the whole stream, after a step was taken back
   */
  constructor(
    private readonly load: StateLoader,
    private readonly fromLog: StateLoader,
    private readonly cache: StateCache,
  ) {}

  /** Folds a batch and gives each task that it touches once, in the order of first touch. */
  async fold(entries: readonly TaskEntry[], client: PoolClient, step?: Step): Promise<FoldedTask[]> {
    const { epoch } = this.cache;
    const before = await this.statesBefore(entries, client);
    const folded = new Map<string, FoldedTask>();
    for (const entry of entries) {
      const { id: taskId } = entry;
      const known = folded.get(taskId);
      const start = before.get(taskId) ?? null;
      const from = known ? known.state : start;
      const kept = this.cache.get(taskId, entry.revision);
      const state = kept ?? (TASK.rewinds(entry.event) ? await this.refolded(entry, client) : evolved(from, entry));
      step?.(entry, from, state);
      folded.set(taskId, { taskId, before: start, state, last: entry });
    }
    const tasks = [...folded.values()];
    for (const { taskId, state, last } of tasks) this.cache.set(taskId, last.revision, state, epoch);
    return tasks;
  }

  private async refolded({ id, revision }: TaskEntry, client: PoolClient): Promise<TaskState> {
    const state = (await this.fromLog(new Map([[id, revision]]), client)).get(id);
    if (!state) throw new Error(`task ${id}: no state at revision ${revision}`);
    return state;
  }

  private async statesBefore(
    entries: readonly TaskEntry[],
    client: PoolClient,
  ): Promise<Map<string, TaskState | null>> {
    const before = new Map<string, TaskState | null>();
    const missing = new Map<string, number>();
    for (const { id, revision } of entries) {
      if (before.has(id)) continue;
      const kept = revision === 0 ? null : this.cache.get(id, revision - 1);
      before.set(id, kept ?? null);
      if (kept === undefined) missing.set(id, revision - 1);
    }
    if (missing.size === 0) return before;
    const { epoch } = this.cache;
    const loaded = await this.load(missing, client);
    for (const [taskId, revision] of missing) {
      const state = loaded.get(taskId);
      if (!state) throw new Error(`task ${taskId}: no state at revision ${revision}`);
      this.cache.set(taskId, revision, state, epoch);
      before.set(taskId, state);
    }
    return before;
  }
}

function evolved(state: TaskState | null, { event, id }: TaskEntry): TaskState {
  const after = TASK.evolve(state, event);
  if (after === null) throw new Error(`task ${id}: its stream begins with ${event.type}`);
  return after;
}

/** They share queries where the log can answer for many streams at once. */
const READS_AT_A_TIME = 32;

/**
 * Loads states by folding streams of the log up to the revision wanted. `quick` is asked first: it may know some of them.
 */
export function stateLoaderFromLog(store: EventStore, quick?: StateLoader): StateLoader {
  return async (wanted, client) => {
    const found = new Map((await quick?.(wanted, client)) ?? []);
    const left = [...wanted].filter(([taskId]) => !found.has(taskId));
    await eachBounded(left, READS_AT_A_TIME, async ([taskId, revision]) => {
      const state = await stateAt(store, taskId, revision);
      if (state !== null) found.set(taskId, state);
    });
    return found;
  };
}

async function stateAt(store: EventStore, taskId: string, revision: number): Promise<TaskState | null> {
  return foldTask(await store.readStream(`task-${taskId}`, 0, revision + 1));
}

/** The state that the beginning of a task's stream folds to. */
export function foldTask(stored: readonly StoredEvent[]): TaskState | null {
  return TASK.fold(stored.map((event) => TASK.read(event)));
}
