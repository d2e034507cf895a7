import { z } from 'zod';
import { ledgerNumberKey } from '../../ledger/ledger-numbers';
import { ENGINE } from '../../shared/grant';
import { lineSchema } from '../../shared/schema';
import { released } from '../events/released.event';
import { claimFields, IN_USE, NOT_CLAIMED, numberingAct, numberingIdentity } from '../numbering-act';

/** Gives a number back that was reserved in vain. One that its ledger has, or is about to begin with, stays. */
export const releaseNumbering = numberingAct({
  type: 'numbering.release',
  word: '释放台账编号',
  command: z.strictObject({ ...claimFields, reason: lineSchema(500) }),
  sample: released.sample,
  grants: ENGINE,
  identity: numberingIdentity,
  needs: (data) => ({ ledgerId: data.ledgerId }),
  decide: ({ holder }, data, { facts: { ledger } }) => {
    if (holder?.claimId !== data.claimId || holder.ledgerId !== data.ledgerId) return NOT_CLAIMED;
    const had = ledger && (data.kind === 'code' ? ledger.code : ledger.closingPrefix);
    const isOwn = had !== null && ledgerNumberKey(had) === ledgerNumberKey(data.number);
    // A ledger that began with another number never takes this one any more.
    if (isOwn || (holder.used && ledger === null)) return IN_USE;
    return [{ type: 'numbering.released', data }];
  },
});
