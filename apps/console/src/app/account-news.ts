import { type Answer } from '../api/answer';
import { reads } from '../api/client';
import { isNewer } from '../api/positions';

/** What somebody else did to an account. */
export type AccountNewsEntry = Answer<'/api/account-news'>['entries'][number];

/** What others did to my own account in the last 30 days, the newest first. */
export function useAccountNews(): readonly AccountNewsEntry[] {
  return reads.useQuery('get', '/api/account-news', {}).data?.entries ?? [];
}

/** Those of them after a position up to which I have looked; null: I have never looked. */
export function newsAfter(entries: readonly AccountNewsEntry[], seenUpTo: string | null): readonly AccountNewsEntry[] {
  return entries.filter(({ position }) => isNewer(position, seenUpTo));
}
