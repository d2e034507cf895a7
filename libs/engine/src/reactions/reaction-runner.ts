import { type CommandBus } from '@nestjs/cqrs';
import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { readEvent } from '#domain';
import {
  changedInWords,
  CONTINUITY,
  type EventStore,
  isEventLogError,
  isSealed,
  type StoredEvent,
  type SubscriptionMessage,
} from '#event-store';
import { type Logger, type Migration, pause, RepeatedWarnings } from '#platform';
import { isUnrecordable } from '../command/final-failure';
import { PassedOver } from './passed-over';
import { concerns, type Reaction } from './reaction';
import { moveReactionPlace, putReactionPlace, type ReactionPlace, reactionPlace } from './reaction-place';
import { placeBeforeUnfinished } from './unfinished';

/** Where the reactions stand. */
export const REACTION_MIGRATIONS: readonly Migration[] = [
  {
    id: 'reaction-0001',
    sql: `
      create schema if not exists reaction;
      create table reaction.checkpoint (
        only_one boolean primary key default true check (only_one),
        position text,
        hash text
      );
      comment on column reaction.checkpoint.hash is 'Seal of the event at the position, where one stands there.';
      insert into reaction.checkpoint (position) values (null);`,
  },
];

/** Any constant: the lock that makes one process at a time the runner of reactions. */
const LOCK_KEY = 7_230_114;
const lockRows = z.tuple([z.object({ locked: z.boolean() })]);

/** How long to wait before trying again: after an error, and for the lock. Milliseconds. */
const PAUSE = 1_000;

/**
 * How many events are handled, or passed over, before the checkpoint is kept: so many are done again, or looked at again,
 * after a crash.
 */
const CHECKPOINT_EVERY = 200;

/**
 * Runs the reactions on every event of the log in order, from a durable checkpoint. One process at a time does it. An
 * error stops it at that event and it tries again. An event is passed over where trying again would keep everything else waiting
 * for ever, with its name in the log and in health: a stream is broken (an event was changed after it was written, or is not
 * ours), or a command that follows can never be recorded (one closing kept every import waiting). A sound event that cannot be
 * read stops it: a newer program wrote it, or this one has a fault. While the log is not the one that the read models were made from, it stands still; then it goes on from the
 * checkpoint.
 */
export class ReactionRunner {
  private readonly stopping = new AbortController();
  /** Ends what is being followed when the log turns out to be another, and when it is the right one again. */
  private interruption = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private readonly over: PassedOver;
  private trouble: string | null = null;
  private readonly warnings: RepeatedWarnings;

  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly bus: CommandBus,
    private readonly reactions: readonly Reaction[],
    logger: Logger,
  ) {
    this.over = new PassedOver(logger);
    this.warnings = new RepeatedWarnings(logger);
    store.writing.onChange((cause) => {
      if (cause !== CONTINUITY) return;
      this.interruption.abort();
      this.interruption = new AbortController();
    });
  }

  /** Begins; returns at once. */
  start(): void {
    this.running = this.supervise();
  }

  /** Finishes the event under way and gives the lock back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /**
   * Puts the checkpoint where it may stand in this log: before the first event whose reaction has not run to its end. Nothing
   * is passed over, and what is done again is known by its ids.
   */
  async putBack(): Promise<void> {
    await putReactionPlace(this.pool, await placeBeforeUnfinished(this.store, this.reactions));
  }

  /** Why reactions stand still, or null. For health. */
  fault(): string | null {
    return this.trouble;
  }

  /** What was passed over, or null. For health. */
  passedOver(): ReturnType<PassedOver['details']> {
    return this.over.details();
  }

  private stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async supervise(): Promise<void> {
    while (!this.stopped()) {
      try {
        if (this.store.writing.stoppedBy(CONTINUITY) === null) await this.asOnlyRunner((client) => this.follow(client));
        this.trouble = null;
      } catch (error) {
        if (this.stopped()) return;
        if (this.store.writing.stoppedBy(CONTINUITY)) continue;
        this.trouble = error instanceof Error ? error.message : 'unknown';
        this.warnings.error(error, '后续动作处理失败，稍后自动重试。');
      }
      await pause(PAUSE, this.stopping.signal);
    }
  }

  private async asOnlyRunner(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    const ignore = (): void => undefined;
    client.on('error', ignore);
    try {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [LOCK_KEY]);
      if (lockRows.parse(rows)[0].locked) await work(client);
    } finally {
      client.off('error', ignore);
      // Closing the connection gives the lock back whatever has happened.
      client.release(true);
    }
  }

  private async follow(client: PoolClient): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, this.interruption.signal]);
    if (this.store.writing.stoppedBy(CONTINUITY)) return;
    let place = await reactionPlace(client);
    const position = place?.position ?? null;
    const types = [...new Set(this.reactions.flatMap((reaction) => reaction.types))];
    let passed = 0;
    for await (const message of this.store.subscribe(position, { signal, batchSize: CHECKPOINT_EVERY, types })) {
      if (message.kind === 'events') await this.reactToAll(message.events);
      // What concerns no reaction is passed over at each append: too often to be written down every time.
      const worthKeeping = message.kind !== 'progress' || ++passed % CHECKPOINT_EVERY === 0;
      const reached = worthKeeping ? await this.placeOf(message) : null;
      if (reached && !(await moveReactionPlace(client, place, reached))) return;
      place = reached ?? place;
      // It goes on: what was wrong before is wrong no longer.
      this.trouble = null;
    }
  }

  private async placeOf(message: SubscriptionMessage): Promise<ReactionPlace | null> {
    const last = message.kind === 'events' ? message.events.at(-1) : undefined;
    if (last) return { position: last.position, hash: last.hash };
    const { position } = message;
    return position === null ? null : { position, hash: (await this.store.eventAt(position))?.hash ?? null };
  }

  private async reactToAll(events: readonly StoredEvent[]): Promise<void> {
    for (const stored of events) {
      if (this.over.has(stored.stream)) continue;
      const why = this.whyBroken(stored);
      if (why === null) await this.reactTo(stored);
      else this.over.addStream(stored, why);
    }
  }

  private whyBroken(stored: StoredEvent): string | null {
    const foreign = this.store.damaged().find(({ stream, damage }) => damage === 'foreign' && stream === stored.stream);
    return foreign?.message ?? (isSealed(stored) ? null : changedInWords(stored));
  }

  private async reactTo(stored: StoredEvent): Promise<void> {
    const concerned = this.reactions.filter((reaction) => concerns(reaction, stored));
    const event = readEvent(stored);
    try {
      for (const reaction of concerned) await reaction.react(event, stored.stream, this.bus);
    } catch (error) {
      if (!isEventLogError(error, 'LOG.INTEGRITY') && !isUnrecordable(error)) throw error;
      // With the log as a whole in doubt nothing is passed over: the cause that stopped writing is thrown instead.
      this.store.writing.check();
      this.over.addEvent(stored, error);
    }
  }
}
