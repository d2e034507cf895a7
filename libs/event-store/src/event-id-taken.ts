import { EventLogError } from './event-log-error';

/** Some ids of an append are in the log already while others are not, or they are in another stream. */
export function eventIdTaken(): EventLogError {
  return new EventLogError('LOG.EVENT_ID_TAKEN', '事件编号已被别的写入占用，请用新的命令编号重新提交。');
}
