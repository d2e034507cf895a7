import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, type Pool } from 'pg';
import { createLogger, createPool, ensureDatabase, OWNER_ROLE } from '#platform';
import { readTestServer } from './test-server';

/** A database of one spec's own, with the rights of production. */
export interface TestDatabase {
  readonly name: string;
  /** As `taizhang_owner`: for migrations of the log. */
  readonly ownerUrl: string;
  /** As `taizhang_app`: what the program works as. */
  readonly appUrl: string;
  /** Same as `appUrl`. */
  readonly url: string;
  readonly ownerPool: Pool;
  readonly appPool: Pool;
  /** Same as `appPool`. */
  readonly pool: Pool;
  /** Ends both pools and keeps the database under a name, for others to begin with; nobody else is connected. */
  keep(as: string): Promise<void>;
  /** Ends both pools and drops the database, cutting connections that are left. */
  close(): Promise<void>;
}

/** Makes a fresh database on the specs' PostgreSQL; each spec file (or test) takes its own. @param kept what it begins with; left out: empty */
export async function createTestDatabase(kept?: string): Promise<TestDatabase> {
  const server = readTestServer();
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(server.adminUrl, async (admin) => {
    if (kept !== undefined) await copyDatabase(admin, kept, name);
    await ensureDatabase(admin, name);
  });
  const ownerUrl = onDatabase(server.ownerUrl, name);
  const appUrl = onDatabase(server.appUrl, name);
  const ownerPool = createPool(ownerUrl, { max: 4, applicationName: 'test-owner', logger });
  const appPool = createPool(appUrl, { max: 10, applicationName: 'test-app', logger });
  const leave = async (statement: string): Promise<void> => {
    await Promise.all([ownerPool.end(), appPool.end()]);
    await asAdmin(server.adminUrl, (admin) => admin.query(statement));
  };
  const close = () => leave(`drop database ${escapeIdentifier(name)} with (force)`);
  const keep = (as: string) => leave(`alter database ${escapeIdentifier(name)} rename to ${escapeIdentifier(as)}`);
  return { name, ownerUrl, appUrl, url: appUrl, ownerPool, appPool, pool: appPool, keep, close };
}

/**
 * Does something once for all specs of a run, in whichever process asks first; the others wait until it is done.
 * @param name a database that is there afterwards
 */
export async function onceForAll(name: string, work: () => Promise<void>): Promise<void> {
  await asAdmin(readTestServer().adminUrl, async (admin) => {
    // Held until this connection ends.
    await admin.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await work();
  });
}

function copyDatabase(admin: Client, kept: string, name: string): Promise<unknown> {
  const [from, to] = [escapeIdentifier(kept), escapeIdentifier(name)];
  return admin.query(`create database ${to} template ${from} strategy file_copy owner ${OWNER_ROLE}`);
}

const logger = createLogger('error');

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin(adminUrl: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
