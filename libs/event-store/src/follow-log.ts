import { isEventLogError } from './event-log-error';
import { type HeadSignal } from './head-signal';
import { LOG_LIMITS } from './limits';
import { type OrderedLog, type StoredEvent, type SubscribeOptions, type SubscriptionMessage } from './port';
import { checkPosition, type Position } from './position';
import { checkReadLimit } from './read-limits';

/** How a follower waits. */
export interface FollowTiming {
  /** Milliseconds after which a level follower looks again although nobody called; absent = only when called. */
  readonly pollMs?: number;
  /** Milliseconds between attempts while the store is away. */
  readonly retryMs: number;
}

/**
 * A subscription over an ordered read: read from the last position yielded, yield, and wait only when level. There is no
 * seam between catching up and live, since both are the same read; a call (LISTEN, a local append) only says "look again".
 */
export async function* followLog(
  log: OrderedLog,
  head: HeadSignal,
  after: Position | null,
  options: SubscribeOptions,
  timing: FollowTiming,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const { signal, batchSize = LOG_LIMITS.subscriptionBatch } = options;
  checkPosition(after);
  checkReadLimit(batchSize);
  let position = after;
  let level = false;
  while (!signal.aborted) {
    const events = await readOrWait(log, head, position, batchSize, signal, timing);
    // The signal may have been aborted while reading; `aborted` is a live getter.
    if (events === undefined || isAborted(signal)) continue;
    const last = events.at(-1);
    if (last !== undefined) {
      position = last.position;
      yield { kind: 'events', events, position };
    }
    if (events.length === batchSize) {
      level = false;
      continue;
    }
    if (!level) {
      level = true;
      yield { kind: 'caught-up', position };
    }
    await head.waitBeyond(position, signal, timing.pollMs);
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function readOrWait(
  log: OrderedLog,
  head: HeadSignal,
  position: Position | null,
  limit: number,
  signal: AbortSignal,
  timing: FollowTiming,
): Promise<StoredEvent[] | undefined> {
  try {
    return await log.readAll(position, limit);
  } catch (error) {
    if (!isEventLogError(error, 'LOG.UNAVAILABLE')) throw error;
    await head.pause(signal, timing.retryMs);
    return undefined;
  }
}
