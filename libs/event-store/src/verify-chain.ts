import { eventHash, GENESIS_HASH } from './event-hash';
import { logPages } from './log-pages';
import { type OrderedLog, type StoredEvent, type StreamName } from './port';
import { comparePositions, type Position } from './position';

/** What is wrong at the first break of the chain. */
export type ChainFault = 'revision' | 'previous-hash' | 'hash' | 'position';

/** The first break, in log order. `expected` and `actual` are revisions, hashes or positions, as the fault says. */
export interface ChainBreak {
  readonly fault: ChainFault;
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: Position;
  readonly eventId: string;
  readonly expected: string;
  readonly actual: string;
}

/** How far a verification has come. */
export interface ChainProgress {
  readonly events: number;
  readonly streams: number;
  readonly position: Position | null;
}

/** Outcome of a verification; `events` counts those found good. */
export interface ChainVerdict extends ChainProgress {
  /** `null` when the whole chain holds. */
  readonly firstBreak: ChainBreak | null;
}

/** How to verify. */
export interface VerifyOptions {
  /** Called after each batch. */
  readonly onProgress?: (progress: ChainProgress) => void;
  /** Stops early: the verdict then covers what was read so far. */
  readonly signal?: AbortSignal;
  /** Events per read, 1 to 10,000; 1,000 unless told. */
  readonly batchSize?: number;
}

interface Tail {
  readonly revision: number;
  readonly hash: string;
}

/**
 * Walks the log in order and checks each event's revision, its link to the one before and its own hash, over the content
 * as first written (nothing is upcast). Stops at the first break. It shows that nothing inside a stream was changed, moved
 * or taken out; that a stream's newest events were not cut off is for the sealer to show. Keeps one hash per stream in memory.
 */
export async function verifyChain(
  source: OrderedLog | Iterable<StoredEvent> | AsyncIterable<StoredEvent>,
  options: VerifyOptions = {},
): Promise<ChainVerdict> {
  const walk = new ChainWalk();
  const batches = 'readAll' in source ? logPages(source, { size: options.batchSize ?? 1_000 }) : singles(source);
  for await (const batch of batches) {
    if (options.signal?.aborted === true) break;
    for (const event of batch) {
      const firstBreak = walk.check(event);
      if (firstBreak !== null) return { ...walk.progress(), firstBreak };
    }
    options.onProgress?.(walk.progress());
  }
  return { ...walk.progress(), firstBreak: null };
}

class ChainWalk {
  private readonly tails = new Map<StreamName, Tail>();
  private events = 0;
  private position: Position | null = null;

  /** Takes in the next event; answers its break, or null when it holds. */
  check(event: StoredEvent): ChainBreak | null {
    const found = this.faultOf(event);
    if (found !== null) {
      const { stream, revision, position, eventId } = event;
      return { ...found, stream, revision, position, eventId };
    }
    this.tails.set(event.stream, { revision: event.revision, hash: event.hash });
    this.events += 1;
    this.position = event.position;
    return null;
  }

  progress(): ChainProgress {
    return { events: this.events, streams: this.tails.size, position: this.position };
  }

  private faultOf(event: StoredEvent): { fault: ChainFault; expected: string; actual: string } | null {
    const tail = this.tails.get(event.stream) ?? { revision: -1, hash: GENESIS_HASH };
    if (comparePositions(event.position, this.position) <= 0) {
      return { fault: 'position', expected: `> ${this.position ?? ''}`, actual: event.position };
    }
    if (event.revision !== tail.revision + 1) {
      return { fault: 'revision', expected: String(tail.revision + 1), actual: String(event.revision) };
    }
    if (event.previousHash !== tail.hash) {
      return { fault: 'previous-hash', expected: tail.hash, actual: event.previousHash };
    }
    const expected = eventHash(event);
    return event.hash === expected ? null : { fault: 'hash', expected, actual: event.hash };
  }
}

async function* singles(
  events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>,
): AsyncGenerator<readonly StoredEvent[]> {
  for await (const event of events) yield [event];
}
