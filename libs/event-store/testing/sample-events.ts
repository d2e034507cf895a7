import { randomUUID } from 'node:crypto';
import { type EventToAppend, type JsonObject } from '../src/index';

/** An event with a fresh id; override what the test is about. */
export function anEvent(over: Partial<EventToAppend> = {}): EventToAppend {
  return {
    eventId: randomUUID(),
    type: 'task.reported',
    schemaVersion: 1,
    metadata: { actor: { user: 'u-1', unit: '市卫健委' }, recordedAt: '2025-01-24T08:00:00.000Z' },
    data: { progress: 40, note: '已完成阶段性目标' },
    ...over,
  };
}

/** Several events; `data.index` counts from 0. */
export function someEvents(count: number): EventToAppend[] {
  return Array.from({ length: count }, (_, index) => anEvent({ data: { index } }));
}

/** An event whose canonical metadata and data have exactly so many bytes. */
export function eventOfSize(bytes: number): EventToAppend {
  const frame = '{}'.length + '{"text":""}'.length;
  return anEvent({ metadata: {}, data: { text: 'x'.repeat(bytes - frame) } });
}

/** A stream name of its own, so that tests can share a log. */
export function aStream(category = 'task'): string {
  return `${category}-${randomUUID()}`;
}

/** Nests an object so deep. */
export function nested(depth: number): JsonObject {
  let value: JsonObject = {};
  for (let level = 0; level < depth; level += 1) value = { deeper: value };
  return value;
}

/** An array with a hole, which the types allow and JSON does not know. */
export function withHole(): number[] {
  const list: number[] = [];
  list[2] = 1;
  return list;
}
