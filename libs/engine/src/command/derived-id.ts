import { hash } from 'node:crypto';

/** The namespace of all ids that follow from other ids here, in the form of RFC 9562 version 8: a digest of our own making. */
const NAMESPACE = '7b1f0a6e5a0c4c0e9c5d2f6f4f0a9d31';

/**
 * An id that follows from its parts: the same parts always give the same id. Retries, reactions and timers rely on it
 * to name the same command, event or stream again. Written here because it is on the path of every command, where one native
 * digest is all it may cost.
 */
export function derivedId(...parts: readonly string[]): string {
  const hex = hash('sha256', `${NAMESPACE}\u0000${parts.join('\u0000')}`);
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * The id of what a command makes inside a thing, such as the import of a ledger: a retry makes it under the same id, and the same key used
 * for two things makes two.
 */
export function newIdOf(id: string, commandId: string): string {
  return derivedId(id, commandId, 'new');
}
