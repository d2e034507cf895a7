import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { createLogger } from './logger';
import { createPool } from './pool';
import { withTransaction } from './transaction';

const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut' and pid <> pg_backend_pid()`;

describe('pools and transactions', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
    await database.appPool.query('create schema mine; create table mine.t (n int unique)');
  });

  afterEach(() => database.close());

  async function rows(): Promise<unknown> {
    return (await database.appPool.query('select n from mine.t order by n')).rows;
  }

  it('survives a cut connection: it is logged and replaced', async () => {
    const lines: string[] = [];
    const logger = createLogger('warn', { write: (line) => lines.push(line) });
    const pool = createPool(database.appUrl, { max: 2, applicationName: 'cut', logger });
    await pool.query('select 1');
    await database.appPool.query(cut);
    await eventually(() => expect(lines.join()).toContain('数据库连接中断'));
    expect((await pool.query('select 1 as up')).rows).toEqual([{ up: 1 }]);
    await pool.end();
  });

  it('cancels a statement that takes too long', async () => {
    const logger = createLogger('silent');
    const pool = createPool(database.appUrl, { max: 1, applicationName: 'slow', logger, statementTimeout: 50 });
    await expect(pool.query('select pg_sleep(30)')).rejects.toThrow(/statement timeout/);
    await pool.end();
  });

  it('gives up on a server that is not there', async () => {
    const logger = createLogger('silent');
    const pool = createPool('postgres://a:b@127.0.0.1:1/d', { max: 1, applicationName: 'none', logger });
    await expect(pool.query('select 1')).rejects.toThrow(/ECONNREFUSED/);
    await pool.end();
  });

  it('carries NOTIFY from the owner to the program', async () => {
    const client = await database.appPool.connect();
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.query('listen appended');
    await database.ownerPool.query(`notify appended, '7'`);
    await eventually(() => expect(heard).toEqual(['7']));
    client.release(true);
  });

  it('commits what returns and rolls back what throws', async () => {
    const answer = await withTransaction(database.appPool, async (client) => {
      await client.query('insert into mine.t values (1)');
      return 'done';
    });
    expect(answer).toBe('done');
    const failed = withTransaction(database.appPool, async (client) => {
      await client.query('insert into mine.t values (2)');
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await rows()).toEqual([{ n: 1 }]);
  });

  it('does not claim a commit when a failed statement was swallowed', async () => {
    const swallowed = withTransaction(database.appPool, async (client) => {
      await client.query('insert into mine.t values (1)');
      await client.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'DATABASE.NOT_COMMITTED' });
    expect(await rows()).toEqual([]);
  });

  it('rejects when the connection is cut in the middle, and the pool goes on', async () => {
    const logger = createLogger('silent');
    const pool = createPool(database.appUrl, { max: 1, applicationName: 'cut', logger });
    const lost = withTransaction(pool, async (client) => {
      await client.query('insert into mine.t values (1)');
      await database.appPool.query(cut);
      await client.query('insert into mine.t values (2)');
    });
    await expect(lost).rejects.toThrow();
    expect((await pool.query('select count(*)::int as n from mine.t')).rows).toEqual([{ n: 0 }]);
    await pool.end();
  });
});
