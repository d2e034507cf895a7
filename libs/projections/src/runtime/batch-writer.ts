import { type Pool, type PoolClient } from 'pg';
import { type LogPlace } from '#event-store';
import { pause } from '#platform';
import { type Checkpoint, lockCheckpoint, moveCheckpoint } from './checkpoint';
import { type ReadableEntry } from './log-entry';
import { newerVersion } from './projection-error';
import { projectionTransaction } from './projection-transaction';
import { type Applier, liveSchema, type Projector } from './projector';
import { type TableProgress } from './table-progress';
import { tallied } from './tally';

/**
 * Time between two transactions: what arrives meanwhile shares one. A millisecond for each event of the one before: where commands come
 * fast, fewer and larger transactions leave them the machine; where they come one by one, each is seen at once.
 */
const LINGER_MILLISECONDS = { least: 4, perEvent: 1, most: 32 } as const;
/** How long one leaves the work to another process that has just done it. */
const STAND_BY_MILLISECONDS = 200;

/** What a transaction has come to: the checkpoint as it is now, and whether it is ours or that of another writer. */
interface Outcome {
  readonly checkpoint: Checkpoint;
  readonly written: boolean;
}

/** Writes events into the live tables of a projection, rows and checkpoint in one transaction. */
export class BatchWriter {
  private readonly applier: Applier;
  private lastCommit = 0;
  private lingerMs: number = LINGER_MILLISECONDS.least;

  constructor(
    readonly projector: Projector,
    private readonly pool: Pool,
    private readonly progress: TableProgress,
    private readonly signal: AbortSignal,
  ) {
    this.applier = projector.open({ schema: liveSchema(projector.name), live: true });
  }

  /** Goes on from a checkpoint: whatever was kept of the rows may be wrong. */
  takeUp(checkpoint: Checkpoint): void {
    this.forget();
    this.progress.takeUp(checkpoint);
  }

  /** A transaction was rolled back: whatever was kept of the rows may be wrong. */
  forget(): void {
    this.applier.forget?.();
  }

  /** Waits until enough time has passed since the last transaction. */
  async linger(): Promise<void> {
    const rest = this.lastCommit + this.lingerMs - performance.now();
    if (rest > 0) await pause(rest, this.signal);
  }

  /**
   * Applies events and moves the checkpoint.
   * @param end how far the tables go then
   * @returns false when somebody else wrote the tables meanwhile; then nothing was written and the progress is theirs
   */
  async write(entries: readonly ReadableEntry[], end: LogPlace): Promise<boolean> {
    this.progress.holdPass();
    const { checkpoint, written } = await projectionTransaction(this.pool, (client) =>
      this.apply(entries, end, client),
    );
    this.lastCommit = performance.now();
    const { least, perEvent, most } = LINGER_MILLISECONDS;
    this.lingerMs = Math.min(Math.max(perEvent * entries.length, least), most);
    if (written) this.progress.written(checkpoint);
    else await this.standBy(checkpoint);
    return written;
  }

  private async apply(entries: readonly ReadableEntry[], end: LogPlace, client: PoolClient): Promise<Outcome> {
    const { name, version } = this.projector;
    const checkpoint = await lockCheckpoint(client, name);
    if (!checkpoint) throw new Error(`the checkpoint of ${name} is gone`);
    if (checkpoint.version > version) throw newerVersion(name);
    if (this.progress.isElsewhere(checkpoint)) return { checkpoint, written: false };
    await this.applier.take(entries, client);
    await this.applier.flush?.(client);
    const extent = { place: end, tally: tallied(checkpoint.tally, entries) };
    await moveCheckpoint(client, name, extent);
    return { checkpoint: { ...checkpoint, ...extent }, written: true };
  }

  /** The tables were written by another process, which goes on unless it has ended, or they are new ones. */
  private async standBy(found: Checkpoint): Promise<void> {
    const another = this.progress.checkpoint?.generation === found.generation;
    this.takeUp(found);
    if (another) await pause(STAND_BY_MILLISECONDS, this.signal);
  }
}
