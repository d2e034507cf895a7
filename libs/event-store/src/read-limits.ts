import { EventLogError } from './event-log-error';
import { LOG_LIMITS } from './limits';
import { type StoredEvent } from './port';

/** Checks how many events a caller asks for. @throws EventLogError LOG.READ_LIMIT */
export function checkReadLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > LOG_LIMITS.readEvents) {
    throw new EventLogError('LOG.READ_LIMIT', `一次读取的事件数须在 1 到 ${LOG_LIMITS.readEvents} 之间，请分页读取。`);
  }
}

/** Checks a first revision. @throws EventLogError LOG.READ_LIMIT */
export function checkFromRevision(fromRevision: number): void {
  if (!Number.isInteger(fromRevision) || fromRevision < 0 || fromRevision > 2_147_483_647) {
    throw new EventLogError('LOG.READ_LIMIT', '起始版本须是不小于 0 的整数，请改正后再读。');
  }
}

/**
 * A whole stream read page by page.
 * @param page reads at most `limit` events from a revision on
 * @throws EventLogError LOG.STREAM_TOO_LONG
 */
export async function readWholeStream(
  fromRevision: number,
  page: (fromRevision: number, limit: number) => Promise<StoredEvent[]>,
): Promise<StoredEvent[]> {
  const size = 1_000;
  const events = await page(fromRevision, size);
  for (let last = events; last.length === size;) {
    if (events.length >= LOG_LIMITS.streamEvents) {
      throw new EventLogError(
        'LOG.STREAM_TOO_LONG',
        `这条流超过 ${LOG_LIMITS.streamEvents} 个事件，请从较新的版本开始分页读取。`,
      );
    }
    last = await page(fromRevision + events.length, size);
    events.push(...last);
  }
  return events;
}
