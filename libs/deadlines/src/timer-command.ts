import { type TaskCommand } from '#domain';
import { type TimerRow } from '#projections';

/** What a due timer asks of its task. Whether it is still wanted is the task's decision, not the timer's. */
export function timerCommand(timer: TimerRow): TaskCommand {
  const { lane, limit_id: limitId, period, round, climb, rung_id: rungId, kind, due } = timer;
  const data = { obligation: { lane, limitId, period }, round, climb, rung: { rungId, kind }, due };
  return { type: 'task.fire-rung', data };
}
