import { type PoolClient } from 'pg';
import {
  type CompiledCalendar,
  DEFAULT_POLICY,
  haveSameTimers,
  ON_ACCOUNT,
  type TaskState,
  type TaskTimer,
  timersOfTask,
} from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { plainArray, textArray } from '../shared/sql-arrays';
import { createTables } from '../shared/table';
import { taskEntries } from '../shared/task-entries';
import { type FoldedTask, type StateCache, type TaskStates } from '../shared/task-states';
import { CALENDAR, PinnedCalendars } from './pinned-calendars';
import { TIMER, timerIndexes, type TimerOfTask } from './timer.table';

/**
 * The timers: exactly what `timersOfTask` plans for the state after each event. Written here only; whoever fires one sends a
 * command, and the event that comes of it takes the row away.
 */
export function timerProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'timers',
    version: 11,
    categories: new Set(['task', 'calendar']),
    tables: createTables(TIMER, CALENDAR),
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
  /** Ids of tasks of which all timers go before those wanted are written: which ones they have is not known. */
  readonly unknown: readonly string[];
  /** Timers to be added, or moved. */
  readonly wanted: readonly TimerOfTask[];
}

/** Tasks of one statement: each may have hundreds of timers, and a statement has its time. */
const TASKS_AT_ONCE = 500;

class TimerApplier implements Applier {
  private readonly states: TaskStates;
  private readonly calendars: PinnedCalendars;
  /** Planned when they are written, since only the last of a batch's states is: a plan costs as much as some events. */
  private moved = new Map<string, MovedTask>();
  private plans = new Map<string, TaskPlan>();

  constructor(
    private readonly target: Target,
    needs: ProjectorNeeds,
    shared: StateCache,
  ) {
    this.states = foldedStates(target, needs, shared);
    this.calendars = new PinnedCalendars(needs.calendars, target.schema);
  }

  get held(): number {
    return this.moved.size + this.plans.size;
  }

  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    // Each task is planned by the calendar in force at its own last event, however events fall into batches.
    let run: ReadableEntry[] = [];
    for (const entry of entries) {
      if (entry.event.type === 'calendar.published') {
        await this.takeTasks(run, client);
        run = [];
        this.planMoved();
        await this.calendars.take(entry.event.data.calendar, entry.position, client);
      } else run.push(entry);
    }
    await this.takeTasks(run, client);
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
    this.calendars.forget();
    this.moved = new Map();
    this.plans = new Map();
  }

  private async takeTasks(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const own = taskEntries(entries);
    if (own.length === 0) return;
    await this.calendars.load(client);
    for (const task of await this.states.fold(own, client)) {
      const { before } = this.moved.get(task.taskId) ?? this.plans.get(task.taskId) ?? task;
      this.moved.set(task.taskId, { task, before });
    }
  }

  private planMoved(): void {
    for (const [taskId, { task, before }] of this.moved) {
      if (this.isAsWritten(task.state, before)) this.plans.delete(taskId);
      else this.plans.set(taskId, { task, before, timers: this.plan(taskId, task.state) });
    }
    this.moved = new Map();
  }

  /** True where the rows are the plan already: that of the state before, by a calendar that is known. */
  private isAsWritten(state: TaskState, before: TaskState | null): boolean {
    return before !== null && this.calendarOf(before) !== null && haveSameTimers(before, state);
  }

  private plan(taskId: string, state: TaskState): readonly TaskTimer[] {
    const calendar = this.calendars.ofVersion(state.assignment?.rules.calendar ?? null);
    return timersOfTask(taskId, state, calendar, DEFAULT_POLICY);
  }

  /** What the rows differ in from the plans: an event changes few timers, if any. */
  private changesOf(plans: readonly TaskPlan[]): Changes {
    const gone: string[] = [];
    const unknown: string[] = [];
    const wanted: TimerOfTask[] = [];
    for (const { task, before, timers } of plans) {
      const { taskId, state } = task;
      const written = this.writtenFor(taskId, before);
      if (written === null) unknown.push(taskId);
      const left = new Map(written?.map(({ timerId, fireAt }) => [timerId, fireAt]));
      for (const timer of timers) {
        if (left.get(timer.timerId) !== timer.fireAt) wanted.push({ taskId, ledgerId: state.ledgerId, timer });
        left.delete(timer.timerId);
      }
      gone.push(...left.keys());
    }
    return { gone, unknown, wanted };
  }

  /** The timers that a state was given when it was written: the same state gives the same plan. Null when they cannot be told any more. */
  private writtenFor(taskId: string, state: TaskState | null): readonly TaskTimer[] | null {
    if (state === null) return [];
    const calendar = this.calendarOf(state);
    return calendar && timersOfTask(taskId, state, calendar, DEFAULT_POLICY);
  }

  /** The calendar by which a state was planned; null when it cannot be told any more: the one in force at the time. */
  private calendarOf({ assignment, status }: TaskState): CompiledCalendar | null {
    const version = assignment?.rules.calendar ?? null;
    // Only the rungs of a task that is on the account count by a calendar.
    return ON_ACCOUNT.includes(status) ? this.calendars.pinned(version) : this.calendars.ofVersion(version);
  }

  private async write({ gone, unknown, wanted }: Changes, client: PoolClient): Promise<void> {
    const { schema } = this.target;
    if (gone.length > 0) {
      await client.query({ name: `${schema}-gone`, text: deleteTimers(schema), values: [textArray(gone)] });
    }
    if (unknown.length > 0) {
      await client.query({ name: `${schema}-unknown`, text: deleteAllOf(schema), values: [plainArray(unknown)] });
    }
    if (wanted.length > 0) await client.query(TIMER.upsert(schema, wanted));
  }
}

/** The ids come as rows of a sub-select: `= any` of a parameter is at times every timer of the table held against every id. */
function deleteTimers(schema: string): string {
  return `delete from ${schema}.timer where timer_id in (select unnest($1::text[]))`;
}

function deleteAllOf(schema: string): string {
  return `delete from ${schema}.timer where task_id in (select unnest($1::uuid[]))`;
}
