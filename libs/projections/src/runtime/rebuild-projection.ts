import { setTimeout as sleep } from 'node:timers/promises';
import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import {
  comparePositions,
  type EventStore,
  isPlaceIn,
  placeOf,
  type Position,
  type StoredEvent,
  streamParts,
} from '#event-store';
import { type Checkpoint, lockCheckpoint } from './checkpoint';
import { keepAsFormer, makeLive } from './former-tables';
import { installProjection } from './install-projection';
import { type ReadableEntry, toLogEntry } from './log-entry';
import { notApplied } from './projection-error';
import { projectionTransaction } from './projection-transaction';
import { type Applier, liveSchema, type Projector } from './projector';
import { type Attempt, beginAttempt, interruptedAttempt, keepAttempt } from './rebuild-attempt';
import { NO_EVENTS, tallied } from './tally';

/** How far a rebuild has come. */
export interface RebuildProgress {
  readonly name: string;
  readonly phase: 'filling' | 'indexing' | 'switching' | 'done';
  /** Events of its kinds taken in so far, those of an interrupted rebuild included. */
  readonly events: number;
  readonly position: Position | null;
  /** End of the log as known when the phase began; it may grow meanwhile. */
  readonly head: Position | null;
  /** Of the log's length, 0 to 1: an estimate for a progress bar, since positions may have gaps. */
  readonly fraction: number;
}

/** What a rebuild needs. */
export interface RebuildOptions {
  readonly store: EventStore;
  readonly pool: Pool;
  readonly projector: Projector;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Gives up at the next batch; the live tables stay as they are. */
  readonly signal?: AbortSignal;
  /** Events of one transaction: what an interruption costs at most. Default: 100,000. */
  readonly batch?: number;
  /** Begin anew, whatever an interrupted rebuild has left. */
  readonly afresh?: boolean;
  /** Do nothing if the live tables already have the projector's version when this rebuild's turn comes. */
  readonly onlyIfOutdated?: boolean;
}

/** Events of one read: few, so that they are gone before the garbage collector has moved them about. */
const PAGE = 1_000;
const BATCH = 100_000;
/** Rows that an applier may hold back: fewer than the states kept, so that what is not written yet is still known. */
const HELD = 10_000;
const TURN_MILLISECONDS = 200;

const locked = z.tuple([z.object({ locked: z.boolean() })]);

/**
 * Fills new tables beside the live ones from the log, then switches in one transaction: it waits for the live checkpoint's
 * lock, applies the rest, renames the schemas and moves the checkpoint. The live tables serve until then, and projectors that
 * write them go on; afterwards they see another generation and go on with the new tables. The tables replaced are kept, for
 * going back. An interrupted rebuild is gone on with. One rebuild of a projection at a time. Where the live tables are beyond
 * the log, which was restored from an older copy, the new ones end with the log.
 * @returns false when there was nothing to do (`onlyIfOutdated`)
 * @throws ProjectionStopped PROJECTION.EVENT_NOT_APPLIED; then, as after any failure, the live tables are as before
 */
export async function rebuildProjection(options: RebuildOptions): Promise<boolean> {
  const { pool, projector, signal } = options;
  const turn = await pool.connect();
  const onError = (): void => undefined;
  turn.on('error', onError);
  try {
    await waitForTurn(turn, projector.name, signal);
    const live = await installProjection(pool, projector);
    if (options.onlyIfOutdated && live.version >= projector.version) return false;
    await new Rebuild(options).run();
    return true;
  } finally {
    turn.off('error', onError);
    // Ending the connection gives back the advisory lock, whatever has happened.
    turn.release(true);
  }
}

async function waitForTurn(client: PoolClient, name: string, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const result = await client.query('select pg_try_advisory_lock(hashtext($1)) as locked', [`rebuild ${name}`]);
    if (locked.parse(result.rows)[0].locked) return;
    await sleep(TURN_MILLISECONDS);
  }
}

class Rebuild {
  private readonly live: string;
  private readonly next: string;
  private readonly applier: Applier;
  private attempt: Attempt = { place: null, tally: NO_EVENTS, indexed: false };
  /** As the last transaction has left it. */
  private kept: Attempt = this.attempt;
  private head: Position | null = null;
  private readonly batch: number;
  private readonly page: number;

  constructor(private readonly options: RebuildOptions) {
    this.batch = options.batch ?? BATCH;
    this.page = Math.min(PAGE, this.batch);
    this.live = liveSchema(options.projector.name);
    this.next = `${this.live}_next`;
    this.applier = options.projector.open({ schema: this.next, live: false });
  }

  async run(): Promise<void> {
    const { store } = this.options;
    this.attempt = await this.begin();
    this.kept = this.attempt;
    this.head = await store.head();
    await this.fill('filling');
    this.report('indexing');
    if (!this.attempt.indexed) await this.transaction((client) => this.finishLoad(client));
    // What has come in while the indexes were made, so that the switch holds the live checkpoint for a moment only.
    await this.fill('switching');
    await this.transaction((client) => this.switch(client));
    this.report('done');
  }

