import { EventLogError } from '../event-log-error';

// SQLSTATEs of a connection that is going or gone: shutdown and termination, connection exceptions, ended sessions,
// and internal errors, which may be fatal.
const LOST = /^(?:57P0\d|08|25P0[34]|XX)/;
// Statements that the server gave up for want of something: memory, disk, a lock, time.
const SHORT = /^(?:53|55P03|57014|40)/;
// Content or size that the server refuses.
const REFUSED = /^(?:22|23|54)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What a failed statement means for what it was to write. */
export type FailureKind = 'lost' | 'short' | 'refused' | 'other';

/**
 * `lost`: the connection broke, so a write may or may not have happened. The others came back as an answer, so the
 * statement was rolled back: `short` of means, `refused` for its content, `other` for a wrong set-up.
 */
export function failureKind(error: unknown): FailureKind {
  const code = sqlState(error);
  if (code === undefined || LOST.test(code)) return 'lost';
  if (SHORT.test(code)) return 'short';
  return REFUSED.test(code) ? 'refused' : 'other';
}

/** The error of a read or of a step before the write: certainly nothing was written. */
export function readFailure(error: unknown): unknown {
  if (error instanceof EventLogError) return error;
  const kind = failureKind(error);
  return kind === 'lost' || kind === 'short' ? unavailable(error) : error;
}

/** Nothing was written, and the store cannot serve now. */
export function unavailable(cause: unknown): EventLogError {
  return new EventLogError('LOG.UNAVAILABLE', '事件日志暂时无法使用，未写入任何内容，请稍后重试。', cause);
}

/** The connection was lost between request and answer. */
export function outcomeUnknown(cause: unknown): EventLogError {
  return new EventLogError('LOG.OUTCOME_UNKNOWN', '与事件日志的连接中断，是否写入尚不确定，请用原编号重试。', cause);
}

/** The server's SQLSTATE; errors of the operating system (`ECONNRESET`) and of the client have none. */
function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'severity' in error && SQLSTATE.test(error.code) ? error.code : undefined;
}
