import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { accountAct, type AccountEvent } from '../account-act';

const CHANGED: AccountEvent = { type: 'account.password-changed', data: {} };

/** Notes that whoever is signed in with an account has changed its password: holders need no post for it, so the program records it. */
export const notePassword = accountAct({
  type: 'account.note-password',
  word: '登记本人修改口令',
  command: z.strictObject({}),
  sample: {},
  grants: ENGINE,
  begin: () => [CHANGED],
  decide: () => [CHANGED],
});
