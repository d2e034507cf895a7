import { createTestDatabase, type TestDatabase } from '#testing';
import { migrate, type Migration } from './migration';

const LOCK = { lockKey: 4711 };
const first: Migration = { id: 'log-0001', sql: 'create schema log; create table log.event (id int primary key)' };
const second: Migration = { id: 'log-0002', sql: 'alter table log.event add column body text' };
const other: Migration = { id: 'projection-0001', sql: 'create schema projection' };

describe('migrate', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(() => database.close());

  it('applies what is missing, in order, and nothing twice', async () => {
    expect(await migrate(database.ownerPool, [first], LOCK)).toEqual(['log-0001']);
    expect(await migrate(database.ownerPool, [first, second], LOCK)).toEqual(['log-0002']);
    expect(await migrate(database.ownerPool, [first, second], LOCK)).toEqual([]);
    await database.ownerPool.query(`insert into log.event values (1, 'x')`);
  });

  it('keeps the sets of several libs apart', async () => {
    await migrate(database.ownerPool, [first, other], LOCK);
    expect(await migrate(database.ownerPool, [other], LOCK)).toEqual([]);
    expect(await migrate(database.ownerPool, [first, second, other], LOCK)).toEqual(['log-0002']);
  });

  it('lets owner and program migrate apart, neither writing the record of the other', async () => {
    await migrate(database.ownerPool, [first], LOCK);
    expect(await migrate(database.appPool, [other], LOCK)).toEqual(['projection-0001']);
    const forged = database.appPool.query(`delete from taizhang_owner_migrations.applied`);
    await expect(forged).rejects.toThrow(/permission denied/);
  });

  it('tells each migration the name of the program role', async () => {
    const grant = `do $$ begin execute format('grant usage on schema log to %I', current_setting('taizhang.app_role')); end $$`;
    await migrate(database.ownerPool, [first, { id: 'log-0002', sql: grant }], LOCK);
    const allowed = await database.appPool.query(`select has_schema_privilege('log', 'usage') as yes`);
    expect(allowed.rows).toEqual([{ yes: true }]);
  });

  it('applies each once when several processes start together', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.ownerPool, [first, second], LOCK)));
    expect(runs.flat().sort()).toEqual(['log-0001', 'log-0002']);
  });

  it('refuses a released migration that was changed', async () => {
    await migrate(database.ownerPool, [first], LOCK);
    const edited = { ...first, sql: `${first.sql};` };
    await expect(migrate(database.ownerPool, [edited], LOCK)).rejects.toMatchObject({
      code: 'DATABASE.MIGRATION_CHANGED',
      details: { id: 'log-0001' },
    });
  });

  it('refuses a migration slipped in before a released one', async () => {
    await migrate(database.ownerPool, [first], LOCK);
    const slipped = { id: 'log-0000', sql: 'select 1' };
    const refused = migrate(database.ownerPool, [slipped, first], LOCK);
    await expect(refused).rejects.toMatchObject({ code: 'DATABASE.MIGRATION_CHANGED' });
  });

  it('refuses the data of a newer program', async () => {
    await migrate(database.ownerPool, [first, second], LOCK);
    const refused = migrate(database.ownerPool, [first], LOCK);
    await expect(refused).rejects.toMatchObject({ code: 'DATABASE.NEWER_DATA', details: { id: 'log-0002' } });
    await expect(refused).rejects.toThrow(/请换用新版本程序/);
  });

  it('leaves nothing of a failed migration and keeps the ones before it', async () => {
    const broken = { id: 'log-0002', sql: 'create table log.half (id int); select 1 / 0' };
    const failed = migrate(database.ownerPool, [first, broken], LOCK);
    await expect(failed).rejects.toMatchObject({ code: 'DATABASE.MIGRATION_FAILED', details: { id: 'log-0002' } });
    const half = await database.ownerPool.query(`select to_regclass('log.half') as half`);
    expect(half.rows).toEqual([{ half: null }]);
    expect(await migrate(database.ownerPool, [first, second], LOCK)).toEqual(['log-0002']);
  });

  it('refuses ids that say no set and ids given twice', async () => {
    await expect(migrate(database.ownerPool, [{ id: 'first', sql: '' }], LOCK)).rejects.toThrow(/four digits/);
    await expect(migrate(database.ownerPool, [first, first], LOCK)).rejects.toThrow(/share an id/);
  });
});
