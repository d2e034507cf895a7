import { closedError } from './event-log-error';
import { comparePositions, type Position } from './position';

interface Waiter {
  readonly position: Position | null;
  readonly wake: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * Tells followers in this process that the log has grown. It remembers the furthest position announced, so a follower
 * misses nothing that is announced between its read and its wait, and is not woken for what it has already read.
 */
export class HeadSignal {
  private announced: Position | null = null;
  private closed = false;
  private readonly waiters = new Set<Waiter>();

  /** How far the log is known to reach; null when nothing is known. */
  get position(): Position | null {
    return this.announced;
  }

  /** The log is another one: what was announced says nothing of it. */
  forget(): void {
    this.announced = null;
  }

  /** The log reaches at least to this position. */
  announce(position: Position): void {
    if (comparePositions(position, this.announced) <= 0) return;
    this.announced = position;
    for (const waiter of [...this.waiters]) {
      if (comparePositions(position, waiter.position) > 0) waiter.wake();
    }
  }

  /** The log has another past: what was announced holds no longer, and every present wait fails with the error. */
  reset(error: Error): void {
    this.announced = null;
    for (const waiter of [...this.waiters]) waiter.fail(error);
  }

  /** Every wait, present and later, fails with LOG.CLOSED. */
  close(): void {
    this.closed = true;
    for (const waiter of [...this.waiters]) waiter.fail(closedError());
  }

  /**
   * Resolves as soon as the log is known to reach beyond `position`, when the signal is aborted, or after `timeoutMs`.
   * @throws EventLogError LOG.CLOSED
   */
  async waitBeyond(position: Position | null, signal: AbortSignal, timeoutMs?: number): Promise<void> {
    if (this.closed) throw closedError();
    if (signal.aborted || comparePositions(this.announced, position) > 0) return;
    await this.wait(position, signal, timeoutMs);
  }

  /** Resolves after `ms`, or when the signal is aborted. @throws EventLogError LOG.CLOSED */
  async pause(signal: AbortSignal, ms: number): Promise<void> {
    if (this.closed) throw closedError();
    if (!signal.aborted) await this.wait(undefined, signal, ms);
  }

  private wait(position: Position | null | undefined, signal: AbortSignal, timeoutMs?: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.waiters.delete(waiter);
        act();
      };
      const wake = settle(resolve);
      const onAbort = wake;
      const waiter: Waiter = {
        // A pause is beyond every position: only time, abort or close end it.
        position: position === undefined ? '9'.repeat(19) : position,
        wake,
        fail: (error) => settle(() => reject(error))(),
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(wake, timeoutMs);
      signal.addEventListener('abort', onAbort, { once: true });
      this.waiters.add(waiter);
    });
  }
}
