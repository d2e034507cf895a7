import { randomUUID } from 'node:crypto';
import { type PoolClient } from 'pg';
import { withTransaction } from '#platform';
import {
  type Account,
  ACCOUNT_COLUMNS,
  type AccountWithHash,
  findAccountWhere,
  readAccountRows,
  withoutHash,
} from './account-row';
import { identityError } from './identity-error';
import { parseAccountId, readId } from './identity-id';
import { IDENTITY_LIMITS } from './identity-limits';
import { changeIdentity, type IdentityTransaction } from './identity-transaction';
import { parseDisplayName, parseLoginName, readLoginName } from './login-name';
import { newOneTimePassword } from './one-time-password';
import { type IdentityDependencies, PasswordCheck } from './password-check';
import { parseNewPassword, readPassword } from './password-rule';
import { endSessionsInTransaction } from './session-row';

/** The login name of the first administrator. */
export const FIRST_ADMINISTRATOR = 'admin';

/** Serialises the creation of the first administrator between processes ("taiz" in ASCII). */
const FIRST_ADMINISTRATOR_LOCK = 0x7461697a;

/** A new account. */
export interface CreateAccount {
  /** A UUID chosen by the caller, so that a repeated request creates no second account. Default: a random one. */
  readonly accountId?: string;
  readonly loginName: string;
  readonly displayName: string;
}

/** An account with the password for its first sign-in. */
export interface CreatedAccount {
  readonly account: Account;
  /** To be shown once and never stored or logged; null when the account existed already. */
  readonly oneTimePassword: string | null;
}

/** A change of one's own password. */
export interface ChangePassword {
  readonly accountId: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  /** The session in which the password is changed; it is kept. Absent: all sessions end. */
  readonly keepSessionId?: string;
}

/** A page of accounts. */
export interface ListAccounts {
  /** Part of a login or display name, in any case. */
  readonly text?: string;
  /** Continue after this login name. */
  readonly after?: string;
  /** At most {@link IDENTITY_LIMITS.pageMax}, which is also the default. */
  readonly limit?: number;
}

/** Local accounts and their passwords. Accounts are never deleted, because records refer to them. */
export class Accounts {
  private readonly passwords: PasswordCheck;

  constructor(private readonly deps: IdentityDependencies) {
    this.passwords = new PasswordCheck(deps);
  }

  /**
   * Creates an account with a one-time password. A repeated request, with the same `accountId` and `loginName`, answers the
   * existing account without a password.
   * @throws IDENTITY.LOGIN_NAME_INVALID, IDENTITY.DISPLAY_NAME_INVALID, IDENTITY.ACCOUNT_ID_INVALID,
   *   IDENTITY.ACCOUNT_EXISTS (the id has another login name), IDENTITY.LOGIN_NAME_TAKEN (another id has the name)
   */
  async createAccount(request: CreateAccount): Promise<CreatedAccount> {
    const accountId = request.accountId === undefined ? randomUUID() : readId(request.accountId);
    if (accountId === null) throw identityError('IDENTITY.ACCOUNT_ID_INVALID');
    const loginName = parseLoginName(request.loginName);
    const displayName = parseDisplayName(request.displayName);
    const existing = await this.findExisting(accountId, loginName);
    if (existing !== null) return existing;
    const oneTimePassword = newOneTimePassword(loginName);
    const passwordHash = await this.deps.hasher.hash(oneTimePassword);
    const account = await withTransaction(this.deps.pool, (client) =>
      this.insert(client, { accountId, loginName, displayName, passwordHash }),
    );
    if (account !== null) return { account, oneTimePassword };
    const meanwhile = await this.findExisting(accountId, loginName);
    if (meanwhile === null) throw new Error('an insert met a conflict with no row');
    return meanwhile;
  }

