import { IDENTITY_LIMITS, MINUTE_MS } from './identity-limits';

/** How near an account is to being locked. */
export interface LockoutState {
  /** Failures in a row since the last success or the end of the last lock. */
  readonly failedAttempts: number;
  /** The moment the lock ends; null when none was set. A moment that has passed is no lock. */
  readonly lockedUntil: Date | null;
}

/** No failure, no lock. */
export const UNLOCKED: LockoutState = { failedAttempts: 0, lockedUntil: null };

/** True when the account is locked at `now`; the lock ends at `lockedUntil` itself. */
export function isLocked(state: LockoutState, now: Date): boolean {
  return state.lockedUntil !== null && now.getTime() < state.lockedUntil.getTime();
}

/**
 * The state after one more failure at `now`. A failure while locked counts for nothing, so that a lock always ends;
 * the first failure after a lock counts as one.
 */
export function afterFailure(state: LockoutState, now: Date): LockoutState {
  if (isLocked(state, now)) return state;
  const failedAttempts = state.lockedUntil === null ? state.failedAttempts + 1 : 1;
  if (failedAttempts < IDENTITY_LIMITS.failuresBeforeLock) return { failedAttempts, lockedUntil: null };
  return { failedAttempts, lockedUntil: new Date(now.getTime() + IDENTITY_LIMITS.lockMinutes * MINUTE_MS) };
}
