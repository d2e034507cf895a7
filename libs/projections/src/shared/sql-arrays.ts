const TEXT_OID = 25;
const JSON_OID = 114;

/**
 * A `text[]` in PostgreSQL's binary form, for `unnest($1::text[])`. A text literal would have every quote of the members escaped
 * here and parsed back there, which is most of the cost of a bulk write.
 */
export function textArray(members: readonly (string | null)[]): Buffer {
  return binaryArray(TEXT_OID, members);
}

/** A `json[]` in PostgreSQL's binary form; the members are JSON texts. */
export function jsonArray(members: readonly string[]): Buffer {
  return binaryArray(JSON_OID, members);
}

/**
 * A text literal of an array, for members that need no escape in it: ids, numbers, booleans. It is cast on the other side, such
 * as to `uuid[]`.
 */
export function plainArray(members: readonly (string | number | boolean | null)[]): string {
  return `{${members.map((member) => member ?? 'null').join(',')}}`;
}

/** Dimensions, whether there are nulls, type, length, lower bound; then each member's length (-1 for null) and bytes. */
function binaryArray(oid: number, members: readonly (string | null)[]): Buffer {
  const sizes = members.map((text) => (text === null ? -1 : Buffer.byteLength(text)));
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + Math.max(0, size), 20));
  let at = 0;
  for (const word of [1, sizes.includes(-1) ? 1 : 0, oid, members.length, 1]) at = buffer.writeInt32BE(word, at);
  for (const [index, text] of members.entries()) {
    at = buffer.writeInt32BE(sizes[index] ?? -1, at);
    if (text !== null) at += buffer.write(text, at, 'utf8');
  }
  return buffer;
}
