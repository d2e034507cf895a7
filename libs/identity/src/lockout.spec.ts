import { MINUTE_MS } from './identity-limits';
import { afterFailure, isLocked, type LockoutState, UNLOCKED } from './lockout';

const START = new Date('2026-03-02T01:00:00Z');
const at = (minutes: number): Date => new Date(START.getTime() + minutes * MINUTE_MS);
const failures = (count: number, from: LockoutState = UNLOCKED, now = START): LockoutState =>
  Array.from({ length: count }).reduce<LockoutState>((state) => afterFailure(state, now), from);

describe('lockout', () => {
  it('leaves an account open through four failures', () => {
    expect(failures(4)).toEqual({ failedAttempts: 4, lockedUntil: null });
  });

  it('locks for ten minutes at the fifth failure', () => {
    const locked = failures(5);
    expect(locked.lockedUntil).toEqual(at(10));
    expect(isLocked(locked, at(9.99))).toBe(true);
    expect(isLocked(locked, at(10))).toBe(false);
  });

  it('does not lengthen a lock by failures while locked', () => {
    const locked = failures(5);
    expect(afterFailure(locked, at(9))).toBe(locked);
  });

  it('starts to count anew once the lock has ended', () => {
    const later = afterFailure(failures(5), at(10));
    expect(later).toEqual({ failedAttempts: 1, lockedUntil: null });
    expect(isLocked(failures(4, later, at(11)), at(12))).toBe(true);
  });
});
