import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { SoleOwner } from './sole-owner';

describe('sole owner', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.close());

  it('is one of many, and hands over when it leaves', async () => {
    const [one, two] = [new SoleOwner(database.pool), new SoleOwner(database.pool)];
    expect([await one.claim(), await two.claim(), await one.claim()]).toEqual([true, false, true]);
    one.release();
    await eventually(async () => expect(await two.claim()).toBe(true));
    expect(await one.claim()).toBe(false);
    two.release();
  });

  it('is no longer one when its connection is lost', async () => {
    const [one, two] = [new SoleOwner(database.pool), new SoleOwner(database.pool)];
    expect(await one.claim()).toBe(true);
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks
       where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    await eventually(async () => expect(await two.claim()).toBe(true));
    expect(await one.claim().catch(() => false)).toBe(false);
    two.release();
  });
});
