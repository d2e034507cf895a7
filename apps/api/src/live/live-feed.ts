import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { checkWhole, type EventStore, isEventLogError, onNewPast, type Position } from '#event-store';
import { type Logger, RepeatedWarnings } from '#platform';
import { type LiveReads, type ProjectionRunner } from '#projections';
import { LiveBatch } from './live-batch';
import { type LedgerPlace, type LiveNews } from './live-news';

/** The tables that are looked at before anything is told. */
const PROJECTIONS = ['tasks', 'inbox'];

/** How many ledgers are known by heart. */
const KEPT_LEDGERS = 1_000;

/** A ledger is marked as one for practice in its first breath. */
const FIRST_EVENTS = 4;

/** What the feed works with. Times in milliseconds. */
export interface LiveFeedParts {
  readonly store: EventStore;
  readonly reads: Pick<LiveReads, 'placesOf' | 'inboxAudiences' | 'isForPractice'>;
  readonly projections: Pick<ProjectionRunner, 'waitFor'>;
  readonly logger: Logger;
  /** How long events are gathered before they are told together. */
  readonly gatherMs: number;
  /** How long it waits after a failure. */
  readonly retryMs: number;
  /** True while anybody listens. Otherwise nothing is looked up. */
  readonly wanted: () => boolean;
  readonly tell: (news: LiveNews) => void;
}

/**
 * Follows the log, once for the whole process, and works out what has happened in terms of who may know of it. What is told is
 * already visible in the read models. When these are of another past, everybody asks anew, and it begins at the log's end again.
 */
export class LiveFeed {
  private readonly stopped = new AbortController();
  private readonly practice = new LRUCache<string, boolean>({ max: KEPT_LEDGERS });
  /** Ledgers whose broken stream was named in the log. */
  private readonly named = new LRUCache<string, true>({ max: KEPT_LEDGERS });
  private told: Position | null = null;
  private pending: LiveBatch | null = null;
  private telling: Promise<void> | null = null;
  private following: Promise<void> = Promise.resolve();
  private readonly warnings: RepeatedWarnings;
  private interruption = new AbortController();
  private isPastNew = false;

  constructor(private readonly parts: LiveFeedParts) {
    this.warnings = new RepeatedWarnings(parts.logger);
    onNewPast(parts.store.writing, () => this.interrupt());
  }

  /** Everything up to here has been told, or was there before anybody listened. */
  get position(): Position | null {
    return this.told;
  }

  /** Begins at the end of the log. @throws what the log throws when it cannot be asked */
  async start(): Promise<void> {
    this.told = await this.parts.store.head();
    this.following = this.follow(this.told);
  }

