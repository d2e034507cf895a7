import { type Clock, type HealthFinding } from '#platform';
import { type DueTimers } from './due-timers';
import { type NudgeQueue } from './queue/nudge-queue';

/** A timer is overdue when it was due longer ago than two sweeps. */
const OVERDUE_MILLISECONDS = 120_000;
/** Shorter than the health registry's own patience. */
const CANARY_LIMIT = 2_500;

/** Healthy when a job goes through the queue and back; a server that only answers PING may still do no work. */
export async function queueHealth(queue: NudgeQueue): Promise<HealthFinding> {
  return { healthy: true, details: { roundTripMilliseconds: Math.round(await queue.canary(CANARY_LIMIT)) } };
}

/**
 * Healthy when no timer was due more than two minutes ago and still has its row, but for those that a broken stream keeps:
 * starting the process anew would not help them, and would hold up all others.
 */
export async function overdueHealth(dueTimers: DueTimers, clock: Clock): Promise<HealthFinding> {
  const { overdue, standing } = await dueTimers.overdue(new Date(clock.now().getTime() - OVERDUE_MILLISECONDS));
  return { healthy: overdue === 0, details: { overdue, ...(standing > 0 ? { standing } : {}) } };
}
