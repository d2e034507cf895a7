import { TaizhangError } from './taizhang-error';

/** What is wrong with an address of the event store: a clause in Chinese without a full stop, and never the address. */
export class EventstoreFault extends Error {}

/** The error that a person sees. It has no cause: one might quote the address, which may hold a password. */
export function eventstoreInvalid(reason: string): TaizhangError {
  return new TaizhangError('CONFIG.INVALID', `环境变量 EVENTSTORE_URL 设置有误：${reason}。`, {
    variables: ['EVENTSTORE_URL'],
  });
}
