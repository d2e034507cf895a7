import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type Clock } from '#platform';
import { type AccountWithHash, findAccountWhere } from './account-row';
import { type IdentityNotify } from './identity-notify';
import { changeIdentity, type IdentityTransaction } from './identity-transaction';
import { afterFailure, isLocked, UNLOCKED } from './lockout';
import { type PasswordHasher } from './password-hasher';
import { readPassword } from './password-rule';

/** Why a password was not accepted; for the audit record, never for the person at the door. */
export type PasswordRefusalReason = 'unknown_account' | 'wrong_password' | 'locked' | 'disabled';

/** A refused password. */
export interface PasswordRefusal {
  readonly reason: PasswordRefusalReason;
  /** Null when nobody bears the login name. */
  readonly accountId: string | null;
  /** True when this very failure locked the account. */
  readonly lockedNow: boolean;
}

/** The outcome: what was done with the accepted password, or why it was refused. */
export type PasswordVerdict<T> =
  { readonly passed: true; readonly result: T } | ({ readonly passed: false } & PasswordRefusal);

/** Whose password is checked: by a login name in its stored form (null: none could be read), or by id. */
export type PasswordOwner = { readonly loginName: string | null } | { readonly accountId: string };

/** What identity's classes are built of. */
export interface IdentityDependencies {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly hasher: PasswordHasher;
  readonly notify: IdentityNotify;
}

/**
 * Checks passwords and counts failures. Whether or not an account exists, is locked or is disabled, the same work is
 * done: one hash is verified, then one transaction locks and writes one row. So neither the answer nor its time tells.
 */
export class PasswordCheck {
  private decoyHash: Promise<string> | undefined;

  constructor(private readonly deps: IdentityDependencies) {}

  /**
   * Verifies `typed` and, when it is accepted, runs `onPassed` in the transaction that holds the account's row; nothing
   * else can lock, disable or change the account meanwhile. A refusal is committed as one more failure.
   */
  async check<T>(
    owner: PasswordOwner,
    typed: string,
    onPassed: (transaction: IdentityTransaction, account: AccountWithHash, now: Date) => Promise<T>,
  ): Promise<PasswordVerdict<T>> {
    const found = await this.find(owner);
    const matches = await this.verify(found, typed);
    return changeIdentity(this.deps.pool, this.deps.notify, async (transaction) => {
      if (found === null) return this.countUnknown(transaction);
      const account = await this.lock(transaction, found.accountId);
      const now = this.deps.clock.now();
      // The hash may have been replaced since it was verified; then the password typed is an old one.
      const reason = refusalReason(account, matches && account.passwordHash === found.passwordHash, now);
      if (reason !== null) return this.countFailure(transaction, account, reason, now);
      await this.clearFailures(transaction, account);
      return { passed: true, result: await onPassed(transaction, account, now) };
    });
  }

  private async find(owner: PasswordOwner): Promise<AccountWithHash | null> {
    if ('accountId' in owner) return findAccountWhere(this.deps.pool, 'account_id = $1', owner.accountId);
    // A name that nobody can bear is looked up all the same: as the empty string, which no account has.
    return findAccountWhere(this.deps.pool, 'login_name = $1', owner.loginName ?? '');
  }

  private async verify(found: AccountWithHash | null, typed: string): Promise<boolean> {
    // Made for the first question whoever asks it, so that no later one is slower than another.
    const decoy = await this.decoy();
    const password = readPassword(typed);
    const verified = await this.deps.hasher.verify(found?.passwordHash ?? decoy, password ?? '');
    return verified && found !== null && password !== null;
  }

  private async decoy(): Promise<string> {
    this.decoyHash ??= this.deps.hasher.hash(randomUUID());
    try {
      return await this.decoyHash;
    } catch (error) {
      this.decoyHash = undefined;
      throw error;
    }
  }

  private async lock({ client }: IdentityTransaction, accountId: string): Promise<AccountWithHash> {
    const account = await findAccountWhere(client, 'account_id = $1', accountId, 'for update');
    if (account === null) throw new Error('an account is never deleted');
    return account;
  }

  private async countFailure(
    { client }: IdentityTransaction,
    account: AccountWithHash,
    reason: PasswordRefusalReason,
    now: Date,
  ): Promise<{ readonly passed: false } & PasswordRefusal> {
    const next = reason === 'wrong_password' ? afterFailure(account, now) : account;
    await client.query(
      `update identity.account set failed_attempts = $2, locked_until = $3, last_failed_at = $4 where account_id = $1`,
      [account.accountId, next.failedAttempts, next.lockedUntil, now],
    );
    return {
      passed: false,
      reason,
      accountId: account.accountId,
      lockedNow: !isLocked(account, now) && isLocked(next, now),
    };
  }

  private async countUnknown({ client }: IdentityTransaction): Promise<{ readonly passed: false } & PasswordRefusal> {
    await client.query('select attempts from identity.unknown_sign_in for update');
    const now = this.deps.clock.now();
    await client.query('update identity.unknown_sign_in set attempts = attempts + 1, last_failed_at = $1', [now]);
    return { passed: false, reason: 'unknown_account', accountId: null, lockedNow: false };
  }

  private async clearFailures({ client }: IdentityTransaction, account: AccountWithHash): Promise<void> {
    if (account.failedAttempts === 0 && account.lockedUntil === null) return;
    await client.query('update identity.account set failed_attempts = $2, locked_until = $3 where account_id = $1', [
      account.accountId,
      UNLOCKED.failedAttempts,
      UNLOCKED.lockedUntil,
    ]);
  }
}

function refusalReason(account: AccountWithHash, matches: boolean, now: Date): PasswordRefusalReason | null {
  if (isLocked(account, now)) return 'locked';
  if (!matches) return 'wrong_password';
  return account.disabledAt === null ? null : 'disabled';
}
