import { z } from 'zod';

/** A JSON value as RFC 8259 knows it. `undefined` members of objects are left out when written. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Optional members may be `undefined`; they are not written. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/**
 * True when a value that `JSON.parse` gave, or that is about to be written as JSON, is an object (neither an array nor null). What
 * is inside is not looked at: the parser makes nothing but JSON, and an append refuses content that JSON cannot write.
 */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** {@link isJsonObject} for schemas of what was read as JSON. */
export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject);
