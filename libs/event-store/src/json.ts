/** A JSON value as RFC 8259 knows it. `undefined` members of objects are left out when written. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Optional members may be `undefined`; they are not written. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Whether a parsed JSON value is an object (neither an array nor null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
