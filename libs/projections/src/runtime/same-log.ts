import { type Pool } from 'pg';
import { z } from 'zod';
import { type EventStore } from '#event-store';
import { TaizhangError } from '#platform';

const rows = z.array(z.object({ first_event: z.uuid() }));

/**
 * Sees to it that the read models are those of this log: positions of one log mean nothing in another. The log's first
 * event tells logs apart; it is noted here as soon as there is one.
 * @throws TaizhangError PROJECTION.OTHER_LOG
 */
export async function keepToOneLog(pool: Pool, store: EventStore): Promise<void> {
  const [first] = await store.readAll(null, 1);
  if (first) {
    const note = 'insert into projection.log_origin (first_event) values ($1) on conflict do nothing';
    await pool.query(note, [first.eventId]);
  }
  const noted = rows.parse((await pool.query('select first_event from projection.log_origin')).rows)[0];
  if (noted?.first_event === first?.eventId) return;
  const message =
    '数据库里的台账属于另一份事件日志，请核对 DATABASE_URL、EVENTSTORE_URL 和数据文件夹；未改动任何内容。';
  throw new TaizhangError('PROJECTION.OTHER_LOG', message);
}
