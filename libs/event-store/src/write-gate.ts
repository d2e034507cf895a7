import { type EventLogError } from './event-log-error';
import { type Position } from './position';

/**
 * Stops all writing to a log of which something is not as it should be: another installation's log, an older copy, a
 * stream that lost its past. Reading goes on. Several causes may hold at once; writing goes on when none does.
 */
export class WriteGate {
  private readonly causes = new Map<string, EventLogError>();
  private readonly listeners = new Set<(cause: string) => void>();
  private changeCount = 0;

  /** @param seenUpTo how far this process has seen the log. Default: unknown */
  constructor(private readonly seenUpTo: () => Position | null = () => null) {}

  /** How far this process has seen the log: one that ends before is an older one. Null when nothing is known. */
  get seen(): Position | null {
    return this.seenUpTo();
  }

  /** The first cause for which writing stands still; null when it goes on. For health and for the person at the terminal. */
  get stopped(): EventLogError | null {
    const [first] = this.causes.values();
    return first ?? null;
  }

  /** How often a cause has begun or ceased to hold: what was read of the log before a change may be of another past. */
  get changes(): number {
    return this.changeCount;
  }

  /** Why the cause of this name has stopped writing; null when it has not. */
  stoppedBy(cause: string): EventLogError | null {
    return this.causes.get(cause) ?? null;
  }

  /** Stops writing. @param cause its name, such as `continuity`; the same name replaces what it said before */
  stop(cause: string, error: EventLogError): void {
    const known = this.causes.has(cause);
    this.causes.set(cause, error);
    if (!known) this.tell(cause);
  }

  /** The cause of this name holds no longer. */
  clear(cause: string): void {
    if (this.causes.delete(cause)) this.tell(cause);
  }

  /** Called before every append. @throws EventLogError the first cause */
  check(): void {
    if (this.causes.size > 0 && this.stopped) throw this.stopped;
  }

  /** Tells `listener` the name of each cause that begins or ceases to hold, at once. @returns how to end that */
  onChange(listener: (cause: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(cause: string): void {
    this.changeCount += 1;
    for (const listener of [...this.listeners]) listener(cause);
  }
}
