import { type PoolClient } from 'pg';
import { haveSameTimers, type RecordedEvent, type TaskState, type TaskTimer, timersOfTask } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { textArray } from '../shared/sql-arrays';
import { createTables } from '../shared/table';
import { taskEntries } from '../shared/task-entries';
import { type FoldedTask, type StateCache, type TaskStates } from '../shared/task-states';
import { PinnedRules, type Publication, PUBLISHED } from './pinned-rules';
import { TIMER, timerIndexes, type TimerOfTask } from './timer.table';

/**
 * The timers: exactly what `timersOfTask` plans for the state after each event. Written here only; whoever fires one sends a
 * command, and the event that comes of it takes the row away.
 */
export function timerProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'timers',
    version: 17,
    categories: new Set(['task', 'calendar', 'policy']),
    tables: createTables(TIMER, PUBLISHED),
    indexes: timerIndexes,
    open: (target) => new TimerApplier(target, needs, shared),
  };
}

/** A task whose timers are not written yet. */
interface MovedTask {
  readonly task: FoldedTask;
  /** Its state when its timers were last written; null when it has none yet. */
  readonly before: TaskState | null;
}

/** A moved task with what its timers are to be. */
interface TaskPlan extends MovedTask {
  readonly timers: readonly TaskTimer[];
}

/** What is to be written for tasks. */
interface Changes {
  /** Ids of timers that are no longer wanted. */
  readonly gone: readonly string[];
  /** Timers to be added, or moved. */
  readonly wanted: readonly TimerOfTask[];
}

/** Tasks of one statement: each may have hundreds of timers, and a statement has its time. */
const TASKS_AT_ONCE = 500;

class TimerApplier implements Applier {
  private readonly states: TaskStates;
  private readonly rules: PinnedRules;
  /** Planned when they are written, since only the last of a batch's states is: a plan costs as much as some events. */
  private moved = new Map<string, MovedTask>();
  private plans = new Map<string, TaskPlan>();

  constructor(
    private readonly target: Target,
    needs: ProjectorNeeds,
    shared: StateCache,
  ) {
    this.states = foldedStates(target, needs, shared);
    this.rules = new PinnedRules(needs.builtIn, target.schema);
  }

  get held(): number {
    return this.moved.size + this.plans.size;
  }

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    // A task names versions that were published before: they are known before any task of the batch is planned.
    for (const { event } of entries) if (isPublication(event)) await this.rules.take(event, client);
    await this.takeTasks(entries, client);
  }

  async flush(client: PoolClient): Promise<void> {
    this.planMoved();
    const plans = [...this.plans.values()];
    this.plans = new Map();
    for (let start = 0; start < plans.length; start += TASKS_AT_ONCE) {
      await this.write(this.changesOf(plans.slice(start, start + TASKS_AT_ONCE)), client);
    }
  }

  forget(): void {
    this.rules.forget();
    this.moved = new Map();
    this.plans = new Map();
  }

  private async takeTasks(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const own = taskEntries(entries);
    if (own.length === 0) return;
    await this.rules.load(client);
    for (const task of await this.states.fold(own, client)) {
      const { before } = this.moved.get(task.taskId) ?? this.plans.get(task.taskId) ?? task;
      this.moved.set(task.taskId, { task, before });
    }
  }

  private planMoved(): void {
    for (const [taskId, { task, before }] of this.moved) {
      // The rows are the plan already: that of the state before.
      if (before !== null && haveSameTimers(before, task.state)) this.plans.delete(taskId);
      else this.plans.set(taskId, { task, before, timers: this.plan(taskId, task.state) });
    }
    this.moved = new Map();
  }

  private plan(taskId: string, state: TaskState): readonly TaskTimer[] {
    const { calendar, policy } = this.rules.of(state.rules);
    return timersOfTask(taskId, state, calendar, policy);
  }

  /** What the rows differ in from the plans: an event changes few timers, if any. */
  private changesOf(plans: readonly TaskPlan[]): Changes {
    const gone: string[] = [];
    const wanted: TimerOfTask[] = [];
    for (const { task, before, timers } of plans) {
      const { taskId, state } = task;
      // The timers that the state before was given when it was written: the same state gives the same plan.
      const written = before === null ? [] : this.plan(taskId, before);
      const left = new Map(written.map(({ timerId, fireAt }) => [timerId, fireAt]));
      for (const timer of timers) {
        if (left.get(timer.timerId) !== timer.fireAt) wanted.push({ taskId, ledgerId: state.ledgerId, timer });
        left.delete(timer.timerId);
      }
      gone.push(...left.keys());
    }
    return { gone, wanted };
  }

  private async write({ gone, wanted }: Changes, client: PoolClient): Promise<void> {
    const { schema } = this.target;
    if (gone.length > 0) {
      await client.query({ name: `${schema}-gone`, text: deleteTimers(schema), values: [textArray(gone)] });
    }
    if (wanted.length > 0) await client.query(TIMER.upsert(schema, wanted));
  }
}

/** The ids come as rows of a sub-select: `= any` of a parameter is at times every timer of the table held against every id. */
function deleteTimers(schema: string): string {
  return `delete from ${schema}.timer where timer_id in (select unnest($1::text[]))`;
}

function isPublication(event: RecordedEvent): event is Publication {
  return event.type === 'calendar.published' || event.type === 'policy.published';
}
