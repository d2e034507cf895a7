import { EventLogError } from './event-log-error';

/** Appends that may wait to be written in one process, and their bytes. */
export const WAITING_LIMITS = { appends: 20_000, bytes: 256 * 1024 * 1024 } as const;

/** Refuses an append when too many are waiting. @throws EventLogError LOG.OVERLOADED */
export function checkRoom(waiting: { readonly appends: number; readonly bytes: number }, bytes: number): void {
  if (waiting.appends >= WAITING_LIMITS.appends || waiting.bytes + bytes > WAITING_LIMITS.bytes) {
    throw new EventLogError('LOG.OVERLOADED', '等待写入的内容过多，请稍后用原编号重试。');
  }
}
