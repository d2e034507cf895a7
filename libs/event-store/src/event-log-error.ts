import { TaizhangError } from '#platform';

/** Codes of what the log refuses or cannot do; `port.ts` says which of them may be retried. */
export type EventLogErrorCode =
  | 'LOG.STREAM_NAME'
  | 'LOG.EVENT_INVALID'
  | 'LOG.EVENT_TOO_LARGE'
  | 'LOG.APPEND_TOO_LARGE'
  | 'LOG.EVENT_ID_TAKEN'
  | 'LOG.READ_LIMIT'
  | 'LOG.POSITION'
  | 'LOG.STREAM_TOO_LONG'
  | 'LOG.INTEGRITY'
  | 'LOG.STREAM_LOST'
  | 'LOG.OTHER'
  | 'LOG.OLDER'
  | 'LOG.UNADOPTED'
  | 'LOG.CLOSED'
  | 'LOG.OVERLOADED'
  | 'LOG.REFUSED'
  | 'LOG.UNAVAILABLE'
  | 'LOG.OUTCOME_UNKNOWN';

/** An error of the event log with a stable code and one Chinese sentence that says what to do. */
export class EventLogError extends TaizhangError {
  declare readonly code: EventLogErrorCode;

  /** @param cause the technical error beneath, for the technical log only */
  constructor(code: EventLogErrorCode, message: string, cause?: unknown) {
    super(code, message, undefined, cause);
  }
}

/** True when an error is the log's own, optionally with one of the codes given. */
export function isEventLogError(error: unknown, ...codes: EventLogErrorCode[]): error is EventLogError {
  return error instanceof EventLogError && (codes.length === 0 || codes.includes(error.code));
}

/** The store was closed, by this process. */
export function closedError(): EventLogError {
  return new EventLogError('LOG.CLOSED', '事件日志已经关闭，请重新启动程序后再试。');
}
