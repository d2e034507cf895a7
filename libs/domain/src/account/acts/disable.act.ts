import { z } from 'zod';
import { SYSTEM } from '../../shared/grant';
import { accountAct, OWN_ACCOUNT } from '../account-act';
import { type AccountState, type GrantableRole } from '../account.state';
import { leavingFault, needsOfLast } from '../second-administrator';

/** 停用账号. One administrator does it alone, for it may have to be quick; neither their own nor the last one of a kind. */
export const disable = accountAct({
  type: 'account.disable',
  word: '停用账号',
  command: z.strictObject({}),
  sample: {},
  grants: SYSTEM,
  needs: (_data, state) => (state === null ? {} : needsOfLast(rolesOf(state))),
  begin: (_data, { actor, id }) => (actor.accountId === id ? OWN_ACCOUNT : [{ type: 'account.disabled', data: {} }]),
  decide: (state, _data, { actor, id, facts }) => {
    if (actor.accountId === id) return OWN_ACCOUNT;
    if (state.disabled) return [];
    return leavingFault(id, rolesOf(state), facts) ?? [{ type: 'account.disabled', data: {} }];
  },
});

function rolesOf({ posts }: AccountState): readonly GrantableRole[] {
  return posts.flatMap(({ role, practice }) => (practice ? [] : [role]));
}
