import { type Pool } from 'pg';
import {
  CONTINUITY,
  type EventStore,
  isPlaceIn,
  type LogPlace,
  placeOf,
  type Position,
  untilContinuous,
} from '#event-store';
import { type Clock, type Logger, pause, type RepeatedWarnings } from '#platform';
import { BatchWriter } from './batch-writer';
import { writeOrBlame } from './blame-event';
import { batchOf, type EventBatch } from './event-batch';
import { type ReadableEntry } from './log-entry';
import { type LogFeed } from './log-feed';
import { prepareTables } from './prepare-tables';
import { failed, isPassing, notApplied, type ProjectionStopped } from './projection-error';
import { type Projector } from './projector';
import { standStill } from './standstill';
import { TableProgress } from './table-progress';

/** What a loop works with. */
export interface LoopContext {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly feed: LogFeed;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Shared by the loops: when a database goes away, all of them fail alike. */
  readonly warnings: RepeatedWarnings;
  /** Told whenever a loop has got further or has stopped. */
  readonly onChange: () => void;
}

/** Where a projector of this process is; it waits while the log is not the one that its tables were made from. */
export type LoopPhase = 'starting' | 'waiting' | 'rebuilding' | 'running' | 'stopped';

/** Events of one transaction of a projector that is level; a lagging one takes whole pages. */
const LIVE_BATCH = 1_000;
const FIRST_RETRY_MILLISECONDS = 200;
const LAST_RETRY_MILLISECONDS = 5_000;

/**
 * Keeps one projection level with the log until told to end: supervises preparing its tables and following the log. What passes is
 * tried again; what does not makes the projector stand still. A failure here is no other projector's.
 */
export class ProjectorLoop {
  private readonly stopping = new AbortController();
  private readonly progress: TableProgress;
  private readonly writer: BatchWriter;
  private running: Promise<void> | undefined;
  /** Of the feed, in which the tables were taken up. */
  private epoch: number;
  private currentPhase: LoopPhase = 'starting';
  private reason: ProjectionStopped | null = null;

  constructor(
    readonly projector: Projector,
    private readonly context: LoopContext,
  ) {
    this.progress = new TableProgress(context);
    this.writer = new BatchWriter(projector, context.pool, this.progress, this.stopping.signal);
    this.epoch = context.feed.epoch;
  }

  get phase(): LoopPhase {
    return this.currentPhase;
  }

  /** Why it stands still; null while it does not. */
  get stopReason(): ProjectionStopped | null {
    return this.reason;
  }

  /** Everything up to here is in the tables; null while it is not known, as after a break in the log's past. */
  get position(): Position | null {
    return this.epoch === this.context.feed.epoch ? this.progress.position : null;
  }

  /** For how many milliseconds the oldest event that it has not handled has been known; 0 when there is none. */
  get behindMs(): number {
    return this.context.feed.waitingSince(this.progress.position);
  }

  start(): void {
    this.running ??= this.supervise();
  }

  /** Ends after the transaction under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.progress.end();
  }

  private async supervise(): Promise<void> {
    let failures = 0;
    while (!this.stopped()) {
      try {
        await this.untilContinuous();
        const { epoch } = this.context.feed;
        if (this.stopped()) return;
        await this.prepare(epoch);
        await this.follow(epoch, () => (failures = 0));
      } catch (error) {
        if (this.stopped()) return;
        this.writer.forget();
        if (isPassing(error)) {
          await this.rest(error, failures);
          failures += 1;
        } else {
          await this.standStill(failed(this.projector.name, error));
        }
      }
    }
  }

  private async rest(error: unknown, failures: number): Promise<void> {
    this.context.warnings.warn(error, '读模型暂时无法更新，将自动重试。', { projection: this.projector.name });
    const milliseconds = Math.min(FIRST_RETRY_MILLISECONDS * 2 ** failures, LAST_RETRY_MILLISECONDS);
    await pause(milliseconds, this.stopping.signal);
  }

  private async untilContinuous(): Promise<void> {
    const { writing } = this.context.store;
    if (writing.stoppedBy(CONTINUITY)) this.enter('waiting');
    await untilContinuous(writing, this.stopping.signal);
  }

  private async prepare(epoch: number): Promise<void> {
    const { pool, store } = this.context;
    const checkpoint = await prepareTables(this.projector, {
      pool,
      store,
      signal: this.stopping.signal,
      onRebuild: () => this.enter('rebuilding'),
    });
    this.epoch = epoch;
    this.writer.takeUp(checkpoint);
    this.reason = null;
    this.enter('running');
  }

  /**
   * Goes on until stopped, until the log's past turns out to be another, or until the tables hold something else than is known
   * here or are of another version.
   */
  private async follow(epoch: number, onSuccess: () => void): Promise<void> {
    const { feed, store } = this.context;
    const { categories, version } = this.projector;
    const { lapsed } = this.progress;
    const signal = AbortSignal.any([this.stopping.signal, lapsed]);
    let isFromLog = false;
    // Tables of another version appear under a running program only when somebody asked for it: look again what to do.
    while (!signal.aborted && epoch === feed.epoch && this.progress.checkpoint?.version === version) {
      const entries = await feed.next(this.progress.position, LIVE_BATCH, signal);
      const last = entries.at(-1);
      if (last === undefined || epoch !== feed.epoch) continue;
      // Tables that were made anew, as of an older log, had been led on by what this process remembered of the former one.
      isFromLog ||= await isPlaceIn(store, placeOf(last));
      if (!isFromLog) {
        await pause(FIRST_RETRY_MILLISECONDS, signal);
        continue;
      }
      await this.handle(batchOf(entries, categories));
      onSuccess();
    }
  }

  private async handle({ wanted, end, unreadable }: EventBatch): Promise<void> {
    // Left to another process or to other tables, the events are read again, the unreadable one among them.
    if (end !== null && !(await this.advance(wanted, end))) return;
    if (unreadable) throw notApplied(this.projector.name, unreadable, unreadable.failure);
  }

  private async advance(wanted: readonly ReadableEntry[], end: LogPlace): Promise<boolean> {
    if (wanted.length === 0) {
      this.progress.passOver(end);
      return true;
    }
    await this.writer.linger();
    return writeOrBlame(this.writer, wanted, end);
  }

  private async standStill(reason: ProjectionStopped): Promise<void> {
    const { pool, clock, logger } = this.context;
    this.reason = reason;
    this.enter('stopped');
    logger.error({ err: reason, projection: this.projector.name }, reason.message);
    await this.progress.pass().catch(() => undefined);
    const { signal } = this.stopping;
    await standStill(this.projector, reason, this.progress.checkpoint, { pool, clock, signal });
  }

  private enter(phase: LoopPhase): void {
    this.currentPhase = phase;
    this.context.onChange();
  }

  private stopped(): boolean {
    return this.stopping.signal.aborted;
  }
}
