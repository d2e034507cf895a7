import { type JsonObject, type JsonValue } from './json';

// What JSON.stringify writes for U+0000 and for half a surrogate pair; an even run of backslashes before it is plain text.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * The RFC 8785 form of a JSON object: sorted keys, no white space, ECMAScript numbers. Undefined members are left out. Written here,
 * not by the library that the tests hold it against: every event goes through it twice, and the library took 9 µs of the 70 that a
 * command costs, this takes half.
 * @throws TypeError for what has no such form or cannot be stored: NaN, infinities, bigints, functions, dates, U+0000, lone surrogates
 */
export function canonicalJson(value: JsonObject): string {
  const text = objectText(value);
  if ((text.includes('\\u0000') || text.includes('\\ud')) && UNSTORABLE.test(text)) {
    throw new TypeError('U+0000 or a lone surrogate');
  }
  return text;
}

function valueText(value: JsonValue): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot write');
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return isArray(value) ? arrayText(value) : objectText(value);
    default:
      // Not by the types; a caller may have got round them.
      throw new TypeError(`JSON cannot write a ${typeof value}`);
  }
}

function isArray(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function arrayText(values: readonly JsonValue[]): string {
  let text = '';
  for (const value of values) text += `${text === '' ? '' : ','}${valueText(value)}`;
  return `[${text}]`;
}

function objectText(object: JsonObject): string {
  // A date would be written as an object without members.
  if (object instanceof Date) throw new TypeError('a date is no JSON');
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value !== undefined) text += `${text === '' ? '' : ','}${keyText(key)}${valueText(value)}`;
  }
  return `{${text}}`;
}

/** Most keys that are remembered: those of all events are some hundreds. */
const KEPT_KEYS = 2_000;
const keyTexts = new Map<string, string>();

/** A key as it is written, with its colon. Few keys come again and again. */
function keyText(key: string): string {
  const kept = keyTexts.get(key);
  if (kept !== undefined) return kept;
  const text = `${JSON.stringify(key)}:`;
  if (keyTexts.size < KEPT_KEYS) keyTexts.set(key, text);
  return text;
}
