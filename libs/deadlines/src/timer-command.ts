import { type TaskCommand } from '#domain';
import { type TimerRow } from '#projections';

/** What a due timer asks of its task. Whether it is still wanted is the task's decision, not the timer's. */
export function timerCommand(timer: TimerRow): TaskCommand {
  const { timer_id: timerId, limit_id: limitId, period, rung_id: rungId, kind, due } = timer;
  if (kind !== 'open-period') return { type: 'task.fire-timer', data: { timerId, limitId, period, rungId, kind, due } };
  if (period === null) throw new Error(`timer ${timerId} opens a period and names none`);
  return { type: 'task.open-period', data: { limitId, period } };
}
