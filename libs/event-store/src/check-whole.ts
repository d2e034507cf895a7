import { BEFORE_FIRST, breakAfter, type StreamTail } from './chain-break';
import { breakInWords, STANDS_STILL } from './chain-words';
import { EventLogError, isEventLogError } from './event-log-error';
import { type EventStore, type StoredEvent, type StreamName } from './port';

/**
 * Checks what was read of one stream before anything is decided on it: its revisions, links and hashes. A read that does
 * not begin at 0 takes the link of its first event on trust.
 * @param from the first revision asked for
 * @throws EventLogError LOG.INTEGRITY, naming the stream, the event and the way out
 */
export function checkWhole(events: readonly StoredEvent[], from = 0): void {
  let tail: StreamTail = from === 0 ? BEFORE_FIRST : { revision: from - 1, hash: events[0]?.previousHash ?? '' };
  for (const event of events) {
    const found = breakAfter(tail, event);
    if (found !== null) throw new EventLogError('LOG.INTEGRITY', `${breakInWords(found)}，${STANDS_STILL}。`);
    tail = event;
  }
}

/**
 * The events of a stream before its first break; all of them when it is whole. One event is read at a time, since a store
 * refuses a whole read that meets a foreign record: for short streams only.
 */
export async function readUpToBreak(store: EventStore, stream: StreamName): Promise<readonly StoredEvent[]> {
  const whole: StoredEvent[] = [];
  for (;;) {
    const next = await nextWhole(store, stream, whole.at(-1) ?? BEFORE_FIRST);
    if (next === undefined) return whole;
    whole.push(next);
  }
}

async function nextWhole(store: EventStore, stream: StreamName, tail: StreamTail): Promise<StoredEvent | undefined> {
  try {
    const [next] = await store.readStream(stream, tail.revision + 1, 1);
    return next && breakAfter(tail, next) === null ? next : undefined;
  } catch (error) {
    if (isEventLogError(error, 'LOG.INTEGRITY')) return undefined;
    throw error;
  }
}
