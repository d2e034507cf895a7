import { olderLog } from '../continuity';
import { type EventLogError } from '../event-log-error';
import { type HeadSignal } from '../head-signal';
import { type StoredEvent } from '../port';
import { comparePositions, countUpTo, type Position } from '../position';
import { type DamageBook } from './damage-book';
import { AWAY_PATIENCE } from './kurrent-connection';
import { unavailable } from './kurrent-failure';
import { type KurrentReader } from './kurrent-reader';
import { readRecord, type ServerRecord, streamNameOf } from './kurrent-records';
import { LastingSubscription, type SubscriptionParts } from './lasting-subscription';
import { type StreamNames } from './stream-names';

/** Events kept for followers that have caught up or nearly so. A follower that is further behind reads from the server. */
const KEPT = 5_000;

/** What a tail stands on; times in milliseconds. */
export interface TailParts {
  readonly reader: KurrentReader;
  readonly names: StreamNames;
  readonly damage: DamageBook;
  readonly head: HeadSignal;
  readonly subscription: Omit<SubscriptionParts, 'prefix'>;
  /** Longest wait for the server to come back before an append is refused. */
  readonly timeoutMs: number;
  /** Looks why the server cannot be reached. */
  readonly why: (error: unknown) => Promise<EventLogError>;
  /** Told when the server comes back with a log that lacks what was read of it before. */
  readonly onPastLost: () => void;
}

/**
 * The newest events, from one subscription for the whole process: projections, reactions and live notices follow it. It
 * also notices that the server has come back with another past, and until that is known no append is sent.
 */
export class LiveTail {
  private window: StoredEvent[] = [];
  /** The window holds every event of the ledgers after here, as far as the server has told them. */
  private from: Position | null = null;
  private last: Pick<StoredEvent, 'position' | 'hash'> | null = null;
  private subscription: LastingSubscription | undefined;
  private starting: Promise<void> | undefined;
  private running: Promise<void> | undefined;
  private isSure = false;
  private downSince: number | null = null;
  private reason: EventLogError | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly parts: TailParts) {}

  /** Begins to follow from the present end; further calls do nothing. @throws EventLogError when the log cannot be asked */
  async start(): Promise<void> {
    this.starting ??= this.begin();
    try {
      await this.starting;
    } catch (error) {
      this.starting = undefined;
      throw error;
    }
  }

  /** The last event known; that of the moment it was begun, to begin with. */
  get position(): Position | null {
    return this.last?.position ?? this.from;
  }

  /** Everything up to here has been seen, or is not of the ledgers; null while it is not begun. */
  get looked(): Position | null {
    return this.subscription?.looked ?? null;
  }

  /** True when all events after a position are here. */
  covers(position: Position | null): boolean {
    return this.subscription !== undefined && comparePositions(position, this.from) >= 0;
  }

  /** The events after a position that it covers, of the types if any are given. */
  after(position: Position | null, limit: number, types?: readonly string[]): StoredEvent[] {
    const low = countUpTo(this.window, position);
    if (!types) return this.window.slice(low, low + limit);
    return this.window
      .slice(low)
      .filter(({ type }) => types.includes(type))
      .slice(0, limit);
  }

  /** Why the server cannot be reached, once that is known; null while it can. */
  get trouble(): EventLogError | null {
    return this.reason;
  }

  /**
   * Resolves once it is sure that the server still has the log that was read before; at once if it was never followed.
   * @throws EventLogError LOG.UNAVAILABLE when the server does not come back in time, at once when it is away for longer
   */
  async sure(): Promise<void> {
    if (this.isSure || this.subscription === undefined) return;
    const patience = Math.min(AWAY_PATIENCE, this.parts.timeoutMs);
    const rest = this.downSince === null ? patience : patience - (performance.now() - this.downSince);
    if (rest <= 0) throw unavailable(this.reason);
    await new Promise<void>((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(done);
        reject(unavailable(this.reason));
      }, rest);
      this.waiting.add(done);
    });
  }

  async end(): Promise<void> {
    await this.running;
  }

  private async begin(): Promise<void> {
    const { reader, names, subscription } = this.parts;
    this.from = await reader.head();
    const first = this.from === null ? undefined : await reader.at(this.from);
    this.last = first ?? null;
    this.subscription = new LastingSubscription(
      { ...subscription, prefix: names.prefix },
      {
        confirmed: () => this.confirm(),
        record: (record) => this.take(record),
        caughtUp: () => undefined,
        down: (error) => this.goDown(error),
        hasMore: async (after) => (await reader.all(after, 1)).length > 0,
      },
      this.from,
    );
    this.running = this.subscription.run();
    if (this.from !== null) this.parts.head.announce(this.from);
  }

  private take(record: ServerRecord): void {
    const stream = this.parts.names.ofLedgers(streamNameOf(record));
    if (stream === undefined) return;
    const read = readRecord(record, stream);
    if (read.kind === 'damage') {
      this.parts.damage.note(read.damage);
      return;
    }
    this.window.push(read.event);
    this.last = read.event;
    this.trim();
    this.parts.head.announce(read.event.position);
  }

  /** Cut in large pieces, so that the cost of moving the rest is paid seldom. */
  private trim(): void {
    if (this.window.length < 2 * KEPT) return;
    const gone = this.window.splice(0, this.window.length - KEPT);
    this.from = gone.at(-1)?.position ?? this.from;
  }

  /** The server has answered: is it the log that was read before? */
  private async confirm(): Promise<void> {
    const { last } = this;
    if (last !== null) {
      const found = await this.parts.reader.at(last.position);
      if (found?.hash !== last.hash) {
        await this.beginAnew();
        return;
      }
    }
    this.becomeSure();
  }

  /** The log has another past: what was kept of the old one is let go, and who follows is told. */
  private async beginAnew(): Promise<void> {
    this.parts.onPastLost();
    this.from = await this.parts.reader.head();
    this.window = [];
    this.last = (this.from === null ? undefined : await this.parts.reader.at(this.from)) ?? null;
    this.subscription?.restart(this.from);
    this.parts.head.reset(olderLog());
  }

  private goDown(error: unknown): void {
    this.isSure = false;
    this.downSince ??= performance.now();
    void this.parts.why(error).then((reason) => {
      if (!this.isSure) this.reason = reason;
    });
  }

  private becomeSure(): void {
    this.isSure = true;
    this.downSince = null;
    this.reason = null;
    for (const done of [...this.waiting]) done();
  }
}
