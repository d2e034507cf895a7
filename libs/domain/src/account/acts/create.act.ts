import { z } from 'zod';
import { ENGINE, SYSTEM } from '../../shared/grant';
import { accountAct } from '../account-act';

/** 建立账号: identity makes it, and its maker is on record before the one-time password is given out. */
export const create = accountAct({
  type: 'account.create',
  word: '建立账号',
  command: z.strictObject({}),
  sample: {},
  grants: [...SYSTEM, ...ENGINE],
  secret: true,
  begin: () => [{ type: 'account.created', data: {} }],
  decide: () => [],
});
