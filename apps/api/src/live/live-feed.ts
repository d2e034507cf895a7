import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type EventStore, isEventLogError, onNewPast, type Position } from '#event-store';
import { type Logger } from '#platform';
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
  readonly reads: Pick<LiveReads, 'placesOf' | 'inboxAudiences'>;
  readonly projections: Pick<ProjectionRunner, 'waitFor'>;
  readonly logger: Logger;
  /** How long events are gathered before they are told together. */
  readonly gatherMs: number;
  /** How long it waits after a failure. */
  readonly retryMs: number;
  /** Whether anybody listens: nothing is looked up for nobody. */
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
  private told: Position | null = null;
  private pending: LiveBatch | null = null;
  private telling: Promise<void> | null = null;
  private following: Promise<void> = Promise.resolve();
  private interruption = new AbortController();
  private isPastNew = false;

  constructor(private readonly parts: LiveFeedParts) {
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
        this.parts.logger.warn({ err: error }, '实时通知读取日志失败，正在重试。');
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
    const { logger, wanted, tell, retryMs } = this.parts;
    while (!signal.aborted && wanted()) {
      try {
        tell(await this.newsOf(batch, signal));
        break;
      } catch (error) {
        if (isAborted(signal)) return;
        logger.warn({ err: error }, '实时通知暂时不能发出，正在重试。');
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
    return {
      position: upTo,
      tasks: await Promise.all(
        places.map(async (place) => {
          const revision = batch.tasks.get(place.taskId) ?? 0;
          return { ...place, ...(await this.placeOf(place.ledgerId)), revision };
        }),
      ),
      ledgers: await Promise.all([...batch.ledgers].map((ledgerId) => this.placeOf(ledgerId))),
      inbox: await Promise.all(
        audiences.map(async (audience) => ({ ...audience, ...(await this.placeOf(audience.ledgerId)) })),
      ),
      missed: false,
    };
  }

  /** A ledger with whether it is for practice, which never changes. */
  async placeOf(ledgerId: string): Promise<LedgerPlace> {
    const known = this.practice.get(ledgerId);
    if (known !== undefined) return { ledgerId, practice: known };
    const first = await this.parts.store.readStream(`ledger-${ledgerId}`, 0, FIRST_EVENTS);
    const practice = first.some(({ type }) => type === 'ledger.marked-practice');
    this.practice.set(ledgerId, practice);
    return { ledgerId, practice };
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
