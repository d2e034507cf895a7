import { convertToCommandError } from '@eventstore/db-client';
import { setTimeout as sleep } from 'node:timers/promises';
import type streams from '@eventstore/db-client/generated/streams_pb';
import { isAborted } from '../is-aborted';
import { comparePositions, type Position } from '../position';
import { type KurrentConnection } from './kurrent-connection';
import { readFailure } from './kurrent-failure';
import { type ReadCall } from './log-client';
import { type ServerRecord } from './kurrent-records';
import { subscribeRequest } from './requests';

/** What a subscription is made with; times in milliseconds. */
export interface SubscriptionParts {
  readonly connection: KurrentConnection;
  /** Of the streams that it is about. */
  readonly prefix: string;
  /** Aborted when the store is closed. */
  readonly closing: AbortSignal;
  /** Between attempts while the server is away. */
  readonly retryMs: number;
  /** After so long without a word it is asked whether there is any: a subscription may fall silent. */
  readonly idleMs: number;
  /** Told of each subscription that ended; it is begun again by itself. */
  readonly onFault: (error: unknown) => void;
}

/** What comes of it. Nothing here may take long but `confirmed`, for which what comes next waits. */
export interface SubscriptionEvents {
  /** A server has taken the subscription. @throws to end this attempt */
  confirmed(): Promise<void>;
  /** A record of one of the streams, in log order. */
  record(record: ServerRecord): void;
  /** Everything that was there has come. */
  caughtUp(): void;
  /** The subscription has ended; it is begun again after a pause. */
  down(error: unknown): void;
  /** True when the log has a record after a position. Called after a long silence. */
  hasMore(after: Position | null): Promise<boolean>;
}

/**
 * A subscription of the server that lasts: one that ends, fails or falls silent is begun again after the last thing heard.
 * One of these serves a whole process.
 */
export class LastingSubscription {
  /** Everything up to here has come, or was no record of these streams. */
  private place: Position | null;
  private call: ReadCall | undefined;

  constructor(
    private readonly parts: SubscriptionParts,
    private readonly events: SubscriptionEvents,
    from: Position | null,
  ) {
    this.place = from;
  }

  /** How far the server has looked. */
  get looked(): Position | null {
    return this.place;
  }

  /** Goes on until the store is closed. Never throws. */
  async run(): Promise<void> {
    const { closing, retryMs, onFault } = this.parts;
    while (!isAborted(closing)) {
      try {
        await this.attempt();
      } catch (error) {
        if (isAborted(closing)) return;
        this.events.down(error);
        onFault(readFailure(error instanceof Error ? convertToCommandError(error) : error));
        await sleep(retryMs, undefined, { signal: closing }).catch(() => undefined);
      }
    }
  }

  /** Begins again elsewhere: the log has another past. */
  restart(from: Position | null): void {
    this.place = from;
    this.call?.cancel();
  }

  private async attempt(): Promise<void> {
    const { connection, prefix, closing } = this.parts;
    const call = await connection.open(subscribeRequest(this.place, prefix));
    this.call = call;
    const end = (): void => call.cancel();
    closing.addEventListener('abort', end, { once: true });
    if (isAborted(closing)) end();
    const silence = setInterval(() => void this.askAfter(call), this.parts.idleMs);
    try {
      for await (const message of connection.messages(call)) {
        silence.refresh();
        await this.take(message);
      }
      // A loop over a closed subscription just ends: for who follows that is a subscription lost.
      throw new Error('the subscription ended');
    } finally {
      clearInterval(silence);
      closing.removeEventListener('abort', end);
      call.cancel();
    }
  }

  private async take(message: streams.ReadResp): Promise<void> {
    const record = message.getEvent()?.getEvent();
    if (record) {
      this.events.record(record);
      this.place = record.getCommitPosition();
    } else if (message.hasCheckpoint()) {
      // It comes in order: all records before it have been taken.
      const announced = message.getCheckpoint()?.getCommitPosition() ?? null;
      if (comparePositions(announced, this.place) > 0) this.place = announced;
    } else if (message.hasConfirmation()) {
      await this.events.confirmed();
    } else if (message.hasCaughtUp()) {
      this.events.caughtUp();
    }
  }

  /** Nothing has come for long: if there is something, this subscription does not bring it. */
  private async askAfter(call: ReadCall): Promise<void> {
    const before = this.place;
    const missed = await this.events.hasMore(before).catch(() => false);
    if (missed && this.place === before) call.cancel();
  }
}
