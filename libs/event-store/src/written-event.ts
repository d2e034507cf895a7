import { EventLogError } from './event-log-error';
import { isJsonObject, type JsonObject } from './json';
import { type PreparedEvent } from './prepared-append';

/** An event as text and as what a reader of the text gets. */
export interface WrittenEvent {
  readonly text: PreparedEvent;
  readonly metadata: JsonObject;
  readonly data: JsonObject;
}

/**
 * Reads an event back from its text, frozen: what is kept is what was written then, whatever its writer does with its
 * objects later. @throws EventLogError LOG.EVENT_INVALID for text that is no JSON, as functions in the content make it
 */
export function writtenEvent(text: PreparedEvent): WrittenEvent {
  return { text, metadata: frozenCopy(text.type, text.metadata), data: frozenCopy(text.type, text.data) };
}

function frozenCopy(type: string, text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text, (_key, part: unknown) => Object.freeze(part));
    if (isJsonObject(value)) return value;
  } catch {
    // Falls through.
  }
  throw new EventLogError('LOG.EVENT_INVALID', `事件 ${type} 的内容含有无法保存的字符或数值，请检查后重新提交。`);
}
