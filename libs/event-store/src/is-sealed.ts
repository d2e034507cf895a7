import { eventHash } from './event-hash';
import { type StoredEvent } from './port';

/**
 * The hash that fits an event's content; null when the content has no canonical form, which this program never writes
 * (a number beyond IEEE 754, U+0000, half a surrogate pair).
 */
export function sealOf(event: StoredEvent): string | null {
  try {
    return eventHash(event);
  } catch {
    return null;
  }
}

/**
 * True when an event still has the content that its hash was made of. One that has not was changed after it was written:
 * its stream stands still, and the others go on. An event that is sealed and cannot be read is another matter: a newer
 * program wrote it, or this one has a fault.
 */
export function isSealed(event: StoredEvent): boolean {
  return sealOf(event) === event.hash;
}
