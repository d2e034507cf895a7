import { type EventLogError } from './event-log-error';

/**
 * Stops all writing to a log of which something is not as it should be: another installation's log, an older copy, a
 * stream that lost its past. Reading goes on. Several causes may hold at once; writing goes on when none does.
 */
export class WriteGate {
  private readonly causes = new Map<string, EventLogError>();

  /** The first cause for which writing stands still; null when it goes on. For health and for the person at the terminal. */
  get stopped(): EventLogError | null {
    const [first] = this.causes.values();
    return first ?? null;
  }

  /** Stops writing. @param cause its name, such as `continuity`; the same name replaces what it said before */
  stop(cause: string, error: EventLogError): void {
    this.causes.set(cause, error);
  }

  /** The cause of this name holds no longer. */
  clear(cause: string): void {
    this.causes.delete(cause);
  }

  /** Called before every append. @throws EventLogError the first cause */
  check(): void {
    if (this.causes.size > 0 && this.stopped) throw this.stopped;
  }
}
