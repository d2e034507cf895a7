import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { type StoredEvent } from './port';

/** Stands for the predecessor of a stream's first event. */
export const GENESIS_HASH = '0'.repeat(64);

/** What a link of the chain is made of; `metadata` and `data` are canonical JSON text. */
export interface LinkParts {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly metadata: string;
  readonly data: string;
  /** Hash of the event before it in the stream, or {@link GENESIS_HASH}. */
  readonly previous: string;
}

/**
 * The text that is hashed: the RFC 8785 form of `{data, eventId, metadata, previous, revision, schemaVersion, stream, type}`.
 * It is put together from parts that are canonical already, because canonicalising everything twice would take most of
 * an append's time; a spec compares it with canonicalising the whole.
 */
export function linkText(parts: LinkParts): string {
  return (
    `{"data":${parts.data},"eventId":"${parts.eventId}","metadata":${parts.metadata},` +
    `"previous":"${parts.previous}","revision":${parts.revision},` +
    `"schemaVersion":${parts.schemaVersion},"stream":${JSON.stringify(parts.stream)},"type":${JSON.stringify(parts.type)}}`
  );
}

/** SHA-256 of the link's text in UTF-8, as 64 lower-case hex digits. */
export function linkHash(parts: LinkParts): string {
  return hash('sha256', linkText(parts), 'hex');
}

/** The hash that a stored event should carry, given its own content and the previous hash it names. */
export function eventHash(event: Omit<StoredEvent, 'hash' | 'position'>): string {
  return linkHash({
    stream: event.stream,
    revision: event.revision,
    eventId: event.eventId,
    type: event.type,
    schemaVersion: event.schemaVersion,
    metadata: canonicalJson(event.metadata),
    data: canonicalJson(event.data),
    previous: event.previousHash,
  });
}
