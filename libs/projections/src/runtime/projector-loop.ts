import { setTimeout as sleep } from 'node:timers/promises';
import { type Pool } from 'pg';
import {
  comparePositions,
  CONTINUITY,
  type EventStore,
  type LogPlace,
  placeOf,
  type Position,
  untilContinuous,
} from '#event-store';
import { type Clock, type Logger, type RepeatedWarnings } from '#platform';
import {
  type Checkpoint,
  lockCheckpoint,
  moveCheckpoint,
  passCheckpoint,
  recordStop,
  readCheckpoints,
} from './checkpoint';
import { installProjection } from './install-projection';
import { type LogEntry, type ReadableEntry } from './log-entry';
import { type LogFeed } from './log-feed';
import { failed, isPassing, newerVersion, notApplied, ProjectionStopped } from './projection-error';
import { projectionTransaction } from './projection-transaction';
import { type Applier, liveSchema, type Projector } from './projector';
import { rebuildProjection } from './rebuild-projection';
import { tallied } from './tally';

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
/** Least time between two transactions: what arrives meanwhile shares one. */
const LINGER_MILLISECONDS = 8;
/** After this long the checkpoint says how far events were passed over that changed nothing. */
const PASS_MILLISECONDS = 100;
const FIRST_RETRY_MILLISECONDS = 200;
const LAST_RETRY_MILLISECONDS = 5_000;
/** How often a stopped projector looks whether its tables were rebuilt. */
const STOPPED_LOOK_MILLISECONDS = 1_000;
/** How long one leaves the work to another process that has just done it. */
const STAND_BY_MILLISECONDS = 200;

/** Keeps one projection level with the log until told to end. A failure here is no other projector's. */
export class ProjectorLoop {
  private readonly stopping = new AbortController();
  private readonly applier: Applier;
  private running: Promise<void> | undefined;
  private checkpoint: Checkpoint | undefined;
  private handled: LogPlace | null = null;
  /** Of the feed, in which the tables were taken up. */
  private epoch: number;
  private passTimer: NodeJS.Timeout | undefined;
  private lastCommit = 0;
  private currentPhase: LoopPhase = 'starting';
  private reason: ProjectionStopped | null = null;

  constructor(
    readonly projector: Projector,
    private readonly context: LoopContext,
  ) {
    this.applier = projector.open({ schema: liveSchema(projector.name), live: true });
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
    return this.epoch === this.context.feed.epoch ? this.reached : null;
  }

  /** For how many milliseconds the oldest event that it has not handled has been known; 0 when there is none. */
  get behindMs(): number {
    return this.context.feed.waitingSince(this.reached);
  }

  start(): void {
    this.running ??= this.supervise();
  }

  /** Ends after the transaction under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    clearTimeout(this.passTimer);
    await this.pass().catch(() => undefined);
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
        this.applier.forget?.();
        if (isPassing(error)) {
          this.context.warnings.warn(error, '读模型暂时无法更新，将自动重试。', { projection: this.projector.name });
          await this.pause(Math.min(FIRST_RETRY_MILLISECONDS * 2 ** failures, LAST_RETRY_MILLISECONDS));
          failures += 1;
        } else {
          await this.standStill(failed(this.projector.name, error));
        }
      }
    }
  }

  private async untilContinuous(): Promise<void> {
    const { writing } = this.context.store;
    if (writing.stoppedBy(CONTINUITY)) this.enter('waiting');
    await untilContinuous(writing, this.stopping.signal);
  }

  private async prepare(epoch: number): Promise<void> {
    const { pool, store } = this.context;
    const { name, version } = this.projector;
    let checkpoint = (await readCheckpoints(pool)).get(name) ?? (await installProjection(pool, this.projector));
    if (checkpoint.version > version) throw newerVersion(name);
    if (checkpoint.version < version) {
      this.enter('rebuilding');
      const { signal } = this.stopping;
      await rebuildProjection({ pool, store, projector: this.projector, signal, onlyIfOutdated: true });
      checkpoint = (await readCheckpoints(pool)).get(name) ?? checkpoint;
      if (checkpoint.version > version) throw newerVersion(name);
    }
    if (checkpoint.stopped) await recordStop(pool, checkpoint, null);
    this.epoch = epoch;
    this.takeUp(checkpoint);
    this.reason = null;
    this.enter('running');
  }

  /** Goes on until stopped, until the log's past turns out to be another, or until the tables are of another version. */
  private async follow(epoch: number, onSuccess: () => void): Promise<void> {
    const { signal } = this.stopping;
    const { feed } = this.context;
    // Tables of another version appear under a running program only when somebody asked for it: look again what to do.
    while (!this.stopped() && epoch === feed.epoch && this.checkpoint?.version === this.projector.version) {
      const entries = await feed.next(this.reached, LIVE_BATCH, signal);
      if (entries.length === 0 || epoch !== feed.epoch) continue;
      await this.handle(entries);
      onSuccess();
    }
  }

  private async handle(entries: readonly LogEntry[]): Promise<void> {
    const { name, categories } = this.projector;
    const poisoned = entries.findIndex((entry) => categories.has(entry.category) && !entry.readable);
    const sound = poisoned < 0 ? entries : entries.slice(0, poisoned);
    const wanted = sound.filter((entry) => entry.readable).filter((entry) => categories.has(entry.category));
    const end = sound.at(-1);
    if (end !== undefined) await this.advance(wanted, placeOf(end));
    const poison = entries[poisoned];
    if (poison && !poison.readable && !this.isBefore(wanted)) throw notApplied(name, poison, poison.failure);
  }

