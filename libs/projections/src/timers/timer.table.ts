import { z } from 'zod';
import { type TaskTimer } from '#domain';
import { columnsOf } from '../shared/columns';
import { type ColumnOf, table } from '../shared/table';

/** Timers are dealt out over this many shards, so that several processes share a morning's load. */
export const TIMER_SHARDS = 16;

/** A timer and the task that asks for it. */
export interface TimerOfTask {
  readonly taskId: string;
  readonly ledgerId: string;
  readonly timer: TaskTimer;
}

const column = columnsOf<TimerOfTask>();

/** The timers that have not fired yet. */
export const TIMER = table(
  'timer',
  {
    timer_id: column.text(({ timer }) => timer.timerId, { key: true, collation: 'C' }),
    task_id: column.uuid(({ taskId }) => taskId),
    ledger_id: column.uuid(({ ledgerId }) => ledgerId),
    timer_group: column.text(({ timer }) => timer.group, {
      collation: 'C',
      comment: 'Of the timers of a group that are due together only the last is wanted.',
    }),
    act: column.text(({ timer }) => timer.act),
    body: column.json(({ timer }) => timer.body),
    fire_at: column.instant(({ timer }) => timer.fireAt),
    shard: column.integer(({ taskId }) => shardOf(taskId), {
      comment: `0 to ${TIMER_SHARDS - 1}, from the task id.`,
    }),
  },
  {
    comment:
      'Open timers: acts that the engine asks of tasks. A row is there as long as the state of its task asks for it.',
    // The moment may change under the same id: by another calendar, or by a missed rung that fires at the arming.
    changes: 'fire_at = excluded.fire_at, body = excluded.body where t.fire_at <> excluded.fire_at',
  },
);

/** What whoever fires a timer reads of its row. */
export const timerRowSchema = z.object({
  timer_id: z.string().min(1),
  task_id: z.uuid(),
  act: z.string(),
  body: z.unknown(),
} satisfies Partial<Record<ColumnOf<typeof TIMER>, z.ZodType>>);

/** See `timerRowSchema`. */
export type TimerRow = z.infer<typeof timerRowSchema>;

/** Indexes for firing what is due, and for taking away the timers of a task. */
export function timerIndexes(schema: string): string {
  // The tables that a rebuild by an earlier build has begun have the second one already.
  return `
create index timer_by_moment on ${schema}.timer (fire_at, timer_id);
create index if not exists timer_by_task on ${schema}.timer (task_id);`;
}

/** The shard of a task's timers. Ids are random, so their last digit is as good as a hash. */
function shardOf(taskId: string): number {
  return Number.parseInt(taskId.slice(-1), 16) % TIMER_SHARDS;
}
