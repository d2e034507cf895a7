import { type Account } from '#identity';
import { TaizhangError } from '#platform';
import { type EngineOptions } from '../src';

type Port = EngineOptions['accounts'];

/** Accounts in memory, in place of identity: what the engine asks of it. */
export class LabAccounts implements Port {
  private readonly disabled = new Set<string>();

  /** @param all the accounts that are there, each with a password of its own */
  constructor(private readonly all: readonly string[] = []) {}

  async ableIds(): Promise<readonly string[]> {
    return this.all.filter((accountId) => !this.disabled.has(accountId));
  }

  async existingAccount(accountId: string): Promise<Account> {
    if (!this.all.includes(accountId)) throw new TaizhangError('IDENTITY.ACCOUNT_UNKNOWN', `no account ${accountId}`);
    return this.shown(accountId);
  }

  async disableAccount(accountId: string): Promise<Account> {
    this.disabled.add(accountId);
    return this.shown(accountId);
  }

  async enableAccount(accountId: string): Promise<Account> {
    this.disabled.delete(accountId);
    return this.shown(accountId);
  }

  private shown(accountId: string): Account {
    const then = new Date(0);
    return {
      accountId,
      loginName: accountId,
      displayName: accountId,
      mustChangePassword: false,
      failedAttempts: 0,
      disabledAt: this.disabled.has(accountId) ? then : null,
      lockedUntil: null,
      createdAt: then,
      passwordSetAt: then,
    };
  }
}
