import { type Clock, type HealthFinding } from '#platform';
import { type DueTimers } from './due-timers';
import { type NudgeQueue } from './queue/nudge-queue';

/** A timer is overdue when it has been due for longer than two sweeps, which run every minute. */
const OVERDUE_MILLISECONDS = 120_000;
/** Below the 3,000 ms of the health registry, so that the reason is reported and not just `timeout`. */
const CANARY_TIMEOUT_MILLISECONDS = 2_500;

/** Healthy when a worker does a canary job in time. A PING is not enough: a server may answer it and still do no work. */
export async function queueHealth(queue: NudgeQueue): Promise<HealthFinding> {
  const roundTrip = await queue.canary(CANARY_TIMEOUT_MILLISECONDS);
  return { healthy: true, details: { roundTripMilliseconds: Math.round(roundTrip) } };
}

/**
 * Healthy when no timer is overdue. Timers held up by a broken stream do not count as overdue but are reported as
 * `standing`: a restart, which an unhealthy answer causes, would not help them and would delay all others.
 */
export async function overdueHealth(dueTimers: DueTimers, clock: Clock): Promise<HealthFinding> {
  const { overdue, standing } = await dueTimers.overdue(new Date(clock.now().getTime() - OVERDUE_MILLISECONDS));
  return { healthy: overdue === 0, details: { overdue, ...(standing > 0 ? { standing } : {}) } };
}
