import { z } from 'zod';

/** An id issued by this program: a UUID in its text form. Ids are compared as texts, so upper-case ones become lower-case. */
export const idSchema = z.uuid().toLowerCase();

/** An id that the log holds: it was made lower-case on its way in, and every event has several. */
export const loggedIdSchema = z.uuid();

/** Control characters and lone surrogates. Nobody sees them, and the log cannot store NUL or half a character. */
const UNSEEN = /[\p{Cc}\p{Cs}]/u;
const UNSEEN_BUT_BREAKS = /\p{Cs}|[^\P{Cc}\n\r\t]/u;

/** A short text on one line, or an empty one. Length in UTF-16 units after trimming. */
export const optionalLineSchema = (max = 200) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !UNSEEN.test(text), 'TEXT.CONTROL_CHARACTER');

/** A short text on one line: names, numbers, titles. Length in UTF-16 units after trimming. */
export const lineSchema = (max = 200) => optionalLineSchema(max).min(1);

/** A longer text that may hold line breaks. An empty one is allowed when `min` is 0. */
export const textSchema = (max = 4_000, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !UNSEEN_BUT_BREAKS.test(text), 'TEXT.CONTROL_CHARACTER');

/** Letters, digits and Chinese characters, joined by single hyphens, dots or underscores. */
const VERSION_NAME = /^[A-Za-z0-9\p{Script=Han}]+(?:[-._][A-Za-z0-9\p{Script=Han}]+)*$/u;

/** The name of a version of rules. It stands in addresses and beside others like it, so nothing that nobody sees and no path is one. */
export const versionNameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(VERSION_NAME, '版本名称只能用汉字、字母和数字，中间可用短横线、点或下划线连接，请修改。');

/** True when a list names nothing twice. */
export function eachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** The name of a file in the evidence store: the SHA-256 of its bytes, in hex. */
export const contentHashSchema = z.string().regex(/^[0-9a-f]{64}$/u);

/** A moment recorded by the server: ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 });
