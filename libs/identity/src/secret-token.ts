import { createHash, randomBytes } from 'node:crypto';
import { IDENTITY_LIMITS } from './identity-limits';

/** What an API token begins with, so that a leaked one is recognised by people and scanners. */
export const API_TOKEN_PREFIX = 'tz_';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** A fresh bearer secret: 32 random bytes in base64url (43 characters) after the prefix. */
export function newSecretToken(prefix = ''): string {
  return prefix + randomBytes(IDENTITY_LIMITS.tokenBytes).toString('base64url');
}

/**
 * The only form in which a bearer secret is stored or cached: its SHA-256. A plain digest is enough, for 256 random bits
 * cannot be guessed. Null when the text cannot be a token of this kind; such text is never looked up.
 */
export function hashSecretToken(token: string, prefix = ''): Buffer | null {
  if (!token.startsWith(prefix) || !SECRET.test(token.slice(prefix.length))) return null;
  return createHash('sha256').update(token).digest();
}
