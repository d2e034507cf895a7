import { type Answer } from '../../api/answer';
import { reads } from '../../api/client';

/** A list of units by name, as a split of the ledger used it last. */
export type UnitList = Answer<'/api/unit-lists'>['lists'][number];

/** The lists of units of a ledger; nothing while they are read, or where the person may not see them. */
export function useUnitLists(ledgerId: string) {
  return reads.useQuery(
    'get',
    '/api/unit-lists',
    { params: { query: { ledgerId } } },
    { retry: false, throwOnError: false },
  );
}
