import { LRUCache } from 'lru-cache';
import { type PoolClient } from 'pg';
import { DEFAULT_LADDER, type PlannedTimer, type TaskState, timersOfTask } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';
import { type Applier, type Projector, type Target } from '../runtime/projector';
import { foldedStates, type ProjectorNeeds } from '../shared/projector-needs';
import { plainArray, textArray } from '../shared/sql-arrays';
import { taskEntries } from '../shared/task-entries';
import { type FoldedTask, type StateCache, type TaskStates } from '../shared/task-states';
import { PinnedCalendars } from './pinned-calendars';

/** Timers are spread over so many shards, that sweepers may share the work. */
export const TIMER_SHARDS = 16;

/**
 * The timers: exactly what `timersOfTask` plans for the state after each event. Written here only; whoever fires one sends a
 * command, and the event that comes of it takes the row away.
 */
export function timerProjector(needs: ProjectorNeeds, shared: StateCache): Projector {
  return {
    name: 'timers',
    version: 2,
    categories: new Set(['task', 'calendar']),
    tables: timerTables,
    indexes: (schema) => `create index timer_by_moment on ${schema}.timer (fire_at, timer_id);`,
    open: (target) => new TimerApplier(target, needs, shared),
  };
}

function timerTables(schema: string): string {
  return `
create table ${schema}.timer (
  timer_id text collate "C" primary key,
  task_id uuid not null,
  ledger_id uuid not null,
  limit_id text not null,
  period text,
  rung_id text not null,
  kind text not null,
  due date not null,
  fire_at timestamptz not null,
  shard integer not null
);
create table ${schema}.calendar (
  version text primary key,
  place bigint not null,
  calendar json not null
);
create index timer_by_task on ${schema}.timer (task_id);
comment on table ${schema}.timer is 'Open timers. A row is there as long as the state of its task asks for it.';
comment on column ${schema}.timer.shard is '0 to ${TIMER_SHARDS - 1}, from the task id.';
comment on table ${schema}.calendar is 'Calendars published so far, in log order; assignments name them by version.';
`;
}

/** The shard of a task's timers. Ids are random, so their last digit is as good as a hash. */
export function shardOf(taskId: string): number {
  return Number.parseInt(taskId.slice(-1), 16) % TIMER_SHARDS;
}

/** The plan of a task as last written, to leave rows alone that an event did not change. */
interface WrittenPlan {
  readonly revision: number;
  readonly signature: string;
}

/** A task whose timers are not written yet. */
interface MovedTask {
  readonly task: FoldedTask;
  /** Revision before the first event that is not written yet; -1 when there is none. */
  readonly from: number;
}

/** The plan of a task that is not written yet. */
interface TaskPlan extends MovedTask {
  readonly timers: readonly PlannedTimer[];
}

const KEPT_PLANS = 20_000;
/** Tasks of one statement: each may have hundreds of timers, and a statement has its time. */
const TASKS_AT_ONCE = 500;

class TimerApplier implements Applier {
  private readonly states: TaskStates;
  private readonly calendars: PinnedCalendars;
  /** Planned when they are written, since only the last of a batch's states is: a plan costs as much as some events. */
  private moved = new Map<string, MovedTask>();
  private plans = new Map<string, TaskPlan>();
  private readonly written = new LRUCache<string, WrittenPlan>({ max: KEPT_PLANS });

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
    const changed = [...this.plans.values()].filter((plan) => this.isNews(plan));
    this.plans = new Map();
    for (let start = 0; start < changed.length; start += TASKS_AT_ONCE) {
      await this.write(changed.slice(start, start + TASKS_AT_ONCE), client);
    }
  }

  forget(): void {
    this.calendars.forget();
    this.written.clear();
    this.moved = new Map();
    this.plans = new Map();
  }

  private async takeTasks(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    const own = taskEntries(entries);
    if (own.length === 0) return;
    await this.calendars.load(client);
    const first = new Map<string, number>();
    for (const { id, revision } of own) if (!first.has(id)) first.set(id, revision);
    for (const task of await this.states.fold(own, client)) {
      const { taskId } = task;
      const known = this.moved.get(taskId) ?? this.plans.get(taskId);
      this.moved.set(taskId, { task, from: known?.from ?? (first.get(taskId) ?? 0) - 1 });
    }
  }

  private planMoved(): void {
    for (const [taskId, { task, from }] of this.moved) {
      this.plans.set(taskId, { task, from, timers: this.plan(taskId, task.state) });
    }
    this.moved = new Map();
  }

  private plan(taskId: string, state: TaskState): readonly PlannedTimer[] {
    const calendar = this.calendars.ofVersion(state.assignment?.calendarVersion ?? null);
    return timersOfTask(taskId, state, calendar, DEFAULT_LADDER);
  }

  /** What was written for the revision just before is known only if this process wrote it. */
  private isNews({ task: { taskId, last }, from, timers }: TaskPlan): boolean {
    const signature = timers.map(({ timerId, fireAt }) => `${timerId} ${fireAt}`).join('\n');
    const known = this.written.get(taskId);
    this.written.set(taskId, { revision: last.revision, signature });
    if (from < 0) return timers.length > 0;
    return known?.revision !== from || known.signature !== signature;
  }

  private async write(plans: readonly TaskPlan[], client: PoolClient): Promise<void> {
    const { schema } = this.target;
    const taskIds = plans.map(({ task }) => task.taskId);
    const rows = plans.flatMap(({ task, timers }) => timers.map((timer) => ({ task, timer })));
    const timerIds = textArray(rows.map(({ timer }) => timer.timerId));
    await client.query({
      name: `${schema}-obsolete`,
      text: deleteObsolete(schema),
      values: [plainArray(taskIds), timerIds],
    });
    if (rows.length === 0) return;
    await client.query({
      name: `${schema}-upsert`,
      text: upsertTimers(schema),
      values: [
        timerIds,
        plainArray(rows.map(({ task }) => task.taskId)),
        plainArray(rows.map(({ task }) => task.state.ledgerId)),
        textArray(rows.map(({ timer }) => timer.limitId)),
        textArray(rows.map(({ timer }) => timer.period)),
        textArray(rows.map(({ timer }) => timer.rungId)),
        textArray(rows.map(({ timer }) => timer.kind)),
        textArray(rows.map(({ timer }) => timer.due)),
        textArray(rows.map(({ timer }) => timer.fireAt)),
        plainArray(rows.map(({ task }) => shardOf(task.taskId))),
      ],
    });
  }
}

/**
 * Both lists are hashed, whatever the planner takes their lengths for: `= any` of a parameter, or a join with the wanted ids, is
 * at times every timer of the table held against every id, which took minutes for the timers of ten thousand tasks.
 */
function deleteObsolete(schema: string): string {
  return `
    delete from ${schema}.timer
    where task_id in (select unnest($1::uuid[])) and timer_id not in (select unnest($2::text[]))`;
}

/** The moment of a timer may change under the same id: another calendar, or a missed rung that fires at the arming. */
function upsertTimers(schema: string): string {
  return `
    insert into ${schema}.timer as t
      (timer_id, task_id, ledger_id, limit_id, period, rung_id, kind, due, fire_at, shard)
    select r.timer_id, r.task_id, r.ledger_id, r.limit_id, r.period, r.rung_id, r.kind, r.due::date,
      r.fire_at::timestamptz, r.shard
    from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
      $9::text[], $10::integer[])
      as r(timer_id, task_id, ledger_id, limit_id, period, rung_id, kind, due, fire_at, shard)
    on conflict (timer_id) do update set fire_at = excluded.fire_at where t.fire_at <> excluded.fire_at`;
}