  /**
   * Creates the account `admin` when there is no account at all. When several processes try at once, one of them creates it and
   * receives the password, once, to hand to the operator. If it is lost, {@link resetPassword} gives another.
   * @param options.bootstrap allows this start to create the account; when false nothing is written
   * @returns null when nothing was created
   */
  async ensureFirstAdministrator(options: {
    readonly bootstrap: boolean;
    readonly accountId?: string;
    readonly displayName?: string;
  }): Promise<{ readonly account: Account; readonly oneTimePassword: string } | null> {
    if (!options.bootstrap || (await this.anyAccount(this.deps.pool))) return null;
    const accountId = options.accountId === undefined ? randomUUID() : readId(options.accountId);
    if (accountId === null) throw identityError('IDENTITY.ACCOUNT_ID_INVALID');
    const displayName = parseDisplayName(options.displayName ?? '系统管理员');
    const oneTimePassword = newOneTimePassword(FIRST_ADMINISTRATOR);
    const passwordHash = await this.deps.hasher.hash(oneTimePassword);
    const account = await withTransaction(this.deps.pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [FIRST_ADMINISTRATOR_LOCK]);
      if (await this.anyAccount(client)) return null;
      return this.insert(client, { accountId, loginName: FIRST_ADMINISTRATOR, displayName, passwordHash });
    });
    return account === null ? null : { account, oneTimePassword };
  }

  /** The account of an id, or null. */
  async findAccount(accountId: string): Promise<Account | null> {
    const id = readId(accountId);
    const found = id === null ? null : await findAccountWhere(this.deps.pool, 'account_id = $1', id);
    return found === null ? null : withoutHash(found);
  }

  /** The account of an id that should exist. @throws IDENTITY.ACCOUNT_UNKNOWN */
  async existingAccount(accountId: string): Promise<Account> {
    return withoutHash(await this.mustFind(accountId));
  }

  /** The account of a login name in any case, or null. */
  async findAccountByLoginName(loginName: string): Promise<Account | null> {
    const name = readLoginName(loginName);
    const found = name === null ? null : await findAccountWhere(this.deps.pool, 'login_name = $1', name);
    return found === null ? null : withoutHash(found);
  }

  /** Accounts in the order of their login names, disabled ones too. */
  async listAccounts(request: ListAccounts = {}): Promise<readonly Account[]> {
    const limit = Math.min(Math.max(request.limit ?? IDENTITY_LIMITS.pageMax, 1), IDENTITY_LIMITS.pageMax);
    const result = await this.deps.pool.query<Record<string, unknown>>(
      `select ${ACCOUNT_COLUMNS} from identity.account
       where login_name collate "C" > $1
         and ($2 = '' or strpos(login_name, $2) > 0 or strpos(lower(display_name), $2) > 0)
       order by login_name collate "C" limit $3`,
      [request.after ?? '', (request.text ?? '').trim().toLowerCase(), limit],
    );
    return readAccountRows(result.rows).map(withoutHash);
  }

  /** Of some accounts, those that can sign in: they are there and not disabled. A lock after wrong passwords passes by itself. */
  async enabledAmong(accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const result = await this.deps.pool.query<{ account_id: string }>(
      'select account_id from identity.account where account_id = any($1::uuid[]) and disabled_at is null',
      [[...new Set(accountIds)]],
    );
    return new Set(result.rows.map(({ account_id: accountId }) => accountId));
  }

  /** The displayed names of some accounts, by their ids; what is no account is left out. */
  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const result = await this.deps.pool.query<{ account_id: string; display_name: string }>(
      'select account_id, display_name from identity.account where account_id = any($1::uuid[])',
      [accountIds],
    );
    return new Map(result.rows.map((row) => [row.account_id, row.display_name]));
  }

  /** The accounts that can sign in with a password of their own: not disabled, and no one-time password waits to be changed. */
  async ableIds(): Promise<readonly string[]> {
    const result = await this.deps.pool.query<{ account_id: string }>(
      'select account_id from identity.account where disabled_at is null and not must_change_password order by account_id',
    );
    return result.rows.map(({ account_id: accountId }) => accountId);
  }

  /** Corrects the displayed name. @throws IDENTITY.DISPLAY_NAME_INVALID, IDENTITY.ACCOUNT_UNKNOWN */
  async changeDisplayName(accountId: string, displayName: string): Promise<Account> {
    return this.update(accountId, 'display_name = $2', [parseDisplayName(displayName)]);
  }

  /**
   * Disables the account and ends its sessions; its API tokens are refused while it is disabled. Disabling twice keeps the first time.
   * @throws IDENTITY.ACCOUNT_UNKNOWN
   */
  async disableAccount(accountId: string): Promise<Account> {
    const now = this.deps.clock.now();
    return this.update(accountId, 'disabled_at = coalesce(disabled_at, $2)', [now], async ({ client }, account) => {
      await endSessionsInTransaction(client, account.accountId, 'disabled', now);
    });
  }

  /** Lets a disabled account sign in again, with its old password. @throws IDENTITY.ACCOUNT_UNKNOWN */
  async enableAccount(accountId: string): Promise<Account> {
    return this.update(accountId, 'disabled_at = null', []);
  }

  /**
   * Gives the account a new one-time password, ends its sessions and removes a lock. Its API tokens are refused until
   * the person has changed the password.
   * @throws IDENTITY.ACCOUNT_UNKNOWN
   */
  async resetPassword(accountId: string): Promise<{ readonly account: Account; readonly oneTimePassword: string }> {
    const found = await this.mustFind(accountId);
    const oneTimePassword = newOneTimePassword(found.loginName);
    const passwordHash = await this.deps.hasher.hash(oneTimePassword);
    const now = this.deps.clock.now();
    const account = await this.update(
      accountId,
      'password_hash = $2, password_set_at = $3, must_change_password = true, failed_attempts = 0, locked_until = null',
      [passwordHash, now],
      async ({ client }) => {
        await endSessionsInTransaction(client, found.accountId, 'password_reset', now);
      },
    );
    return { account, oneTimePassword };
  }

  /**
   * Changes one's own password and ends one's other sessions. A wrong current password counts as a failed sign-in, so that
   * a borrowed session cannot be used to guess it.
   * @throws IDENTITY.PASSWORD_WEAK, IDENTITY.PASSWORD_REUSED, IDENTITY.PASSWORD_WRONG, IDENTITY.ACCOUNT_LOCKED,
   *   IDENTITY.ACCOUNT_DISABLED, IDENTITY.ACCOUNT_UNKNOWN
   */
  async changePassword(request: ChangePassword): Promise<Account> {
    const { accountId, loginName } = await this.mustFind(request.accountId);
    const password = parseNewPassword(request.newPassword, loginName);
    const passwordHash = await this.deps.hasher.hash(password);
    const keep = request.keepSessionId === undefined ? null : readId(request.keepSessionId);
    const verdict = await this.passwords.check(
      { accountId },
      request.currentPassword,
      async (transaction, account, now) => {
        // Reported only to a caller who knows the current password, who learns nothing new from it.
        if (password === readPassword(request.currentPassword)) return 'reused';
        const changed = await this.updateIn(
          transaction,
          account.accountId,
          'password_hash = $2, password_set_at = $3, must_change_password = false',
          [passwordHash, now],
        );
        await endSessionsInTransaction(transaction.client, account.accountId, 'password_changed', now, keep);
        return changed;
      },
    );
    if (!verdict.passed) throw changeRefused(verdict.reason);
    if (verdict.result === 'reused') throw identityError('IDENTITY.PASSWORD_REUSED');
    return verdict.result;
  }

  /**
   * The account of a repeated request, or null. The second look-up may find the very id that the first one missed, when the same
   * request was served in between; that is a repetition and no conflict.
   */
  private async findExisting(accountId: string, loginName: string): Promise<CreatedAccount | null> {
    const existing =
      (await findAccountWhere(this.deps.pool, 'account_id = $1', accountId)) ??
      (await findAccountWhere(this.deps.pool, 'login_name = $1', loginName));
    if (existing === null) return null;
    if (existing.loginName !== loginName) throw identityError('IDENTITY.ACCOUNT_EXISTS');
    if (existing.accountId !== accountId) throw identityError('IDENTITY.LOGIN_NAME_TAKEN');
    return { account: withoutHash(existing), oneTimePassword: null };
  }

  private async anyAccount(db: PoolClient | IdentityDependencies['pool']): Promise<boolean> {
    const result = await db.query('select from identity.account limit 1');
    return result.rows.length > 0;
  }

  /** Null when the id or the login name exists already. */
  private async insert(
    client: PoolClient,
    account: Pick<AccountWithHash, 'accountId' | 'loginName' | 'displayName' | 'passwordHash'>,
  ): Promise<Account | null> {
    const result = await client.query<Record<string, unknown>>(
      `insert into identity.account
         (account_id, login_name, display_name, password_hash, must_change_password, failed_attempts, created_at, password_set_at)
       values ($1, $2, $3, $4, true, 0, $5, $5)
       on conflict do nothing
       returning ${ACCOUNT_COLUMNS}`,
      [account.accountId, account.loginName, account.displayName, account.passwordHash, this.deps.clock.now()],
    );
    return readAccountRows(result.rows).map(withoutHash)[0] ?? null;
  }

  private async mustFind(accountId: string): Promise<AccountWithHash> {
    const found = await findAccountWhere(this.deps.pool, 'account_id = $1', parseAccountId(accountId));
    if (found === null) throw identityError('IDENTITY.ACCOUNT_UNKNOWN');
    return found;
  }

  /** Sets columns of one account (values from `$2` on), does the rest in the same transaction and tells the caches. */
  private async update(
    accountId: string,
    assignments: string,
    values: readonly unknown[],
    andThen: (transaction: IdentityTransaction, account: Account) => Promise<void> = async () => undefined,
  ): Promise<Account> {
    const id = parseAccountId(accountId);
    return changeIdentity(this.deps.pool, this.deps.notify, async (transaction) => {
      const account = await this.updateIn(transaction, id, assignments, values);
      await andThen(transaction, account);
      return account;
    });
  }

  private async updateIn(
    { client, announce }: IdentityTransaction,
    accountId: string,
    assignments: string,
    values: readonly unknown[],
  ): Promise<Account> {
    const result = await client.query<Record<string, unknown>>(
      `update identity.account set ${assignments} where account_id = $1 returning ${ACCOUNT_COLUMNS}`,
      [accountId, ...values],
    );
    const account = readAccountRows(result.rows)[0];
    if (account === undefined) throw identityError('IDENTITY.ACCOUNT_UNKNOWN');
    await announce({ kind: 'account', accountId });
    return withoutHash(account);
  }
}

/** Gives the reason, unlike a failed sign-in: the caller is signed in already. */
function changeRefused(reason: 'unknown_account' | 'wrong_password' | 'locked' | 'disabled'): Error {
  switch (reason) {
    case 'unknown_account':
      return identityError('IDENTITY.ACCOUNT_UNKNOWN');
    case 'wrong_password':
      return identityError('IDENTITY.PASSWORD_WRONG');
    case 'locked':
      return identityError('IDENTITY.ACCOUNT_LOCKED');
    case 'disabled':
      return identityError('IDENTITY.ACCOUNT_DISABLED');
  }
}
