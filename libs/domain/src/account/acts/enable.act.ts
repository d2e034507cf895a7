import { z } from 'zod';
import { SYSTEM } from '../../shared/grant';
import { accountAct } from '../account-act';

/** 启用账号, with the password that it had. */
export const enable = accountAct({
  type: 'account.enable',
  word: '启用账号',
  command: z.strictObject({}),
  sample: {},
  grants: SYSTEM,
  decide: ({ disabled }) => (disabled ? [{ type: 'account.enabled', data: {} }] : []),
});
