import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier, type Pool } from 'pg';
import { createLogger, createPool, ensureDatabase } from '#platform';
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
  /** Ends both pools and drops the database, cutting connections that are left. */
  close(): Promise<void>;
}

/** Makes a fresh, empty database on the specs' PostgreSQL; each spec file (or test) takes its own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = readTestServer();
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asAdmin(server.adminUrl, (admin) => ensureDatabase(admin, name));
  const ownerUrl = onDatabase(server.ownerUrl, name);
  const appUrl = onDatabase(server.appUrl, name);
  const ownerPool = createPool(ownerUrl, { max: 4, applicationName: 'test-owner', logger });
  const appPool = createPool(appUrl, { max: 10, applicationName: 'test-app', logger });
  const close = async (): Promise<void> => {
    await Promise.all([ownerPool.end(), appPool.end()]);
    await asAdmin(server.adminUrl, (admin) => admin.query(`drop database ${escapeIdentifier(name)} with (force)`));
  };
  return { name, ownerUrl, appUrl, url: appUrl, ownerPool, appPool, pool: appPool, close };
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
