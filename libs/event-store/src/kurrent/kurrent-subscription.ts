import { type AllStreamResolvedEvent, type AllStreamSubscription, START, STREAM_NAME } from '@eventstore/db-client';
import { z } from 'zod';
import { isEventLogError } from '../event-log-error';
import { isAborted } from '../is-aborted';
import { LOG_LIMITS } from '../limits';
import { type StoredEvent, type SubscribeOptions, type SubscriptionMessage } from '../port';
import { checkPosition, comparePositions, type Position } from '../position';
import { checkReadLimit } from '../read-limits';
import { Bell } from './bell';
import { type KurrentConnection } from './kurrent-connection';
import { unavailable } from './kurrent-failure';
import { serverPosition, toStoredEvent } from './kurrent-records';
import { type KurrentReader } from './kurrent-reader';
import { type StreamNames } from './stream-names';

/** The server says how far it has looked after so many times 32 events that were not for this subscriber. */
const CHECKPOINT_INTERVAL = 32;

/** What a follower stands on; times in milliseconds. */
export interface FollowParts {
  readonly connection: KurrentConnection;
  readonly reader: KurrentReader;
  readonly names: StreamNames;
  /** Aborted when the store is closed. */
  readonly closing: AbortSignal;
  /** Between attempts while the server is away. */
  readonly retryMs: number;
  /** After so long without an event it is asked whether there are any: a subscription may end in silence. */
  readonly idleMs: number;
  /** Told of each subscription that ended; it is begun again by itself. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Follows the ledgers from a position, through as many subscriptions of the server as it takes: one that ends, fails or
 * falls silent is begun again after the last event handed on. Ends when the signal or the store's closing is aborted.
 */
export async function* followServer(
  parts: FollowParts,
  after: Position | null,
  options: SubscribeOptions,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const { batchSize = LOG_LIMITS.subscriptionBatch } = options;
  checkPosition(after);
  checkReadLimit(batchSize);
  const signal = AbortSignal.any([options.signal, parts.closing]);
  const place: Place = { position: after, level: false };
  while (!isAborted(signal)) {
    try {
      yield* new Attempt(parts, { ...options, batchSize, signal }, place).messages();
    } catch (error) {
      if (!isEventLogError(error, 'LOG.UNAVAILABLE')) throw error;
      parts.onFault(error);
      await new Bell(signal).wait(parts.retryMs);
    }
  }
}

/** How far a follower has come; it outlasts the attempts. */
interface Place {
  /** Of what has been handed on. */
  position: Position | null;
  /** Whether the follower has been told that it is level. */
  level: boolean;
}

/** One subscription of the server, from beginning to end. */
class Attempt {
  private readonly bell: Bell;
  private readonly subscription: AllStreamSubscription;
  private buffer: StoredEvent[] = [];
  /** How far the server has looked, all of which has been taken into the buffer or left out. */
  private reached: Position | null;
  private announced: Position | null = null;
  private end: { readonly cause: unknown } | null = null;

  constructor(
    private readonly parts: FollowParts,
    private readonly options: Required<Pick<SubscribeOptions, 'batchSize'>> & SubscribeOptions,
    private readonly place: Place,
  ) {
    this.bell = new Bell(options.signal);
    this.reached = place.position;
    this.subscription = this.subscribe();
  }

  async *messages(): AsyncGenerator<SubscriptionMessage, void, undefined> {
    try {
      let target = this.place.level ? null : await this.parts.reader.head();
      while (!isAborted(this.options.signal)) {
        this.take();
        const { level } = this.place;
        if (this.isFull()) this.place.level = false;
        if (this.isFull() || (this.buffer.length > 0 && (level || this.hasReached(target)))) {
          yield this.handOn();
          if (level && !this.place.level) target = await this.parts.reader.head();
        } else if (this.hasReached(target)) {
          yield* this.sayHowFar();
          await this.more();
        } else {
          await this.more();
        }
      }
    } finally {
      // A conversation that hangs cannot be told to end; nobody waits for it.
      void this.subscription.unsubscribe().catch(() => undefined);
    }
  }

  private subscribe(): AllStreamSubscription {
    const { position } = this.place;
    const subscription = this.parts.connection.client.subscribeToAll({
      fromPosition: position === null ? START : serverPosition(position),
      filter: {
        filterOn: STREAM_NAME,
        prefixes: [this.parts.names.prefix],
        checkpointInterval: CHECKPOINT_INTERVAL,
        // It runs ahead of the events, and one that throws would stop the subscription in silence.
        checkpointReached: (_subscription, { commit }) => {
          this.announced = commit.toString(10);
          this.bell.ring();
        },
      },
    });
    const ended = (cause: unknown): void => {
      this.end ??= { cause };
      this.bell.ring();
    };
    subscription.on('error', ended);
    // A loop over a closed subscription just ends: for a follower that is a subscription lost.
    subscription.on('end', () => ended(new Error('the subscription ended')));
    subscription.on('close', () => ended(new Error('the subscription was closed')));
    subscription.on('readable', () => this.bell.ring());
    return subscription;
  }

  /** Takes what has come, up to a full batch. */
  private take(): void {
    const { batchSize, types } = this.options;
    while (this.buffer.length < batchSize) {
      const resolved = readOne(this.subscription);
      if (resolved === null) break;
      if (resolved.event === undefined) continue;
      const event = toStoredEvent(resolved.event, this.parts.names);
      this.reached = event.position;
      if (types?.includes(event.type) !== false) this.buffer.push(event);
    }
    // Only now, with nothing left that came before it, does what the server has announced hold.
    const drained = this.subscription.readableLength === 0;
    if (drained && comparePositions(this.announced, this.reached) > 0) this.reached = this.announced;
  }

  private isFull(): boolean {
    return this.buffer.length === this.options.batchSize;
  }

  private hasReached(target: Position | null): boolean {
    return comparePositions(this.reached, target) >= 0;
  }

  private handOn(): SubscriptionMessage {
    const events = this.buffer;
    const position = positionOfLast(events);
    this.buffer = [];
    this.place.position = position;
    return { kind: 'events', events, position };
  }

  private *sayHowFar(): Generator<SubscriptionMessage, void, undefined> {
    const { place, reached } = this;
    if (this.options.types && reached !== null && comparePositions(reached, place.position) > 0) {
      place.position = reached;
      yield { kind: 'progress', position: reached };
    }
    if (place.level) return;
    place.level = true;
    yield { kind: 'caught-up', position: place.position };
  }

  /** Waits until there may be more. @throws EventLogError LOG.UNAVAILABLE when this subscription brings no more */
  private async more(): Promise<void> {
    if (this.end) throw unavailable(this.end.cause);
    if (await this.bell.wait(this.parts.idleMs)) return;
    if (isAborted(this.options.signal)) return;
    const before = this.reached;
    const head = await this.parts.reader.head();
    if (comparePositions(head, before) > 0 && this.reached === before && this.subscription.readableLength === 0) {
      throw unavailable(new Error('the subscription has fallen silent'));
    }
  }
}

/** What the subscription has at hand; null when more is to come. */
function readOne(subscription: AllStreamSubscription): AllStreamResolvedEvent | null {
  return resolvedEvent.nullable().parse(subscription.read());
}

/** The client types its stream, but not what is read from it by hand; what is in the record is checked with the event. */
const resolvedEvent = z.custom<AllStreamResolvedEvent>((value) => typeof value === 'object' && value !== null);

function positionOfLast(events: readonly StoredEvent[]): Position {
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('no events to hand on');
  return last.position;
}
