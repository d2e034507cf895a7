import { randomUUID } from 'node:crypto';
import { derivedId } from '#engine';
import { TaizhangError } from '#platform';
import { type Caller } from '../auth/caller';

const KEY = /^[\x21-\x7e]{1,100}$/u;

/**
 * The id of a command: from the Idempotency-Key header, scoped by the account, so that a repeated request is the same
 * command; a fresh one without the header. @throws TaizhangError REQUEST.KEY_INVALID
 */
export function commandIdOf({ actor }: Caller, key: string | undefined): string {
  if (key === undefined) return randomUUID();
  if (!KEY.test(key)) {
    throw new TaizhangError('REQUEST.KEY_INVALID', 'Idempotency-Key 须为 1 至 100 个可见的英文字符，请更换后重试。');
  }
  return derivedId('command', actor.accountId, key);
}