  /** Whether the batch was left to another process or to other tables, so that it is to be read again. */
  private isBefore(wanted: readonly ReadableEntry[]): boolean {
    const last = wanted.at(-1);
    return last !== undefined && comparePositions(this.reached, last.position) < 0;
  }

  private async advance(wanted: readonly ReadableEntry[], end: LogPlace): Promise<void> {
    if (wanted.length === 0) {
      this.reach(end);
      this.passSoon();
      return;
    }
    await this.linger();
    try {
      await this.commit(wanted, end);
    } catch (error) {
      if (isPassing(error) || wanted.length === 1) throw this.blamed(wanted, error);
      this.applier.forget?.();
      await this.oneByOne(wanted, end);
    }
  }

  /** Finds the event that cannot be applied: what comes before it is in the tables when it is blamed. */
  private async oneByOne(wanted: readonly ReadableEntry[], end: LogPlace): Promise<void> {
    for (const [index, entry] of wanted.entries()) {
      const last = index === wanted.length - 1;
      try {
        if (!(await this.commit([entry], last ? end : placeOf(entry)))) return;
      } catch (error) {
        throw this.blamed([entry], error);
      }
    }
  }

  private blamed(wanted: readonly ReadableEntry[], error: unknown): unknown {
    const [entry] = wanted;
    if (isPassing(error) || error instanceof ProjectionStopped || wanted.length !== 1 || !entry) return error;
    return notApplied(this.projector.name, entry, error);
  }

  /** @returns false when somebody else wrote the tables meanwhile; then nothing was written and the position is theirs */
  private async commit(wanted: readonly ReadableEntry[], end: LogPlace): Promise<boolean> {
    const { name, version } = this.projector;
    clearTimeout(this.passTimer);
    this.passTimer = undefined;
    const found = await projectionTransaction(this.context.pool, async (client) => {
      const checkpoint = await lockCheckpoint(client, name);
      if (!checkpoint) throw new Error(`the checkpoint of ${name} is gone`);
      if (checkpoint.version > version) throw newerVersion(name);
      if (this.isElsewhere(checkpoint)) return checkpoint;
      await this.applier.take(wanted, client);
      await this.applier.flush?.(client);
      const extent = { place: end, tally: tallied(checkpoint.tally, wanted) };
      await moveCheckpoint(client, name, extent);
      this.checkpoint = { ...checkpoint, ...extent };
      return null;
    });
    this.lastCommit = performance.now();
    if (found === null) {
      this.reach(end);
      return true;
    }
    await this.standBy(found);
    return false;
  }

  /**
   * Between the last committed and the last handled position lie only events that change no row, so a checkpoint in between was
   * moved by a process that passed over them too. Anywhere else somebody has written, or the tables are others.
   */
  private isElsewhere({ generation, place }: Checkpoint): boolean {
    const known = this.checkpoint;
    if (!known || generation !== known.generation) return true;
    const position = place?.position ?? null;
    return (
      comparePositions(position, this.reached) > 0 || comparePositions(position, known.place?.position ?? null) < 0
    );
  }

  private async standBy(found: Checkpoint): Promise<void> {
    const another = this.checkpoint?.generation === found.generation;
    this.takeUp(found);
    if (another) await this.pause(STAND_BY_MILLISECONDS);
  }

  private takeUp(checkpoint: Checkpoint): void {
    this.applier.forget?.();
    this.checkpoint = checkpoint;
    this.reach(checkpoint.place);
  }

  private get reached(): Position | null {
    return this.handled?.position ?? null;
  }

  private reach(place: LogPlace | null): void {
    this.handled = place;
    this.context.onChange();
  }

  private passSoon(): void {
    // Not put off by what comes meanwhile: a quiet table's checkpoint would stay behind for as long as others are busy.
    this.passTimer ??= setTimeout(() => {
      this.passTimer = undefined;
      this.pass().catch((error: unknown) => {
        this.context.logger.debug({ err: error, projection: this.projector.name }, 'checkpoint not moved');
        if (!this.stopped()) this.passSoon();
      });
    }, PASS_MILLISECONDS);
  }

  private async pass(): Promise<void> {
    if (this.checkpoint && this.handled !== null && this.handled.position !== this.checkpoint.place?.position) {
      await passCheckpoint(this.context.pool, this.checkpoint, this.handled);
    }
  }

  private async standStill(reason: ProjectionStopped): Promise<void> {
    const { pool, clock, logger } = this.context;
    this.reason = reason;
    this.enter('stopped');
    logger.error({ err: reason, projection: this.projector.name }, reason.message);
    const { code, event, message } = reason;
    await this.pass().catch(() => undefined);
    const known = this.checkpoint ?? (await this.look());
    // A newer program's record is not ours to mark.
    if (known && code !== 'PROJECTION.NEWER_VERSION') {
      await recordStop(pool, known, { at: clock.now().toISOString(), code, event, message }).catch(() => undefined);
    }
    while (!this.stopped()) {
      await this.pause(STOPPED_LOOK_MILLISECONDS);
      const found = await this.look();
      if (found && known && found.generation !== known.generation && found.version <= this.projector.version) return;
    }
  }

  private async look(): Promise<Checkpoint | undefined> {
    return readCheckpoints(this.context.pool).then(
      (all) => all.get(this.projector.name),
      () => undefined,
    );
  }

  private async linger(): Promise<void> {
    const rest = this.lastCommit + LINGER_MILLISECONDS - performance.now();
    if (rest > 0) await this.pause(rest);
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private enter(phase: LoopPhase): void {
    this.currentPhase = phase;
    this.context.onChange();
  }

  private stopped(): boolean {
    return this.stopping.signal.aborted;
  }
}
