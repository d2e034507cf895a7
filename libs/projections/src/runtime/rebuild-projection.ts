import { setTimeout as sleep } from 'node:timers/promises';
import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { comparePositions, type EventStore, type Position } from '#event-store';
import { type Checkpoint, lockCheckpoint } from './checkpoint';
import { createSchema, installProjection } from './install-projection';
import { type LogEntry, type ReadableEntry, toLogEntry } from './log-entry';
import { notApplied } from './projection-error';
import { projectionTransaction } from './projection-transaction';
import { type Applier, liveSchema, type Projector } from './projector';

/** How far a rebuild has come. */
export interface RebuildProgress {
  readonly name: string;
  readonly phase: 'filling' | 'indexing' | 'switching' | 'done';
  /** Events read so far. */
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
  /** Do nothing if the live tables already have the projector's version when this rebuild's turn comes. */
  readonly onlyIfOutdated?: boolean;
}

/** Events of one read: few, so that they are gone before the garbage collector has moved them about. */
const PAGE = 1_000;
/** Events of one transaction. Fewer than the states kept, so that what is not written yet is still known. */
const BATCH = 20_000;
const TURN_MILLISECONDS = 200;

const locked = z.tuple([z.object({ locked: z.boolean() })]);

/**
 * Fills new tables beside the live ones from the log, then switches in one transaction: it waits for the live checkpoint's
 * lock, applies the rest, renames the schemas and moves the checkpoint. The live tables serve until then, and projectors that
 * write them go on; afterwards they see another generation and go on with the new tables. One rebuild of a projection at a time.
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
  private position: Position | null = null;
  private head: Position | null = null;
  private events = 0;

  constructor(private readonly options: RebuildOptions) {
    this.live = liveSchema(options.projector.name);
    this.next = `${this.live}_next`;
    this.applier = options.projector.open({ schema: this.next, live: false });
  }

  async run(): Promise<void> {
    const { pool, projector, store } = this.options;
    await projectionTransaction(pool, (client) => createSchema(client, projector, this.next));
    this.head = await store.head();
    await this.fill('filling');
    this.report('indexing');
    await projectionTransaction(pool, (client) => this.finishLoad(client));
    // What has come in while the indexes were made, so that the switch holds the live checkpoint for a moment only.
    await this.fill('switching');
    await projectionTransaction(pool, (client) => this.switch(client));
    this.report('done');
    await this.dropFormer();
  }

  private async fill(phase: RebuildProgress['phase']): Promise<void> {
    let page = await this.read();
    while (page.length > 0) {
      this.options.signal?.throwIfAborted();
      const start = page;
      page = await projectionTransaction(this.options.pool, (client) => this.takeBatch(start, client));
      this.report(phase);
    }
  }

  /** Takes pages of one transaction. @returns the first page of the next one */
  private async takeBatch(start: LogEntry[], client: PoolClient): Promise<LogEntry[]> {
    let page = start;
    for (let taken = 0; page.length > 0 && taken < BATCH;) {
      taken += page.length;
      this.position = page.at(-1)?.position ?? this.position;
      this.events += page.length;
      // Read on while the database writes.
      const following = this.read();
      following.catch(() => undefined);
      await this.take(page, client);
      page = await following;
    }
    await this.applier.flush?.(client);
    return page;
  }

  private async read(): Promise<LogEntry[]> {
    const events = await this.options.store.readAll(this.position, PAGE);
    return events.map(toLogEntry);
  }

  private async take(entries: readonly LogEntry[], client: PoolClient): Promise<void> {
    const { name, categories } = this.options.projector;
    const readable: ReadableEntry[] = [];
    for (const entry of entries) {
      if (!categories.has(entry.category)) continue;
      if (!entry.readable) throw notApplied(name, entry, entry.failure);
      readable.push(entry);
    }
    if (readable.length > 0) await this.applier.take(readable, client);
  }

  private async finishLoad(client: PoolClient): Promise<void> {
    await client.query('set local statement_timeout = 0');
    await client.query(this.options.projector.indexes(this.next));
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1`,
      [this.next],
    );
    for (const { name } of tables.rows) await client.query(`analyze ${name}`);
  }

  private async switch(client: PoolClient): Promise<void> {
    const { projector } = this.options;
    const checkpoint = await lockCheckpoint(client, projector.name);
    if (!checkpoint) throw new Error(`the checkpoint of ${projector.name} is gone`);
    await this.reachBeyond(checkpoint, client);
    await client.query(`drop schema if exists ${this.live}_former cascade`);
    await client.query(`alter schema ${this.live} rename to ${this.live}_former`);
    await client.query(`alter schema ${this.next} rename to ${this.live}`);
    await client.query(
      `update projection.checkpoint set version = $2, generation = generation + 1, position = $3,
         stopped_at = null, stopped_code = null, stopped_event = null, stopped_message = null
       where name = $1`,
      [projector.name, projector.version, this.position],
    );
  }

  /** The live tables stand still while their checkpoint is locked: whatever they show, the new ones must show too. */
  private async reachBeyond({ position }: Checkpoint, client: PoolClient): Promise<void> {
    for (;;) {
      const entries = await this.read();
      this.position = entries.at(-1)?.position ?? this.position;
      this.events += entries.length;
      await this.take(entries, client);
      if (entries.length < PAGE && comparePositions(this.position, position) >= 0) break;
    }
    await this.applier.flush?.(client);
  }

  /** Readers that are under way may hold the old tables for a moment; if so, the next rebuild drops them. */
  private async dropFormer(): Promise<void> {
    const drop = projectionTransaction(this.options.pool, async (client) => {
      await client.query(`set local lock_timeout = '2s'`);
      await client.query(`drop schema if exists ${this.live}_former cascade`);
    });
    await drop.catch(() => undefined);
  }

  private report(phase: RebuildProgress['phase']): void {
    const { name } = this.options.projector;
    const { position, head, events } = this;
    const fraction = phase === 'done' ? 1 : Math.min(1, Number(position ?? 0) / Math.max(1, Number(head ?? 0)));
    this.options.onProgress?.({ name, phase, events, position, head, fraction });
  }
}
