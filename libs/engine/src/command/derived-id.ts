import { createHash } from 'node:crypto';

/** The namespace of all ids that follow from other ids here (RFC 9562, version 5). */
const NAMESPACE = Buffer.from('7b1f0a6e5a0c4c0e9c5d2f6f4f0a9d31', 'hex');

/**
 * An id that follows from its parts: the same parts always give the same id. Retries, reactions and timers rely on it
 * to name the same command, event or stream again. Written here because it is on the path of every command, where the
 * usual package's portable SHA-1 costs several times as much.
 */
export function derivedId(...parts: readonly string[]): string {
  const digest = createHash('sha1').update(NAMESPACE).update(parts.join('\u0000')).digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
