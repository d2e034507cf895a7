import { EventLogError } from './event-log-error';
import { LOG_LIMITS } from './limits';
import { type StreamName } from './port';

const STREAM_NAME = /^[a-z]+-[A-Za-z0-9-]+$/;

/** True when this is the name of a stream of the log. */
export function isStreamName(stream: string): stream is StreamName {
  return stream.length <= LOG_LIMITS.streamNameLength && STREAM_NAME.test(stream);
}

/** Checks a stream's name. @throws EventLogError LOG.STREAM_NAME */
export function checkStreamName(stream: StreamName): void {
  if (!isStreamName(stream)) {
    throw new EventLogError(
      'LOG.STREAM_NAME',
      `流名须为小写类别加“-”加编号，且不超过 ${LOG_LIMITS.streamNameLength} 个字符，请改用合规的流名。`,
    );
  }
}

/** The two parts of a stream's name: what it is a history of, and which one. */
export interface StreamParts {
  /** `task` of `task-<id>`. */
  readonly category: string;
  readonly id: string;
}

/** Divides the name of a stream. */
export function streamParts(stream: StreamName): StreamParts {
  const dash = stream.indexOf('-');
  return { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
}
