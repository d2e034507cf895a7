const JSON_OID = 114;

/**
 * A text literal of an array whose members need no escaping: names, ids, types and numbers as the log checks them. Quoted,
 * so that a member spelled NULL stays a word.
 */
export function plainArray(members: readonly (string | number)[]): string {
  return members.length === 0 ? '{}' : `{"${members.join('","')}"}`;
}

/** A text literal of a `bytea[]` from hex digits; null stays null. */
export function hexArray(members: readonly (string | null)[]): string {
  return `{${members.map((hex) => (hex === null ? 'NULL' : `"\\\\x${hex}"`)).join(',')}}`;
}

/**
 * A `json[]` in PostgreSQL's binary form (dimensions, no-nulls flag, element type, length, lower bound, then each
 * member's length and bytes). A text literal would have every quote of the JSON escaped here and parsed back there.
 */
export function jsonArray(members: readonly string[]): Buffer {
  const sizes = members.map((text) => Buffer.byteLength(text));
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + size, 20));
  let at = 0;
  for (const word of [1, 0, JSON_OID, members.length, 1]) at = buffer.writeInt32BE(word, at);
  for (const [index, text] of members.entries()) {
    at = buffer.writeInt32BE(sizes[index] ?? 0, at);
    at += buffer.write(text, at, 'utf8');
  }
  return buffer;
}
