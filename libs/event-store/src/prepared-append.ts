import { canonicalJson } from './canonical-json';
import { EventLogError } from './event-log-error';
import { isJsonObject } from './json';
import { LOG_LIMITS } from './limits';
import { type EventToAppend, type ExpectedRevision, type StreamName } from './port';
import { checkStreamName } from './stream-name';

/** An event checked and written out: what both adapters store. */
export interface PreparedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Canonical JSON text. */
  readonly metadata: string;
  /** Canonical JSON text. */
  readonly data: string;
}

/** An append that has passed every check that needs no look at the log. */
export interface PreparedAppend {
  readonly stream: StreamName;
  /** Revision of the last event that the writer knows; -1 for none. */
  readonly expected: number;
  readonly events: readonly PreparedEvent[];
  /** UTF-8 bytes of all metadata and data. */
  readonly bytes: number;
}

const EVENT_TYPE = /^[A-Za-z][A-Za-z0-9._-]*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_INT = 2_147_483_647;

/** Checks and writes out an append. @throws EventLogError for names, sizes and content that the log refuses */
export function prepareAppend(
  stream: StreamName,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): PreparedAppend {
  checkStreamName(stream);
  checkCount(events);
  let bytes = 0;
  const prepared = events.map((event) => {
    const ready = prepareEvent(event);
    const size = Buffer.byteLength(ready.metadata) + Buffer.byteLength(ready.data);
    checkEventSize(ready.type, size);
    bytes += size;
    return ready;
  });
  if (bytes > LOG_LIMITS.appendBytes) throw appendTooLarge();
  return { stream, expected: expectedNumber(expected), events: prepared, bytes };
}

function expectedNumber(expected: ExpectedRevision): number {
  if (expected === 'no-stream') return -1;
  if (!Number.isInteger(expected) || expected < 0 || expected > MAX_INT) {
    throw invalid('预期版本必须是不小于 0 的整数或 no-stream，请重新读取后再写。');
  }
  return expected;
}

function checkCount(events: readonly EventToAppend[]): void {
  if (events.length === 0) throw invalid('一次写入至少要有一个事件，请检查命令的结果。');
  if (events.length > LOG_LIMITS.appendEvents) throw appendTooLarge();
  if (events.length > 1 && new Set(events.map((event) => event.eventId)).size !== events.length) {
    throw invalid('同一次写入里有重复的事件编号，请为每个事件使用各自的编号。');
  }
}

function prepareEvent(event: EventToAppend): PreparedEvent {
  const { eventId, type, schemaVersion } = event;
  if (!UUID.test(eventId)) throw invalid('事件编号必须是小写的 UUID，请改正后再写。');
  if (type.length > LOG_LIMITS.eventTypeLength || !EVENT_TYPE.test(type)) {
    throw invalid('事件类型只能由字母、数字、点和短横组成，请改正后再写。');
  }
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > MAX_INT) {
    throw invalid(`事件 ${type} 的版本号必须是不小于 1 的整数，请改正后再写。`);
  }
  return {
    eventId,
    type,
    schemaVersion,
    metadata: writeOut(type, event.metadata),
    data: writeOut(type, event.data),
  };
}

function writeOut(type: string, value: unknown): string {
  try {
    if (!isJsonObject(value)) throw new TypeError('not a JSON object');
    return canonicalJson(value);
  } catch (error) {
    throw invalid(`事件 ${type} 的内容含有无法保存的字符或数值，请检查后重新提交。`, error);
  }
}

function checkEventSize(type: string, size: number): void {
  if (size <= LOG_LIMITS.eventBytes) return;
  throw new EventLogError(
    'LOG.EVENT_TOO_LARGE',
    `事件 ${type} 有 ${size} 字节，超过 ${LOG_LIMITS.eventBytes} 字节的上限，请把大段内容作为附件另存后引用。`,
  );
}

function appendTooLarge(): EventLogError {
  return new EventLogError(
    'LOG.APPEND_TOO_LARGE',
    `一次写入不得超过 ${LOG_LIMITS.appendEvents} 个事件或 ${LOG_LIMITS.appendBytes} 字节，请分几次提交。`,
  );
}

function invalid(message: string, cause?: unknown): EventLogError {
  return new EventLogError('LOG.EVENT_INVALID', message, cause);
}
