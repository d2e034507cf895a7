import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { EventLogError } from '../event-log-error';

/** What the failure of an append means. What the server did not clearly refuse may have been written. */
export function appendFailure(error: unknown): EventLogError {
  const refused = refusal(error);
  if (refused) return refused;
  return new EventLogError('LOG.OUTCOME_UNKNOWN', '与事件库的连接中断，是否写入尚不确定，请用原编号重试。', error);
}

/** What the failure of a read, or of a step before the append, means: nothing was written. */
export function readFailure(error: unknown): EventLogError {
  return refusal(error) ?? unavailable(error);
}

/** Whether a stream was asked for that has never been written. */
export function isStreamUnknown(error: unknown): boolean {
  return error instanceof StreamNotFoundError;
}

/** The server cannot serve now, and nothing was written. */
export function unavailable(cause: unknown): EventLogError {
  return new EventLogError('LOG.UNAVAILABLE', '事件库暂时无法使用，未写入任何内容，请稍后重试。', cause);
}

function refusal(error: unknown): EventLogError | undefined {
  if (error instanceof EventLogError) return error;
  if (error instanceof AccessDeniedError) {
    return new EventLogError('LOG.UNAVAILABLE', '事件库拒绝访问，请检查 EVENTSTORE_URL 中的账号和权限。', error);
  }
  if (error instanceof MaxAppendSizeExceededError) {
    const message = '内容超过事件库单次写入的上限，请把服务器的 MaxAppendSize 调到 8 MiB 以上。';
    return new EventLogError('LOG.APPEND_TOO_LARGE', message, error);
  }
  if (error instanceof StreamDeletedError) {
    return new EventLogError('LOG.INTEGRITY', '事件库里的一条流被人删除，请停止写入，并从备份恢复。', error);
  }
  return undefined;
}
