import { type ClientBase, type QueryArrayConfig } from 'pg';
import { z } from 'zod';
import { type PreparedAppend } from '../prepared-append';
import { hexArray, jsonArray, plainArray } from './array-parameters';

/** An append with its hashes: what one call of `log.append_batch` is made of. */
export interface LinkedAppend {
  readonly append: PreparedAppend;
  /** Hash of the stream's head at the expected revision; null when unknown. */
  readonly headHash: string | null;
  /** Hash of each event, in order. */
  readonly hashes: readonly string[];
}

/** The function's answer to one append; see the table in `log-migrations.ts`. */
export interface BatchAnswer {
  readonly outcome: 'appended' | 'duplicate' | 'id-taken' | 'wrong-revision' | 'head-unknown' | 'broken';
  /** Revision of the stream's head before the batch, -1 for none. */
  readonly actual: number;
  /** Position of the append's last event when appended. */
  readonly lastPosition: string | null;
}

const answers = z.array(
  z
    .tuple([
      z.enum(['appended', 'duplicate', 'id-taken', 'wrong-revision', 'head-unknown', 'broken']),
      z.int(),
      z.string().nullable(),
    ])
    .transform(([outcome, actual, lastPosition]): BatchAnswer => ({ outcome, actual, lastPosition })),
);

/** One call, one transaction, one answer per append in their order. Streams and event ids must be distinct. */
export async function appendBatch(client: ClientBase, batch: readonly LinkedAppend[]): Promise<BatchAnswer[]> {
  const result = await client.query(appendQuery(batch));
  return answers.length(batch.length).parse(result.rows);
}

function appendQuery(batch: readonly LinkedAppend[]): QueryArrayConfig & { name: string } {
  const events = batch.flatMap((linked) => linked.append.events);
  return {
    name: 'log-append',
    text: 'select outcome, actual, last_position from log.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    values: [
      plainArray(batch.map((linked) => linked.append.stream)),
      plainArray(batch.map((linked) => linked.append.expected)),
      hexArray(batch.map((linked) => linked.headHash)),
      plainArray(batch.map((linked) => linked.append.events.length)),
      plainArray(batch.flatMap((linked, index) => linked.append.events.map(() => index + 1))),
      plainArray(events.map((event) => event.eventId)),
      plainArray(events.map((event) => event.type)),
      plainArray(events.map((event) => event.schemaVersion)),
      jsonArray(events.map((event) => event.metadata)),
      jsonArray(events.map((event) => event.data)),
      hexArray(batch.flatMap((linked) => linked.hashes)),
    ],
    rowMode: 'array',
  };
}
