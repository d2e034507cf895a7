import { type Pool } from 'pg';
import { z } from 'zod';
import { type EventStore } from '#event-store';
import { createTestDatabase } from '#testing';
import { openPostgresLog } from '../../libs/event-store/testing/postgres-log';

const rows = z.array(z.array(z.unknown()));

/** A copy of a log, event by event. */
export type LogRows = z.infer<typeof rows>;

/** A log on a server of its own, which is restored from copies while programs run on it; nobody is told. */
export interface ChangingLog {
  /** The log as another process sees it. */
  connect(): EventStore;
  /** The log as it is now. */
  copy(): Promise<LogRows>;
  /** From now on the log is what a copy holds, of this log or of another. */
  restore(copy: LogRows): Promise<void>;
  close(): Promise<void>;
}

/** Makes an empty one. */
export async function openChangingLog(): Promise<ChangingLog> {
  const log = await openPostgresLog(createTestDatabase);
  const owner = log.database.ownerPool;
  return {
    connect: () => log.another({ pollMs: 100 }),
    copy: async () => rows.parse((await owner.query({ text: READ, rowMode: 'array' })).rows),
    restore: (copy) => replace(owner, copy),
    close: () => log.close(),
  };
}

const READ = `select position, stream, revision, event_id, type, schema_version, metadata::text, data::text, previous_hash, hash
  from log.event order by position`;
const WRITE = `insert into log.event
    (position, stream, revision, event_id, type, schema_version, metadata, data, previous_hash, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

async function replace(owner: Pool, copy: LogRows): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('alter table log.event disable trigger all');
    await client.query('delete from log.event');
    for (const row of copy) await client.query(WRITE, row);
    await client.query('alter table log.event enable always trigger event_refuse_change');
    await client.query('commit');
  } finally {
    client.release();
  }
}
