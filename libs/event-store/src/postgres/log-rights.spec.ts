import { createTestDatabase } from '#testing';
import { openPostgresLog, type PostgresLog } from '../../testing/postgres-log';
import { aStream, someEvents } from '../../testing/sample-events';
import { PostgresEventStore } from './postgres-event-store';

const CHANGES = [
  `update log.event set type = 'x'`,
  'update log.event set type = type where false',
  'delete from log.event',
  'delete from log.event where position < 0',
  'truncate log.event',
  'truncate log.event cascade',
  'merge into log.event e using (values (1)) v(p) on e.position = v.p when matched then delete',
];

describe('rights on the log', () => {
  let log: PostgresLog;

  beforeAll(async () => {
    log = await openPostgresLog(createTestDatabase);
    await log.store.append('task-A', 'no-stream', someEvents(2));
  });
  afterAll(() => log.close());

  it.each(CHANGES)('refuses its owner: %s', async (sql) => {
    await expect(log.database.ownerPool.query(sql)).rejects.toMatchObject({
      code: '42501',
      message: '事件日志只能追加，不得修改、删除或清空，如需更正请追加新的事件。',
    });
    expect(await log.store.readStream('task-A')).toHaveLength(2);
  });

  it.each([
    ...CHANGES,
    'insert into log.event select * from log.event',
    'alter table log.event disable trigger all',
    'drop table log.event',
    'create table log.other (id int)',
    'select log.refuse_change()',
    'select * from log.event for update',
  ])('gives the program no right to: %s', async (sql) => {
    await expect(log.database.appPool.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses an isolation level under which the lock would order nothing', async () => {
    const client = await log.database.appPool.connect();
    await client.query('begin isolation level repeatable read');
    const call = `select log.append_batch('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`;
    await expect(client.query(call)).rejects.toMatchObject({ code: '25000' });
    await client.query('rollback');
    client.release();
  });

  it('works with one role for everything', async () => {
    const store = new PostgresEventStore({ pool: log.database.ownerPool });
    const stream = aStream();
    expect(await store.append(stream, 'no-stream', someEvents(1))).toMatchObject({ kind: 'appended' });
    expect(await store.readStream(stream)).toHaveLength(1);
    await store.close();
  });
});
