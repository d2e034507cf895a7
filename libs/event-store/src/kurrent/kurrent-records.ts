import { type AllStreamRecordedEvent, type EventData, type RecordedEvent } from '@eventstore/db-client';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { linkHash } from '../event-hash';
import { EventLogError } from '../event-log-error';
import { isJsonObject, type JsonObject } from '../json';
import { type StoredEvent, type StreamName } from '../port';
import { type Position } from '../position';
import { type WrittenEvent } from '../written-event';
import { type StreamNames } from './stream-names';

/** Largest position that PostgreSQL's tables of checkpoints hold; a server that knows no positions answers 2^64 - 1. */
const LARGEST_POSITION = 2n ** 63n - 1n;

const jsonObject = z.custom<JsonObject>(isJsonObject);
const envelope = z.object({
  eventId: z.uuid(),
  schemaVersion: z.int().min(1),
  metadata: jsonObject,
  previousHash: z.string().length(64),
  hash: z.string().length(64),
});

/** An event as it goes to the server, with the hash that the next one links to. */
export interface LinkedRecord {
  readonly hash: string;
  readonly record: EventData;
}

/**
 * Links an event to its predecessor. The server takes two appends for the same when their records have the same ids, so
 * the record's id is made from the event's id and hash: a retry is the same record, another event with the same id is
 * not. The event's own id is in the envelope.
 */
export function toRecord(
  stream: StreamName,
  event: WrittenEvent,
  revision: number,
  previousHash: string,
): LinkedRecord {
  const { text, metadata, data } = event;
  const { eventId, type, schemaVersion } = text;
  const eventHash = linkHash({ ...text, stream, revision, previous: previousHash });
  const envelope = { eventId, schemaVersion, metadata, previousHash, hash: eventHash };
  return {
    hash: eventHash,
    record: { id: recordId(eventId, eventHash), contentType: 'application/json', type, data, metadata: envelope },
  };
}

/** The event of a record, checked. @throws EventLogError LOG.INTEGRITY for a record that this program did not write so */
export function toStoredEvent(record: RecordedEvent | AllStreamRecordedEvent, names: StreamNames): StoredEvent {
  const read = envelope.safeParse(record.metadata);
  const stream = names.ofLedgers(record.streamId);
  // Text that is no JSON comes back from the client as a string.
  if (!read.success || !isJsonObject(record.data) || stream === undefined) throw foreign(record);
  const { eventId, schemaVersion, metadata, previousHash, hash } = read.data;
  return {
    stream,
    revision: Number(record.revision),
    position: positionOf(record.position),
    eventId,
    type: record.type,
    schemaVersion,
    metadata,
    data: record.data,
    previousHash,
    hash,
  };
}

/** Place in the server's log. @throws EventLogError LOG.POSITION for a server that gives none */
export function positionOf(position: { readonly commit: bigint } | undefined): Position {
  if (position === undefined || position.commit > LARGEST_POSITION) {
    throw new EventLogError(
      'LOG.POSITION',
      '事件库没有给出日志位置，请使用 22.10 或更新版本的 KurrentDB/EventStoreDB。',
    );
  }
  return position.commit.toString(10);
}

/** A position as the client wants it. */
export function serverPosition(position: Position): { commit: bigint; prepare: bigint } {
  const commit = BigInt(position);
  return { commit, prepare: commit };
}

/** A UUID of version 8 (RFC 9562): its bits are the writer's own. */
function recordId(eventId: string, eventHash: string): string {
  const bits = hash('sha256', `${eventId} ${eventHash}`);
  return [
    bits.slice(0, 8),
    bits.slice(8, 12),
    `8${bits.slice(13, 16)}`,
    `8${bits.slice(17, 20)}`,
    bits.slice(20, 32),
  ].join('-');
}

function foreign(record: { readonly streamId: string; readonly revision: bigint }): EventLogError {
  const place = `${record.streamId} 第 ${record.revision} 个事件`;
  return new EventLogError('LOG.INTEGRITY', `${place}不是本系统写入的内容，请停止写入并检查事件库。`);
}
