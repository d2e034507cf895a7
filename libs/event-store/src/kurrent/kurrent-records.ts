import type streams from '@eventstore/db-client/generated/streams_pb';
import { hash } from 'node:crypto';
import { z } from 'zod';
import { foreignInWords } from '../chain-words';
import { linkHash } from '../event-hash';
import { EventLogError } from '../event-log-error';
import { isJsonObject, jsonObjectSchema } from '../json';
import { type DamagedStream, type StoredEvent, type StreamName } from '../port';
import { type Position } from '../position';
import { type PreparedEvent } from '../prepared-append';
import { type ProposedRecord } from './requests';

/** Largest position that PostgreSQL's tables of checkpoints hold; a server that knows no positions answers 2^64 - 1. */
const LARGEST_POSITION = 2n ** 63n - 1n;

/** A deleted stream ends with a record of this type, at a revision that no other record has. */
export const TOMBSTONE = '$streamDeleted';

const envelope = z.object({
  eventId: z.uuid(),
  schemaVersion: z.int().min(1),
  metadata: jsonObjectSchema,
  previousHash: z.string().length(64),
  hash: z.string().length(64),
});

/** The server's own form of a record. */
export type ServerRecord = streams.ReadResp.ReadEvent.RecordedEvent;

/** An event as it goes to the server, with the hash that the next one links to. */
export interface LinkedRecord {
  readonly hash: string;
  readonly record: ProposedRecord;
}

/**
 * Links an event to its predecessor. The server takes two appends for the same when their records have the same ids, so
 * the record's id is made from the event's id and hash: a retry is the same record, another event with the same id is
 * not. The event's own id is in the envelope.
 * @throws EventLogError LOG.EVENT_INVALID for content that is no JSON, as functions in it make it
 */
export function toRecord(
  stream: StreamName,
  event: PreparedEvent,
  revision: number,
  previousHash: string,
): LinkedRecord {
  const { eventId, type, schemaVersion, metadata, data } = event;
  checkJson(type, metadata);
  checkJson(type, data);
  const eventHash = linkHash({ ...event, stream, revision, previous: previousHash });
  const about =
    `{"eventId":"${eventId}","schemaVersion":${schemaVersion},"metadata":${metadata},` +
    `"previousHash":"${previousHash}","hash":"${eventHash}"}`;
  return { hash: eventHash, record: { id: recordId(eventId, eventHash), type, data, metadata: about } };
}

/** What a record of a stream of ours is: an event, or what shows that the stream is not whole. */
export type ReadRecord =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'damage'; readonly damage: DamagedStream; readonly position: Position };

/** The event of a record of a stream of ours, checked; a record that this program did not write so is damage of its stream. */
export function readRecord(record: ServerRecord, stream: StreamName): ReadRecord {
  const position = positionOf(record.getCommitPosition());
  const type = record.getMetadataMap().get('type') ?? '';
  if (type === TOMBSTONE) return { kind: 'damage', damage: deletedForGood(stream), position };
  const revision = Number(record.getStreamRevision());
  const about = envelope.safeParse(jsonOf(record.getCustomMetadata_asU8()));
  const data = jsonOf(record.getData_asU8());
  if (!about.success || !isJsonObject(data)) return { kind: 'damage', damage: foreign(stream, revision), position };
  const { eventId, schemaVersion, metadata, previousHash, hash } = about.data;
  const event = { stream, revision, position, eventId, type, schemaVersion, metadata, data, previousHash, hash };
  return { kind: 'event', event };
}

/** Name of a record's stream on the server. */
export function streamNameOf(record: ServerRecord): string {
  return Buffer.from(record.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
}

/** Content of a record that should be JSON; undefined when it is not. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** True when the server has given a position; an unknown one is 2^64 - 1 or left out. */
export function isPosition(commit: string | undefined): commit is Position {
  return commit !== undefined && commit !== '' && BigInt(commit) <= LARGEST_POSITION;
}

/** Place in the server's log. @throws EventLogError LOG.POSITION for a server that gives none */
function positionOf(commit: string | undefined): Position {
  if (!isPosition(commit)) {
    throw new EventLogError(
      'LOG.POSITION',
      '事件库没有给出日志位置，请使用 22.10 或更新版本的 KurrentDB/EventStoreDB。',
    );
  }
  return commit;
}

function checkJson(type: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw new EventLogError(
      'LOG.EVENT_INVALID',
      `事件 ${type} 的内容含有无法保存的字符或数值，请检查后重新提交。`,
      error,
    );
  }
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

function foreign(stream: StreamName, revision: number): DamagedStream {
  return { stream, damage: 'foreign', revision, message: foreignInWords(stream, revision) };
}

/** A stream that nobody can read or write again. */
export function deletedForGood(stream: StreamName): DamagedStream {
  const message = `事件库中流 ${stream} 已被永久删除，已停止写入；请备份其余内容，再从最近一份完整备份恢复到新的事件库。`;
  return { stream, damage: 'lost', revision: null, message };
}
