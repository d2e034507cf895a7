import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { errorCode } from '../error-code';
import { TaizhangError } from '../taizhang-error';
import { type PostgresSecrets } from './postgres-secrets';

/** Owns the database and the log; used for migrations only. */
export const OWNER_ROLE = 'taizhang_owner';
/** What the program works as: may make schemas of its own, owns nothing of the log. */
export const APP_ROLE = 'taizhang_app';
/** The product's database in the embedded cluster. */
export const DATABASE = 'taizhang';

const WRONG_PASSWORD = '28P01';

/**
 * Makes the two roles and the database unless they are there. Safe to run again after a crash at any point of it.
 * @param adminUrl superuser, database `postgres`
 * @throws `DATA.SECRETS_LOST` if the folder's password file does not fit its cluster
 */
export async function prepareRolesAndDatabase(adminUrl: string, secrets: PostgresSecrets): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  admin.on('error', () => undefined);
  try {
    await admin.connect();
  } catch (error) {
    if (errorCode(error) !== WRONG_PASSWORD) throw error;
    const message = '数据文件夹中的密码文件与数据库不符，请从备份恢复 secrets.json。';
    throw new TaizhangError('DATA.SECRETS_LOST', message, {}, error);
  }
  try {
    await ensureRole(admin, OWNER_ROLE, secrets.owner);
    await ensureRole(admin, APP_ROLE, secrets.app);
    await ensureDatabase(admin, DATABASE);
  } finally {
    await admin.end();
  }
}

async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  const found = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) await admin.query(`create role ${role} login password ${escapeLiteral(password)}`);
}

/** Makes a database with the rights the product expects: the owner's, entered by the program and by nobody else. */
export async function ensureDatabase(admin: Client, name: string): Promise<void> {
  const quoted = escapeIdentifier(name);
  const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await admin.query(`create database ${quoted} owner ${OWNER_ROLE}`);
  const granted = await admin.query(`select 1 where has_database_privilege($1, $2, 'create')`, [APP_ROLE, name]);
  if (granted.rowCount !== 0) return;
  await admin.query(`revoke all on database ${quoted} from public`);
  await admin.query(`grant connect, create, temporary on database ${quoted} to ${APP_ROLE}`);
}
