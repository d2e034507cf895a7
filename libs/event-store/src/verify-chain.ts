import { type ChainBreak } from './chain-break';
import { type ChainProgress, ChainWalk } from './chain-walk';
import { logPages } from './log-pages';
import { type DamagedStream, type EventStore, type OrderedLog, type StoredEvent } from './port';

/** Outcome of a verification; `events` counts those found whole, `streams` the streams without any fault. */
export interface ChainVerdict extends ChainProgress {
  /** The first break of each stream, in log order, at most {@link MOST_BREAKS}. None: every chain holds. */
  readonly breaks: readonly ChainBreak[];
  /** How many breaks there are beside those kept. */
  readonly moreBreaks: number;
  /** What the store itself found not to be whole, asked for after everything was read. */
  readonly damaged: readonly DamagedStream[];
}

/** How to verify. */
export interface VerifyOptions {
  /** Called after each batch. */
  readonly onProgress?: (progress: ChainProgress) => void;
  /** Stops early: the verdict then covers what was read so far. */
  readonly signal?: AbortSignal;
  /** Events per read, 1 to 10,000. Default: 1,000. */
  readonly batchSize?: number;
}

/** A log that may know of damaged streams, as an event store does. */
export type VerifiableLog = OrderedLog & Partial<Pick<EventStore, 'damaged'>>;

/** Breaks kept: a person reads no more, and a log broken everywhere must not fill the memory. */
export const MOST_BREAKS = 1_000;

/**
 * Walks the log in order and checks each event's revision, its link to the one before and its own hash, over the content
 * as first written (nothing is upcast). A break ends the check of its stream, and of no other. It shows that nothing inside
 * a stream was changed, moved or taken out; that a stream's newest events were not cut off is for the sealer to show.
 */
export async function verifyChain(
  source: VerifiableLog | Iterable<StoredEvent> | AsyncIterable<StoredEvent>,
  options: VerifyOptions = {},
): Promise<ChainVerdict> {
  const breaks: ChainBreak[] = [];
  let moreBreaks = 0;
  const walk = new ChainWalk((found) => {
    if (breaks.length < MOST_BREAKS) breaks.push(found);
    else moreBreaks += 1;
  });
  const batches = 'readAll' in source ? logPages(source, { size: options.batchSize ?? 1_000 }) : singles(source);
  for await (const batch of batches) {
    if (options.signal?.aborted === true) break;
    for (const event of batch) walk.take(event);
    options.onProgress?.(walk.progress());
  }
  const damaged = 'readAll' in source ? (source.damaged?.() ?? []) : [];
  for (const { stream } of damaged) walk.setAside(stream);
  return { ...walk.progress(), breaks, moreBreaks, damaged };
}

async function* singles(
  events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>,
): AsyncGenerator<readonly StoredEvent[]> {
  for await (const event of events) yield [event];
}