  private async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const result = await projectionTransaction(this.options.pool, work);
    this.kept = this.attempt;
    return result;
  }

  /** To be called last in each transaction that writes. */
  private keep(client: PoolClient): Promise<void> {
    return keepAttempt(client, this.options.projector.name, this.kept, this.attempt);
  }

  private async begin(): Promise<Attempt> {
    const { pool, store, projector, afresh } = this.options;
    const interrupted = afresh === true ? undefined : await interruptedAttempt(pool, projector, this.next);
    // What was filled from another past is of no use.
    if (interrupted && (await isPlaceIn(store, interrupted.place))) return interrupted;
    return projectionTransaction(pool, (client) => beginAttempt(client, projector, this.next));
  }

  private async fill(phase: RebuildProgress['phase']): Promise<void> {
    let page = await this.read();
    while (page.length > 0) {
      this.options.signal?.throwIfAborted();
      const start = page;
      page = await this.transaction((client) => this.takeBatch(start, client, phase));
    }
  }

  /** Takes pages of one transaction. @returns the first page of the next one */
  private async takeBatch(
    start: StoredEvent[],
    client: PoolClient,
    phase: RebuildProgress['phase'],
  ): Promise<StoredEvent[]> {
    // Between two writes nothing is sent for as long as it takes to read and fold.
    await client.query('set local idle_in_transaction_session_timeout = 0');
    let page = start;
    for (let taken = 0; page.length > 0 && taken < this.batch && (this.applier.held ?? 0) < HELD;) {
      this.options.signal?.throwIfAborted();
      taken += page.length;
      // Read on while the database writes.
      const following = this.read(page.at(-1)?.position);
      following.catch(() => undefined);
      await this.take(page, client);
      this.report(phase);
      page = await following;
    }
    await this.applier.flush?.(client);
    await this.keep(client);
    return page;
  }

  private read(after: Position | null = this.attempt.place?.position ?? null): Promise<StoredEvent[]> {
    return this.options.store.readAll(after, this.page);
  }

  private async take(events: readonly StoredEvent[], client: PoolClient): Promise<void> {
    const { name, categories } = this.options.projector;
    const readable: ReadableEntry[] = [];
    for (const stored of events) {
      if (!categories.has(streamParts(stored.stream).category)) continue;
      const entry = toLogEntry(stored);
      if (!entry.readable) throw notApplied(name, entry, entry.failure);
      readable.push(entry);
    }
    if (readable.length > 0) await this.applier.take(readable, client);
    const { place, tally, indexed } = this.attempt;
    const last = events.at(-1);
    this.attempt = {
      place: last ? placeOf(last) : place,
      tally: tallied(tally, readable),
      indexed,
    };
  }

  private async finishLoad(client: PoolClient): Promise<void> {
    await client.query('set local statement_timeout = 0');
    await client.query(this.options.projector.indexes(this.next));
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`,
      [this.next],
    );
    for (const { name } of tables.rows) await client.query(`analyze ${name}`);
    this.attempt = { ...this.attempt, indexed: true };
    await this.keep(client);
  }

  private async switch(client: PoolClient): Promise<void> {
    const { name, version } = this.options.projector;
    const checkpoint = await lockCheckpoint(client, name);
    if (!checkpoint) throw new Error(`the checkpoint of ${name} is gone`);
    await this.readRest(checkpoint, client);
    await this.keep(client);
    await keepAsFormer(client, checkpoint);
    await makeLive(client, this.next, { name, version, ...this.attempt });
    await this.options.projector.onSwitch?.(client);
    await client.query('delete from projection.attempt where name = $1', [name]);
  }

  /**
   * The live tables stand still while their checkpoint is locked: whatever they show, the new ones must show too. Only events
   * of this log can be waited for: what the live tables have from another past never comes.
   */
  private async readRest({ place }: Checkpoint, client: PoolClient): Promise<void> {
    const end = (await isPlaceIn(this.options.store, place)) ? (place?.position ?? null) : null;
    for (;;) {
      const events = await this.read();
      await this.take(events, client);
      if (events.length < this.page && comparePositions(this.attempt.place?.position ?? null, end) >= 0) break;
    }
    await this.applier.flush?.(client);
  }

  private report(phase: RebuildProgress['phase']): void {
    const { name } = this.options.projector;
    const { head } = this;
    const { place, tally } = this.attempt;
    const { events } = tally;
    const position = place?.position ?? null;
    const fraction = phase === 'done' ? 1 : Math.min(1, Number(position ?? 0) / Math.max(1, Number(head ?? 0)));
    this.options.onProgress?.({ name, phase, events, position, head, fraction });
  }
}
