import { isEventLogError } from './event-log-error';
import { type HeadSignal } from './head-signal';
import { isAborted } from './is-aborted';
import { LOG_LIMITS } from './limits';
import { type StoredEvent, type SubscribeOptions, type SubscriptionMessage } from './port';
import { checkPosition, comparePositions, type Position } from './position';
import { checkReadLimit } from './read-limits';

/** How a follower waits. */
export interface FollowTiming {
  /** Milliseconds after which a follower that has caught up reads again without a signal. Absent: only after a signal. */
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
  /** The same without a look at the log, where it is known in this process; it may end before the log does. */
  known?(after: Position | null, limit: number, types?: readonly string[]): LogPage | undefined;
}

/** The events of one read. `reached` is where the read ended, which may be beyond the last event. */
export interface LogPage {
  readonly events: StoredEvent[];
  readonly reached: Position | null;
}

/**
 * A subscription made of ordered reads: it reads from the last position yielded, yields, and waits only after it has caught up.
 * Catching up and following live are the same read, so no event can be lost or doubled between the two. A signal (LISTEN, a
 * local append) carries no events and only causes the next read.
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
  let caughtUp = false;
  while (!signal.aborted) {
    const look =
      log.known?.(position, batchSize, types) ??
      (await unlessAway(() => readOn(log, position, batchSize, types), head, signal, timing));
    // The signal may have been aborted while reading.
    if (look === undefined || isAborted(signal)) continue;
    const { events, reached } = look;
    const last = events.at(-1);
    if (last !== undefined) {
      position = last.position;
      yield { kind: 'events', events, position };
    }
    if (events.length === batchSize) {
      caughtUp = false;
      continue;
    }
    if (reached !== null && comparePositions(reached, position) > 0) {
      // Also moves beyond a foreign record, which is never yielded: it would otherwise be read again without a pause.
      position = reached;
      if (types) yield { kind: 'progress', position };
    }
    if (!caughtUp) {
      caughtUp = true;
      yield { kind: 'caught-up', position };
    }
    await head.waitBeyond(position, signal, timing.pollMs);
  }
}

/**
 * Reads the next page. With types, the head is read before the events: every event up to it is visible to the read that follows,
 * so whatever is missing from the page up to the head is of another type and can be passed over.
 */
async function readOn(
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
