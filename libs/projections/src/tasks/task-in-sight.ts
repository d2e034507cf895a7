import { sql } from 'kysely';
import { type Sight } from '#domain';
import { TaizhangError } from '#platform';
import { type Snapshot } from '../queries/read-models';
import { tasksInSight } from '../queries/sight-filter';

/** A task that is not there, or that the person may not see: the two are told apart by nobody. */
export function taskUnknown(): TaizhangError {
  return new TaizhangError('TASK.UNKNOWN', '没有找到这项任务，可能编号有误或不在您的查看范围内。');
}

/** @throws TaizhangError TASK.UNKNOWN unless the task is there and within the person's sight */
export async function checkInSight(at: Snapshot, taskId: string, sights: readonly Sight[]): Promise<void> {
  const { rows } = await sql`
    select 1 from projection_tasks.task t where t.task_id = ${taskId}::uuid and ${await tasksInSight(at, sights)}`.execute(
    at,
  );
  if (rows.length === 0) throw taskUnknown();
}
