import { EventLogError, type StoredEvent } from '#event-store';
import { type Logger, type TaizhangError } from '#platform';

/** An event that reactions have passed over: a stream is not whole, or what follows from the event can never be recorded. */
export interface PassedOverEvent {
  readonly stream: string;
  readonly revision: number;
  /** One zh-CN sentence: what is wrong, and the way out. */
  readonly message: string;
}

/** Events named for health. Every one is in the log. */
const MOST_NAMED = 100;

/** What reactions have passed over since the process began: each stream or event is named in the log once, the first ones for health too. */
export class PassedOver {
  private readonly named: PassedOverEvent[] = [];
  /** Streams that stand still as a whole. A process that begins later finds them again by their next event. */
  private readonly still = new Set<string>();
  private total = 0;

  constructor(private readonly logger: Logger) {}

  /** True when a stream is passed over: reactions follow none of its later events. */
  has(stream: string): boolean {
    return this.still.has(stream);
  }

  /** Passes over an event and all later ones of its stream. */
  addStream(event: StoredEvent, message: string): void {
    this.addEvent(event, new EventLogError('LOG.INTEGRITY', message));
    this.still.add(event.stream);
  }

  /** Passes over one event: what follows from it needs a stream that is broken, or can never be recorded. */
  addEvent({ stream, revision, position }: StoredEvent, error: TaizhangError): void {
    const { code, message } = error;
    this.logger.error({ stream, revision, position, code, err: error }, `后续动作跳过一个事件：${message}`);
    this.total += 1;
    if (this.named.length < MOST_NAMED) this.named.push({ stream, revision, message });
  }

  /** For health: null when nothing was passed over. */
  details(): { readonly passedOver: readonly PassedOverEvent[]; readonly more: number } | null {
    if (this.total === 0) return null;
    return { passedOver: [...this.named], more: this.total - this.named.length };
  }
}
