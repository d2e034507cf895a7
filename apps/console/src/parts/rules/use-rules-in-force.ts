import { type Policy } from '#domain';
import { reads } from '../../api/client';
import { inForceIn } from './rules-in-force';

/** The rules in force in a ledger; null while they are read. */
export function useRulesInForce(ledgerId: string): Policy | null {
  const { data } = reads.useQuery('get', '/api/policies', {});
  return data === undefined ? null : inForceIn(data.versions, ledgerId).policy;
}
