import { dayInShanghai, type Day } from '#domain';

/** The day that it is in Shanghai by this computer's clock. The server's own clock decides. */
export function today(): Day {
  return dayInShanghai(Date.now());
}
