import {
  AccessDeniedError,
  convertToCommandError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
} from '@eventstore/db-client';
import { EventLogError } from '../event-log-error';

/** gRPC's codes for "no or wrong credentials" and "not allowed". */
const UNAUTHENTICATED = 16;
const PERMISSION_DENIED = 7;

/** What the failure of an append means. What the server did not clearly refuse may have been written. */
export function appendFailure(error: unknown): EventLogError {
  return refusal(error) ?? (isUnsent(error) ? unavailable(error) : outcomeUnknown(error));
}

/** What the failure of a read means. */
export function readFailure(error: unknown): EventLogError {
  const message = '事件日志暂时无法使用，请稍后重试。';
  return refusal(error) ?? new EventLogError('LOG.UNAVAILABLE', message, error);
}

/** True when the server has no record at the position of the read: the position is of a log with another past. */
export function isPositionUnknown(error: unknown): boolean {
  return error instanceof Error && error.message.includes('InvalidPosition');
}

/** The server cannot serve now, and nothing was written. */
export function unavailable(cause: unknown): EventLogError {
  return new EventLogError('LOG.UNAVAILABLE', '事件日志暂时无法使用，未写入任何内容，请稍后重试。', cause);
}

/** True when a server has answered with the error: a node that is not the leader. All other errors mean that none answered. */
export function hasAnswered(error: unknown): boolean {
  return error instanceof NotLeaderError;
}

/**
 * True when a request surely reached no log: no node could be reached or found, or the one that was does not lead or is not
 * ready, as while a cluster elects. It may be sent again as it is.
 */
export function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return convertToCommandError(error) instanceof NotLeaderError || UNSENT.test(error.message);
}

const UNSENT =
  /^Failed to discover|No connection established|Name resolution failed|Server Is (?:Not Ready|Busy|Too Busy)|No leader info/u;

function outcomeUnknown(cause: unknown): EventLogError {
  return new EventLogError('LOG.OUTCOME_UNKNOWN', '与事件库的连接中断，是否写入尚不确定，请用原编号重试。', cause);
}

function refusal(error: unknown): EventLogError | undefined {
  if (error instanceof EventLogError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === UNAUTHENTICATED) {
    const message = '事件库不认可 EVENTSTORE_URL 中的用户名或口令（或没有给出），请改正后再试。';
    return new EventLogError('LOG.REFUSED', message, error);
  }
  if (error instanceof AccessDeniedError || code === PERMISSION_DENIED) {
    const message =
      '事件库拒绝了该账号的请求，请按 README 给 EVENTSTORE_URL 中的账号授予读取 $all 和读写本系统各流的权限。';
    return new EventLogError('LOG.REFUSED', message, error);
  }
  if (error instanceof StreamDeletedError) {
    return new EventLogError('LOG.STREAM_LOST', '事件库中的一条流已被永久删除，不能读取。', error);
  }
  if (error instanceof MaxAppendSizeExceededError) return appendSizeTooSmall(error);
  if (error instanceof NotLeaderError) {
    return new EventLogError('LOG.UNAVAILABLE', '事件库集群正在更换主节点，请稍后重试。', error);
  }
  return undefined;
}

function appendSizeTooSmall(cause: MaxAppendSizeExceededError): EventLogError {
  const message = `内容超过事件库单次写入的上限（${cause.maxAppendSize} 字节），请把服务器的 MaxAppendSize 调到 8388608。`;
  return new EventLogError('LOG.APPEND_TOO_LARGE', message, cause);
}
