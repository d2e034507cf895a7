import { z } from 'zod';
import { type Decision } from '../../shared/act-definition';
import { type Circumstances } from '../../shared/circumstances';
import { ENGINE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { idSchema } from '../../shared/schema';
import { accountAct, type AccountEvent, OWN_ACCOUNT } from '../account-act';
import { type AccountState, grantableRoleSchema, inChargeInput, NEW_ACCOUNT, type WantedPost } from '../account.state';
import { granted, grantFault, needsOfGrant } from '../granting';
import { GUARDED_ROLES, proposed, secondFor } from '../second-administrator';

/** 授予岗位, in earnest; never to oneself. A guarded role waits for a second administrator. */
export const grantPost = accountAct({
  type: 'account.grant-post',
  word: '授予岗位',
  command: z.strictObject({
    unitId: idSchema,
    role: grantableRoleSchema,
    ledgerId: idSchema.nullable().default(null),
    /** Units that a leader is in charge of; none: all below the post's unit. */
    inCharge: inChargeInput.default([]),
    /** Why; whoever decides reads it. */
    reason: freeTextSchema(300, 0).default(''),
  }),
  sample: { unitId: '00000000-0000-4000-8000-000000000101', role: 'reporter' },
  grants: [['security-administrator', 'any'], ...ENGINE],
  needs: needsOfGrant,
  begin: (data, circumstances) => decided(NEW_ACCOUNT, data, circumstances),
  decide: decided,
});

function decided(
  state: AccountState,
  { reason, ...wanted }: WantedPost & { readonly reason: string },
  circumstances: Circumstances,
): Decision<AccountEvent> {
  if (circumstances.actor.accountId === circumstances.id) return OWN_ACCOUNT;
  const fault = grantFault(state, wanted, circumstances);
  if (fault) return fault;
  const second = GUARDED_ROLES.includes(wanted.role) ? secondFor(circumstances.id, circumstances) : 'unneeded';
  if (typeof second !== 'string') return second;
  if (second !== 'ask') return [granted(wanted, second, circumstances)];
  const post = { ...wanted, inCharge: [...wanted.inCharge] };
  return proposed(state, { act: 'account.grant-post', post }, reason, circumstances);
}
