import { dayInShanghai, epochMillis } from '#domain';

const SHANGHAI = 8 * 3_600_000;

/** The time of day in Shanghai at a moment: `09:05`. */
export function timeInShanghai(instant: string): string {
  return new Date(epochMillis(instant) + SHANGHAI).toISOString().slice(11, 16);
}

/** A recorded moment to the second, in Shanghai: `2021-09-30 09:05:01`. */
export function momentInShanghai(instant: string): string {
  return `${dayInShanghai(instant)} ${new Date(epochMillis(instant) + SHANGHAI).toISOString().slice(11, 19)}`;
}
