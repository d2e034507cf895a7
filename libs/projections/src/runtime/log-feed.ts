import { LRUCache } from 'lru-cache';
import { comparePositions, CONTINUITY, countUpTo, type EventStore, type Position, untilContinuous } from '#event-store';
import { type Logger, pause, RepeatedWarnings } from '#platform';
import { type LogEntry, toLogEntry } from './log-entry';

/** Events of one page of a projector that catches up. */
const PAGE = 5_000;
/** Decoded events kept for the projectors that are level, or nearly. */
const KEPT = 1_000;
/** Pages kept for projectors that catch up side by side. */
const KEPT_PAGES = 2;
const RETRY_MILLISECONDS = 1_000;

/**
 * The log for all projectors of a process: followed once and decoded once. Whoever is level takes from the window of recent
 * events; whoever lags reads pages for itself until it reaches the window. When the log turns out to be another past, nothing
 * is handed out until it is the right one again; then it begins anew.
 */
export class LogFeed {
  private readonly stopping = new AbortController();
  private readonly pages = new LRUCache<string, Promise<LogEntry[]>>({ max: KEPT_PAGES });
  private readonly waiters = new Set<() => void>();
  private window: LogEntry[] = [];
  private windowStart: Position | null = null;
  private arrivals: { readonly position: Position; readonly at: number }[] = [];
  private pump: Promise<void> | undefined;
  private readonly warnings: RepeatedWarnings;
  private following = new AbortController();
  private begun = false;
  private breaks = 0;
  private readonly endListening: () => void;

  constructor(
    private readonly store: EventStore,
    logger: Logger,
  ) {
    this.warnings = new RepeatedWarnings(logger);
    this.endListening = store.writing.onChange((cause) => {
      if (cause === CONTINUITY) this.breakOff();
    });
  }

  /** Begins to follow the log from its present end. @throws what the store throws when it cannot be asked */
  async start(): Promise<void> {
    await this.begin();
    this.pump = this.run();
  }

  /** Ends the subscription and wakes whoever waits. */
  async stop(): Promise<void> {
    this.endListening();
    this.stopping.abort();
    this.wake();
    await this.pump;
  }

  /** Changes when the log turns out to be another past, and when it is the right one again: take up the checkpoint anew. */
  get epoch(): number {
    return this.breaks;
  }

  /** The last position known here. */
  get head(): Position | null {
    return this.window.at(-1)?.position ?? this.windowStart;
  }

  /**
   * Milliseconds since the first event after a position came in; 0 when there is none. Events from before the start count from
   * the start.
   */
  waitingSince(position: Position | null): number {
    if (comparePositions(position, this.head) >= 0) return 0;
    const first = this.arrivals.find((arrival) => comparePositions(arrival.position, position) > 0);
    return first === undefined ? 0 : performance.now() - first.at;
  }

  /**
   * The next events after a position, at most `limit`; waits while there are none.
   * @returns an empty list once the signal is aborted, the feed is stopped, or its epoch is over
   */
  async next(after: Position | null, limit: number, signal: AbortSignal): Promise<readonly LogEntry[]> {
    const { epoch } = this;
    const isOver = (): boolean => signal.aborted || this.stopping.signal.aborted || epoch !== this.epoch;
    while (!isOver()) {
      if (this.begun && comparePositions(after, this.windowStart) < 0) {
        const page = await this.page(after);
        if (isOver()) break;
        if (page.length > 0) return page;
      }
      // From here to the wait nothing is awaited: what comes in between would wake nobody.
      const recent = this.begun ? this.recent(after, limit) : [];
      if (recent.length > 0) return recent;
      await this.change(signal);
    }
    return [];
  }

  private recent(after: Position | null, limit: number): readonly LogEntry[] {
    if (comparePositions(after, this.head) >= 0) return [];
    const low = countUpTo(this.window, after);
    return this.window.slice(low, low + limit);
  }

  private page(after: Position | null): Promise<LogEntry[]> {
    const key = after ?? '';
    const known = this.pages.get(key);
    if (known) return known;
    const page = this.store.readAll(after, PAGE).then((events) => events.map(toLogEntry));
    this.pages.set(key, page);
    // A failed or short page is not the page for ever.
    page.then(
      (entries) => entries.length < PAGE && this.pages.delete(key),
      () => this.pages.delete(key),
    );
    return page;
  }

  private change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiters.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiters.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private wake(): void {
    for (const wake of [...this.waiters]) wake();
  }

  /** What was read belongs to another past, and so does every position that anybody waits at. */
  private breakOff(): void {
    this.breaks += 1;
    this.begun = false;
    this.following.abort();
    this.following = new AbortController();
    this.wake();
  }

  private async begin(): Promise<void> {
    const { epoch } = this;
    const head = await this.store.head();
    if (epoch !== this.epoch) return;
    this.window = [];
    this.pages.clear();
    this.windowStart = head;
    this.arrivals = head === null ? [] : [{ position: head, at: performance.now() }];
    this.begun = true;
    this.wake();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const signal = AbortSignal.any([this.stopping.signal, this.following.signal]);
      try {
        await untilContinuous(this.store.writing, signal);
        if (!this.begun) await this.begin();
        await this.follow(signal);
      } catch (error) {
        if (this.stopped()) return;
        this.warnings.warn(error, '读取事件日志中断，将自动重试。');
        await pause(RETRY_MILLISECONDS, this.stopping.signal);
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    for await (const message of this.store.subscribe(this.head, { signal })) {
      if (signal.aborted) return;
      if (message.kind !== 'events') continue;
      for (const event of message.events) this.window.push(toLogEntry(event));
      this.arrivals.push({ position: message.position, at: performance.now() });
      this.trim();
      this.wake();
    }
  }

  /** Cut in large pieces, so that the cost of moving the rest is paid seldom. */
  private trim(): void {
    if (this.window.length < 2 * KEPT) return;
    const gone = this.window.splice(0, this.window.length - KEPT);
    const start = gone.at(-1)?.position ?? this.windowStart;
    this.windowStart = start;
    const first = this.arrivals[0];
    this.arrivals = this.arrivals.filter((arrival) => comparePositions(arrival.position, start) > 0);
    if (first) this.arrivals.unshift({ ...first, position: start ?? first.position });
  }

  private stopped(): boolean {
    return this.stopping.signal.aborted;
  }
}
