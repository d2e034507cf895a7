import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { accountAct, type AccountEvent } from '../account-act';

const RESET: AccountEvent = { type: 'account.password-reset', data: { second: 'unneeded', at: 'machine', reason: '' } };

/** Whoever sits at the machine reset a password (`taizhang users`): no rule keeps them from it, but it is on record. */
export const noteReset = accountAct({
  type: 'account.note-reset',
  word: '登记服务器上的口令重置',
  command: z.strictObject({}),
  sample: {},
  grants: ENGINE,
  begin: () => [RESET],
  decide: () => [RESET],
});
