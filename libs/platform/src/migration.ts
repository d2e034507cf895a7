import { createHash } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { TaizhangError } from './taizhang-error';

/**
 * One step of a schema. A released one is never edited: add another.
 * Its SQL runs in one transaction; the name of the program's role is `current_setting('taizhang.app_role')` there, so
 * that grants work whatever the role is called.
 */
export interface Migration {
  /** `<set>-<four digits>`, such as `log-0001`; the set is one lib's. */
  readonly id: string;
  readonly sql: string;
}

/** Settings of {@link migrate}. */
export interface MigrateOptions {
  /** Advisory lock that keeps two processes from migrating at once; any constant of the caller's. */
  readonly lockKey: number;
  /** Role that the program works with; default `taizhang_app`. */
  readonly appRole?: string;
}

const idPattern = /^([a-z][a-z-]*)-\d{4}$/;
const historyRows = z.array(z.object({ id: z.string(), sha256: z.string() }));
const currentUserRows = z.tuple([z.object({ schema: z.string() })]);

/**
 * Brings the schema up to date: under an advisory lock, each migration in its own transaction, recorded with the
 * SHA-256 of its SQL in the table `<role>_migrations.applied` of the role that runs it.
 * @returns ids applied by this call
 * @throws `DATABASE.MIGRATION_CHANGED` if a recorded one now has other SQL or another place;
 *   `DATABASE.NEWER_DATA` if the database has one that this program does not know;
 *   `DATABASE.MIGRATION_FAILED` if one fails (nothing of it stays)
 */
export async function migrate(
  pool: Pool,
  migrations: readonly Migration[],
  options: MigrateOptions,
): Promise<readonly string[]> {
  const sets = checkIds(migrations);
  const client = await pool.connect();
  // A lost connection rejects the running query as well; this listener only keeps the event from ending the process.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [options.lockKey]);
    await client.query(`select set_config('taizhang.app_role', $1, false)`, [options.appRole ?? 'taizhang_app']);
    const history = await openHistory(client);
    const known = await client.query(`select id, sha256 from ${history} order by place`);
    const recorded = historyRows.parse(known.rows).filter((row) => sets.has(setOf(row.id)));
    const pending = compare(recorded, migrations);
    for (const migration of pending) await apply(client, history, migration);
    return pending.map((migration) => migration.id);
  } finally {
    client.off('error', ignore);
    // Closing the connection gives back the lock and the settings, whatever state it is in.
    client.release(true);
  }
}

function checkIds(migrations: readonly Migration[]): ReadonlySet<string> {
  const ids = new Set(migrations.map((migration) => migration.id));
  if (ids.size !== migrations.length) throw new Error('migrate: two migrations share an id');
  return new Set(migrations.map((migration) => setOf(migration.id)));
}

function setOf(id: string): string {
  const set = idPattern.exec(id)?.[1];
  if (set === undefined) throw new Error(`migrate: id ${id} is not <set>-<four digits>`);
  return set;
}

/** A schema per role: owner and program migrate apart, and neither may write the other's record. */
async function openHistory(client: PoolClient): Promise<string> {
  const user = await client.query(`select quote_ident(current_user || '_migrations') as schema`);
  const [{ schema }] = currentUserRows.parse(user.rows);
  await client.query(`create schema if not exists ${schema}`);
  await client.query(`
    create table if not exists ${schema}.applied (
      place int generated always as identity primary key,
      id text not null unique,
      sha256 text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
  return `${schema}.applied`;
}

function compare(recorded: z.infer<typeof historyRows>, migrations: readonly Migration[]): readonly Migration[] {
  const ids = new Set(migrations.map((migration) => migration.id));
  const unknown = recorded.find((row) => !ids.has(row.id));
  if (unknown !== undefined) {
    throw new TaizhangError(
      'DATABASE.NEWER_DATA',
      `数据库由更新版本的程序写过（${unknown.id}），请换用新版本程序，不要用旧程序打开。`,
      { id: unknown.id },
    );
  }
  for (const set of new Set(recorded.map((row) => setOf(row.id)))) {
    const given = migrations.filter((migration) => setOf(migration.id) === set);
    for (const [place, row] of recorded.filter(({ id }) => setOf(id) === set).entries()) {
      if (given[place]?.id !== row.id || sha256(given[place].sql) !== row.sha256) throw changed(row.id);
    }
  }
  const done = new Set(recorded.map((row) => row.id));
  return migrations.filter((migration) => !done.has(migration.id));
}

function changed(id: string): TaizhangError {
  const message = `已发布的迁移 ${id} 与数据库中的记录不一致，请恢复程序原文件后再启动。`;
  return new TaizhangError('DATABASE.MIGRATION_CHANGED', message, { id });
}

async function apply(client: PoolClient, history: string, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(`insert into ${history} (id, sha256) values ($1, $2)`, [migration.id, sha256(migration.sql)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const message = `数据库迁移 ${migration.id} 失败，未留下任何改动，请查看日志后重试。`;
    throw new TaizhangError('DATABASE.MIGRATION_FAILED', message, { id: migration.id }, error);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
