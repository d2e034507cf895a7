import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { used } from '../events/used.event';
import { claimFields, NOT_CLAIMED, numberingAct, numberingIdentity } from '../numbering-act';

/**
 * Makes a reserved number its ledger's for good. Of the two ends of a reservation, this one and its release, the number's own stream
 * takes one: whoever comes second is refused, so that no ledger begins with a number that is free.
 */
export const useNumbering = numberingAct({
  type: 'numbering.use',
  word: '使用台账编号',
  command: z.strictObject(claimFields),
  sample: used.sample,
  grants: ENGINE,
  identity: numberingIdentity,
  decide: ({ holder }, data) => {
    if (holder?.ledgerId !== data.ledgerId) return NOT_CLAIMED;
    if (holder.used) return [];
    if (holder.claimId !== data.claimId) return NOT_CLAIMED;
    return [{ type: 'numbering.used', data }];
  },
});
