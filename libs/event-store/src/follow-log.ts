import { isEventLogError } from './event-log-error';
import { type HeadSignal } from './head-signal';
import { isAborted } from './is-aborted';
import { LOG_LIMITS } from './limits';
import { type StoredEvent, type SubscribeOptions, type SubscriptionMessage } from './port';
import { checkPosition, comparePositions, type Position } from './position';
import { checkReadLimit } from './read-limits';

/** How a follower waits. */
export interface FollowTiming {
  /** Milliseconds after which a level follower looks again although nobody called; absent = only when called. */
  readonly pollMs?: number;
  /** Milliseconds between attempts while the store is away. */
  readonly retryMs: number;
}

/** The reads that a follower is made of. */
export interface FollowedLog {
  /** Position of the last event, `null` when there is none. */
  head(): Promise<Position | null>;
  /** Events after a position in log order, of the types if any are given; fewer than `limit` only at the end. */
  read(after: Position | null, limit: number, types?: readonly string[]): Promise<LogPage>;
}

/** What was read, and how far: the end of what was looked at, which may lie beyond the last event. */
export interface LogPage {
  readonly events: StoredEvent[];
  readonly reached: Position | null;
}

/**
 * A subscription over an ordered read: read from the last position yielded, yield, and wait only when level. There is no
 * seam between catching up and live, since both are the same read; a call (LISTEN, a local append) only says "look again".
 */
export async function* followLog(
  log: FollowedLog,
  head: HeadSignal,
  after: Position | null,
  options: SubscribeOptions,
  timing: FollowTiming,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const { signal, batchSize = LOG_LIMITS.subscriptionBatch, types } = options;
  checkPosition(after);
  checkReadLimit(batchSize);
  let position = after;
  let level = false;
  while (!signal.aborted) {
    const look = await unlessAway(() => lookOn(log, position, batchSize, types), head, signal, timing);
    // The signal may have been aborted while reading.
    if (look === undefined || isAborted(signal)) continue;
    const { events, reached } = look;
    const last = events.at(-1);
    if (last !== undefined) {
      position = last.position;
      yield { kind: 'events', events, position };
    }
    if (events.length === batchSize) {
      level = false;
      continue;
    }
    if (reached !== null && comparePositions(reached, position) > 0) {
      // Beyond a foreign record too, which nobody is told of: it would otherwise be looked at again without a pause.
      position = reached;
      if (types) yield { kind: 'progress', position };
    }
    if (!level) {
      level = true;
      yield { kind: 'caught-up', position };
    }
    await head.waitBeyond(position, signal, timing.pollMs);
  }
}

/**
 * With types, the head is asked for first: all up to it is there when the events are read, so what is not among them is not
 * wanted.
 */
async function lookOn(
  log: FollowedLog,
  after: Position | null,
  limit: number,
  types?: readonly string[],
): Promise<LogPage> {
  if (!types) return log.read(after, limit);
  const head = await log.head();
  const { events, reached } = await log.read(after, limit, types);
  return { events, reached: comparePositions(head, reached) > 0 ? head : reached };
}

async function unlessAway<Result>(
  read: () => Promise<Result>,
  head: HeadSignal,
  signal: AbortSignal,
  timing: FollowTiming,
): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isEventLogError(error, 'LOG.UNAVAILABLE')) throw error;
    await head.pause(signal, timing.retryMs);
    return undefined;
  }
}
