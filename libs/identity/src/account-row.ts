import { type Pool, type PoolClient } from 'pg';
import { z } from 'zod';

/** A local account as administrators see it; no secret in it. Moments are those of the Clock. */
export interface Account {
  readonly accountId: string;
  /** Lower case; what the person types to sign in. */
  readonly loginName: string;
  /** The official's name as lists and records show it. */
  readonly displayName: string;
  /** The password was given by someone else: until it is changed, nothing else may be done. */
  readonly mustChangePassword: boolean;
  /** Since when the account is disabled; null while it may be used. */
  readonly disabledAt: Date | null;
  /** Failures in a row. */
  readonly failedAttempts: number;
  /** When the lock ends or ended; null if there was none since the last success. */
  readonly lockedUntil: Date | null;
  readonly createdAt: Date;
  readonly passwordSetAt: Date;
}

/** An account with its password hash: stays inside this lib. */
export interface AccountWithHash extends Account {
  readonly passwordHash: string;
}

/** The part of an account that a resolved session or token carries. */
export interface ResolvedAccount {
  readonly accountId: string;
  readonly loginName: string;
  readonly displayName: string;
  /** While true the session may only change its password. */
  readonly mustChangePassword: boolean;
}

/** The columns {@link readAccountRow} reads, for SELECT and RETURNING. */
export const ACCOUNT_COLUMNS = `account_id, login_name, display_name, password_hash, must_change_password, failed_attempts,
  locked_until, disabled_at, created_at, password_set_at`;

const accountRow = z
  .object({
    account_id: z.string(),
    login_name: z.string(),
    display_name: z.string(),
    password_hash: z.string(),
    must_change_password: z.boolean(),
    failed_attempts: z.number(),
    locked_until: z.date().nullable(),
    disabled_at: z.date().nullable(),
    created_at: z.date(),
    password_set_at: z.date(),
  })
  .transform((row) => ({
    accountId: row.account_id,
    loginName: row.login_name,
    displayName: row.display_name,
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    passwordSetAt: row.password_set_at,
  }));

/** The accounts in rows of {@link ACCOUNT_COLUMNS}. */
export function readAccountRows(rows: readonly unknown[]): readonly AccountWithHash[] {
  return rows.map((row) => accountRow.parse(row));
}

/** One account by a condition on its columns, or null. `lock` ends the statement (`for update`). */
export async function findAccountWhere(
  db: Pool | PoolClient,
  condition: 'account_id = $1' | 'login_name = $1',
  value: string,
  lock: '' | 'for update' = '',
): Promise<AccountWithHash | null> {
  const sql = `select ${ACCOUNT_COLUMNS} from identity.account where ${condition} ${lock}`;
  const result = await db.query<Record<string, unknown>>(sql, [value]);
  return readAccountRows(result.rows)[0] ?? null;
}

/** The account without its hash. */
export function withoutHash(account: AccountWithHash): Account {
  const { passwordHash: _passwordHash, ...rest } = account;
  return rest;
}
