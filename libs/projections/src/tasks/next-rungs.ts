import { sql } from 'kysely';
import { z } from 'zod';
import {
  type Day,
  dayInShanghai,
  isSameDelay,
  lateClockSchema,
  type RungKind,
  rungKindSchema,
  type TASK_ACTS,
  type ToldDelay,
} from '#domain';
import { type Snapshot } from '../queries/read-models';

/** A rung that the ladder takes by itself, and its day. */
export interface NextRung {
  readonly rung: RungKind;
  readonly on: Day;
}

/** The rung that comes next for a delay of a task; null where none is planned. */
export type NextRungOf = (taskId: string, delay: ToldDelay) => NextRung | null;

const FIRE_RUNG = 'task.fire-rung' satisfies keyof typeof TASK_ACTS;

const rows = z.array(
  z.object({
    task_id: z.string(),
    fire_at: z.date(),
    body: z.object({
      ...lateClockSchema.pick({ climb: true, due: true }).shape,
      // The timer of a turn names its holder instead.
      obligation: lateClockSchema.shape.obligation.default(null),
      rung: z.object({ kind: rungKindSchema }),
    }),
  }),
);

/** What the timers of tasks say of their delays: the planner wrote them, and nothing is planned a second time here. */
export async function nextRungs(at: Snapshot, taskIds: readonly string[]): Promise<NextRungOf> {
  const found = await sql`
    select task_id, body, fire_at from projection_timers.timer
    where task_id = any(${taskIds}::uuid[]) and act = ${FIRE_RUNG} order by fire_at, timer_id`.execute(at);
  const timers = rows.parse(found.rows);
  return (taskId, delay) => {
    const next = timers.find((timer) => timer.task_id === taskId && isSameDelay(timer.body, delay));
    return next === undefined ? null : { rung: next.body.rung.kind, on: dayInShanghai(next.fire_at.toISOString()) };
  };
}