  /** Ends following; what was gathered is not told any more. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.following;
    await this.telling;
  }

  private async follow(from: Position | null): Promise<void> {
    const { signal } = this.stopped;
    let position = from;
    while (!signal.aborted) {
      const ended = AbortSignal.any([signal, this.interruption.signal]);
      try {
        if (this.isPastNew) position = await this.beginAnew();
        for await (const message of this.parts.store.subscribe(position, { signal: ended })) {
          if (message.kind !== 'events' || isAborted(ended)) continue;
          this.pending ??= new LiveBatch(position);
          this.pending.take(message.events);
          position = message.position;
          this.telling ??= this.tellAll();
        }
      } catch (error) {
        if (isEventLogError(error, 'LOG.CLOSED')) return;
        this.warnings.warn(error, '实时通知读取日志失败，正在重试。');
        await this.pause(this.parts.retryMs);
      }
    }
  }

  private interrupt(): void {
    this.isPastNew = true;
    this.pending = null;
    this.practice.clear();
    this.interruption.abort();
    this.interruption = new AbortController();
  }

  private async beginAnew(): Promise<Position | null> {
    this.told = await this.parts.store.head();
    this.isPastNew = false;
    const nothing = { tasks: [], ledgers: [], inbox: [] };
    this.parts.tell({ position: this.told ?? '0', ...nothing, missed: true });
    return this.told;
  }

  /** Tells what was gathered, and again what was gathered meanwhile. */
  private async tellAll(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted && this.pending) {
      await this.pause(this.parts.gatherMs);
      const batch = this.takePending();
      if (isAborted(signal)) break;
      if (batch) await this.tellBatch(batch);
    }
    this.telling = null;
  }

  private takePending(): LiveBatch | null {
    const batch = this.pending;
    this.pending = null;
    return batch;
  }

  /** Tells a batch, however long it takes: what comes meanwhile is told after it. */
  private async tellBatch(batch: LiveBatch): Promise<void> {
    const signal = AbortSignal.any([this.stopped.signal, this.interruption.signal]);
    const { wanted, tell, retryMs } = this.parts;
    while (!signal.aborted && wanted()) {
      try {
        tell(await this.newsOf(batch, signal));
        break;
      } catch (error) {
        if (isAborted(signal)) return;
        this.warnings.warn(error, '实时通知暂时不能发出，正在重试。');
        await this.pause(retryMs);
      }
    }
    if (!signal.aborted) this.told = batch.upTo;
  }

  private async newsOf(batch: LiveBatch, signal: AbortSignal): Promise<LiveNews> {
    const { reads, projections } = this.parts;
    const { after, eventIds, overflows, upTo } = batch;
    if (upTo === null) throw new Error('a batch has events');
    await projections.waitFor(PROJECTIONS, upTo, { signal });
    if (overflows) return { position: upTo, tasks: [], ledgers: [], inbox: [], missed: true };
    const places = await reads.placesOf([...batch.tasks.keys()]);
    const audiences = await reads.inboxAudiences(eventIds, after, upTo);
    const moved = places.map((place) => ({ ...place, revision: batch.tasks.get(place.taskId) ?? 0 }));
    return {
      position: upTo,
      tasks: await this.inLedgers(moved),
      ledgers: await this.inLedgers([...batch.ledgers].map((ledgerId) => ({ ledgerId }))),
      inbox: await this.inLedgers(audiences),
      missed: false,
    };
  }

  /**
   * Adds to each item whether its ledger is for practice. Nothing is told of a ledger whose stream is broken, because
   * nobody can tell who may know of it; in 0.1 it kept all others from being told.
   */
  private async inLedgers<Item extends { readonly ledgerId: string }>(
    items: readonly Item[],
  ): Promise<(Item & LedgerPlace)[]> {
    const placed = await Promise.all(
      items.map(async (item) => {
        const place = await this.placeUnlessBroken(item.ledgerId);
        return place === null ? [] : [{ ...item, ...place }];
      }),
    );
    return placed.flat();
  }

  private async placeUnlessBroken(ledgerId: string): Promise<LedgerPlace | null> {
    try {
      return await this.placeOf(ledgerId);
    } catch (error) {
      if (!isEventLogError(error, 'LOG.INTEGRITY')) throw error;
      if (!this.named.has(ledgerId))
        this.parts.logger.error({ ledgerId, err: error }, '台账的事件受损，不再实时通知。');
      this.named.set(ledgerId, true);
      return null;
    }
  }

  /** A ledger with whether it is for practice, which never changes. @throws EventLogError LOG.INTEGRITY for a broken stream */
  async placeOf(ledgerId: string): Promise<LedgerPlace> {
    const known = this.practice.get(ledgerId);
    if (known !== undefined) return { ledgerId, practice: known };
    const practice = await this.firstSaysPractice(ledgerId);
    // Not kept: a table may be a moment behind the log, and what is kept is kept for ever.
    if (practice === undefined) return { ledgerId, practice: await this.parts.reads.isForPractice(ledgerId) };
    this.practice.set(ledgerId, practice);
    return { ledgerId, practice };
  }

  /** What the first events of a ledger say; undefined while the log is away. */
  private async firstSaysPractice(ledgerId: string): Promise<boolean | undefined> {
    try {
      const first = await this.parts.store.readStream(`ledger-${ledgerId}`, 0, FIRST_EVENTS);
      checkWhole(first);
      return first.some(({ type }) => type === 'ledger.marked-practice');
    } catch (error) {
      if (isEventLogError(error, 'LOG.UNAVAILABLE', 'LOG.REFUSED')) return undefined;
      throw error;
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.stopped;
    await pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** The signal may have been aborted while something was awaited; `aborted` is a live getter. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
