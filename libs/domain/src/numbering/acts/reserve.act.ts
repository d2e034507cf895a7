import { z } from 'zod';
import { CREATION_UNDERWAY, numberTaken } from '../../ledger/ledger.refusals';
import { ENGINE } from '../../shared/grant';
import { lineSchema } from '../../shared/schema';
import { creatingSchema, reserved } from '../events/reserved.event';
import { claimFields, numberingAct, numberingIdentity } from '../numbering-act';

/** Sets a code or closing prefix aside for a ledger. A later claim of the same ledger takes the place of an earlier one. */
export const reserveNumbering = numberingAct({
  type: 'numbering.reserve',
  word: '预留台账编号',
  command: z.strictObject({ ...claimFields, ledgerName: lineSchema(100), creating: creatingSchema.nullable() }),
  sample: reserved.sample,
  grants: ENGINE,
  identity: numberingIdentity,
  begin: (data) => [{ type: 'numbering.reserved', data }],
  decide: ({ holder }, data) => {
    if (holder === null) return [{ type: 'numbering.reserved', data }];
    if (holder.ledgerId !== data.ledgerId) return numberTaken(data.kind, data.number, holder.ledgerName);
    if (holder.claimId === data.claimId) return [];
    return holder.used ? CREATION_UNDERWAY : [{ type: 'numbering.reserved', data }];
  },
});
