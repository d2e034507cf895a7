import { z } from 'zod';
import { daySchema, type PlannedTimer, rungKindSchema } from '#domain';
import { columnsOf } from '../shared/columns';
import { type ColumnOf, table } from '../shared/table';

/** Timers are dealt out over this many shards, so that several processes share a morning's load. */
export const TIMER_SHARDS = 16;

/** A timer that a task's state asks for. */
export interface TaskTimer {
  readonly taskId: string;
  readonly ledgerId: string;
  readonly timer: PlannedTimer;
}

const column = columnsOf<TaskTimer>();

/** The timers that have not fired yet. */
export const TIMER = table(
  'timer',
  {
    timer_id: column.text(({ timer }) => timer.timerId, { key: true, collation: 'C' }),
    task_id: column.uuid(({ taskId }) => taskId),
    ledger_id: column.uuid(({ ledgerId }) => ledgerId),
    lane: column.uuid(({ timer }) => timer.lane, { comment: 'The unit that owes the limit.' }),
    limit_id: column.text(({ timer }) => timer.limitId),
    period: column.textOrNull(({ timer }) => timer.period),
    round: column.integer(({ timer }) => timer.round),
    climb: column.integer(({ timer }) => timer.climb),
    rung_id: column.text(({ timer }) => timer.rungId),
    kind: column.text(({ timer }) => timer.kind),
    due: column.date(({ timer }) => timer.due),
    fire_at: column.instant(({ timer }) => timer.fireAt),
    shard: column.integer(({ taskId }) => shardOf(taskId), {
      comment: `0 to ${TIMER_SHARDS - 1}, from the task id.`,
    }),
  },
  {
    comment: 'Open timers. A row is there as long as the state of its task asks for it.',
    // The moment may change under the same id: by another calendar, or by a missed rung that fires at the arming.
    changes: 'fire_at = excluded.fire_at where t.fire_at <> excluded.fire_at',
  },
);

/** What whoever fires a timer reads of its row; `due` as text. */
export const timerRowSchema = z.object({
  timer_id: z.string().min(1),
  task_id: z.uuid(),
  lane: z.uuid(),
  limit_id: z.string().min(1),
  period: z.string().nullable(),
  round: z.int().positive(),
  climb: z.int().positive(),
  rung_id: z.string().min(1),
  kind: rungKindSchema,
  due: daySchema,
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
