import canonicalize from 'canonicalize';
import { type JsonObject } from './json';

// What JSON.stringify writes for U+0000 and for half a surrogate pair; an even run of backslashes before it is plain text.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * The RFC 8785 form of a JSON object: sorted keys, no white space, ECMAScript numbers. Undefined members are left out.
 * @throws Error for what has no such form or cannot be stored: NaN, infinities, bigints, functions, U+0000, lone surrogates
 */
export function canonicalJson(value: JsonObject): string {
  const text = canonicalize(value);
  if (text?.startsWith('{') !== true) throw new TypeError('not a JSON object');
  if ((text.includes('\\u0000') || text.includes('\\ud')) && UNSTORABLE.test(text)) {
    throw new TypeError('U+0000 or a lone surrogate');
  }
  return text;
}
