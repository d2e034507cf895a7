import { dayInShanghai } from '#domain';
import { timeInShanghai } from '../telling';

/** A recorded moment as people tell it, in Shanghai: `2021-09-30 09:05`. To the second it stands in the records only. */
export function minuteInShanghai(instant: string): string {
  return `${dayInShanghai(instant)} ${timeInShanghai(instant)}`;
}
