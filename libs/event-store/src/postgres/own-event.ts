import { isJsonObject, type JsonObject } from '../json';
import { type StoredEvent } from '../port';
import { type PreparedEvent } from '../prepared-append';

/**
 * An event that this process has written, as reading the log would give it. Its words stay the text that was written until somebody
 * looks into them: a process that only tells that something has happened never does.
 */
export function ownEvent(
  { eventId, type, schemaVersion, ...words }: PreparedEvent,
  place: Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'previousHash' | 'hash'>,
): StoredEvent {
  let metadata: string | JsonObject = words.metadata;
  let data: string | JsonObject = words.data;
  return {
    ...place,
    eventId,
    type,
    schemaVersion,
    get metadata() {
      return (metadata = parsed(metadata));
    },
    get data() {
      return (data = parsed(data));
    },
  };
}

/** What was read once stays: the text goes. */
function parsed(text: string | JsonObject): JsonObject {
  if (typeof text !== 'string') return text;
  const value: unknown = JSON.parse(text);
  if (isJsonObject(value)) return value;
  throw new TypeError('an event that was appended is no JSON object');
}
