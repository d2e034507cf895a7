import { type ProductDatabase } from './product-database';

/**
 * Lets the timers of tasks be due now. By the clock of the machine the first rung of a late task comes on the next working day, and no
 * run of the faults waits for that; whether a rung is still wanted is decided as ever when its timer fires.
 */
export async function makeDue({ pool }: ProductDatabase, taskIds: readonly string[]): Promise<void> {
  await pool.query('update projection_timers.timer set fire_at = now() where task_id = any($1::uuid[])', [taskIds]);
}
