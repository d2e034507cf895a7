import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findAccountWhere, type ResolvedAccount } from './account-row';
import { identityError, identityMessage } from './identity-error';
import { parseAccountId, readId } from './identity-id';
import { DAY_MS, IDENTITY_LIMITS, SECOND_MS } from './identity-limits';
import { changeIdentity, type IdentityTransaction } from './identity-transaction';
import { type IdentityDependencies } from './password-check';
import { type Loaded, ResolvedCache, type ResolvedEntry } from './resolved-cache';
import { API_TOKEN_PREFIX, hashSecretToken, newSecretToken } from './secret-token';

/** A token to be made. */
export interface CreateApiToken {
  readonly accountId: string;
  /** What it is for; differs from the account's other open tokens in more than case. */
  readonly name: string;
  /** Later than now and within a year. */
  readonly expiresAt: Date;
}

/** A token as its owner sees it; no secret in it. */
export interface ApiToken {
  readonly tokenId: string;
  readonly accountId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** At most 30 seconds behind; null when never used. */
  readonly lastUsedAt: Date | null;
}

/** Who is behind an API token. */
export interface ResolvedApiToken {
  readonly tokenId: string;
  readonly name: string;
  readonly account: ResolvedAccount;
}

/** Why a token is not accepted. `password_change_due`: the account's password was given by someone else and not yet changed. */
export type ApiTokenRefusalReason = 'unknown' | 'revoked' | 'expired' | 'disabled' | 'password_change_due';

/** The outcome of resolving an API token. */
export type ApiTokenResolution =
  | { readonly found: true; readonly token: ResolvedApiToken }
  | {
      readonly found: false;
      readonly code: 'IDENTITY.TOKEN_REFUSED';
      readonly message: string;
      readonly reason: ApiTokenRefusalReason;
    };

interface TokenEntry extends ResolvedEntry {
  readonly token: ResolvedApiToken;
  /** In milliseconds. */
  readonly expiresAt: number;
  readonly checkedAt: number;
}

const TOKEN_COLUMNS = 'token_id, account_id, name, created_at, expires_at, last_used_at';

const tokenRow = z
  .object({
    token_id: z.string(),
    account_id: z.string(),
    name: z.string(),
    created_at: z.date(),
    expires_at: z.date(),
    last_used_at: z.date().nullable(),
  })
  .transform((row) => ({
    tokenId: row.token_id,
    accountId: row.account_id,
    name: row.name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }));

const resolvedRow = z.object({
  token_id: z.string(),
  name: z.string(),
  expires_at: z.date(),
  last_used_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
  account_id: z.string(),
  login_name: z.string(),
  display_name: z.string(),
  must_change_password: z.boolean(),
  disabled_at: z.date().nullable(),
});
type ResolvedRow = z.infer<typeof resolvedRow>;

const idRow = z.object({ token_id: z.string() });
const openRow = z.object({ name: z.string() });

const LAST_USED_MS = IDENTITY_LIMITS.lastSeenSeconds * SECOND_MS;

/** Tokens with which programs act for an account. They are cached and refused in the same way as sessions. */
export class ApiTokens {
  private readonly cache: ResolvedCache<TokenEntry, ApiTokenRefusalReason>;

  constructor(private readonly deps: IdentityDependencies) {
    this.cache = new ResolvedCache(IDENTITY_LIMITS.cacheEntries, () => deps.notify.isLive());
    deps.notify.subscribe(this.cache);
  }

  /**
   * Makes a token; `secret` is given here once and stored nowhere.
   * @throws IDENTITY.TOKEN_NAME_INVALID, IDENTITY.TOKEN_NAME_TAKEN, IDENTITY.TOKEN_EXPIRY_INVALID, IDENTITY.TOKEN_LIMIT,
   *   IDENTITY.ACCOUNT_UNKNOWN, IDENTITY.ACCOUNT_DISABLED
   */
  async createToken(request: CreateApiToken): Promise<{ readonly token: ApiToken; readonly secret: string }> {
    const accountId = parseAccountId(request.accountId);
    const name = parseTokenName(request.name);
    const secret = newSecretToken(API_TOKEN_PREFIX);
    const token = await changeIdentity(this.deps.pool, this.deps.notify, async (transaction) => {
      const now = await this.admit(transaction, accountId, name);
      checkExpiry(request.expiresAt, now);
      const result = await transaction.client.query<Record<string, unknown>>(
        `insert into identity.api_token (token_id, account_id, name, token_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6) returning ${TOKEN_COLUMNS}`,
        [randomUUID(), accountId, name, hashSecretToken(secret, API_TOKEN_PREFIX), now, request.expiresAt],
      );
      return tokenRow.parse(result.rows[0]);
    });
    return { token, secret };
  }

  /** The tokens of an account that are neither revoked nor expired, oldest first. */
  async listTokens(accountId: string): Promise<readonly ApiToken[]> {
    const result = await this.deps.pool.query<Record<string, unknown>>(
      `select ${TOKEN_COLUMNS} from identity.api_token
       where account_id = $1 and revoked_at is null and expires_at > $2 order by created_at, token_id`,
      [parseAccountId(accountId), this.deps.clock.now()],
    );
    return result.rows.map((row) => tokenRow.parse(row));
  }

  /**
   * Revokes a token of an account; it is refused from now on.
   * @throws IDENTITY.TOKEN_UNKNOWN when the account has no such open token
   */
  async revokeToken(request: { readonly accountId: string; readonly tokenId: string }): Promise<void> {
    const tokenId = readId(request.tokenId);
    if (tokenId === null) throw identityError('IDENTITY.TOKEN_UNKNOWN');
    const revoked = await this.revoke(parseAccountId(request.accountId), tokenId);
    if (revoked === 0) throw identityError('IDENTITY.TOKEN_UNKNOWN');
  }

  /** Revokes all tokens of an account, as after a break-in. @returns how many */
  async revokeTokensOf(accountId: string): Promise<number> {
    return this.revoke(parseAccountId(accountId), null);
  }

  /** Who is behind a token. */
  async resolveToken(secret: string): Promise<ApiTokenResolution> {
    const hash = hashSecretToken(secret, API_TOKEN_PREFIX);
    if (hash === null) return refused('unknown');
    const key = hash.toString('base64');
    const now = this.deps.clock.now().getTime();
    const kept = this.cache.find(key);
    if (kept !== undefined && now - kept.checkedAt < LAST_USED_MS && now < kept.expiresAt) {
      return { found: true, token: kept.token };
    }
    const loaded = await this.cache.load(key, 'use', () => this.ask(hash));
    return 'entry' in loaded ? { found: true, token: loaded.entry.token } : refused(loaded.refusal);
  }

  /** Locks the account, so that tokens are made one after another, and refuses one too many. */
  private async admit({ client }: IdentityTransaction, accountId: string, name: string): Promise<Date> {
    const account = await findAccountWhere(client, 'account_id = $1', accountId, 'for update');
    if (account === null) throw identityError('IDENTITY.ACCOUNT_UNKNOWN');
    if (account.disabledAt !== null) throw identityError('IDENTITY.ACCOUNT_DISABLED');
    const now = this.deps.clock.now();
    // What has expired makes room, for its name too.
    await client.query(
      'update identity.api_token set revoked_at = $2 where account_id = $1 and revoked_at is null and expires_at <= $2',
      [accountId, now],
    );
    const open = await client.query<Record<string, unknown>>(
      'select lower(name) as name from identity.api_token where account_id = $1 and revoked_at is null union all select lower($2)',
      [accountId, name],
    );
    const names = open.rows.map((row) => openRow.parse(row).name);
    if (new Set(names).size < names.length) throw identityError('IDENTITY.TOKEN_NAME_TAKEN');
    if (names.length > IDENTITY_LIMITS.apiTokensPerAccount) throw identityError('IDENTITY.TOKEN_LIMIT');
    return now;
  }

  private async revoke(accountId: string, tokenId: string | null): Promise<number> {
    return changeIdentity(this.deps.pool, this.deps.notify, async ({ client, announce }) => {
      const result = await client.query<Record<string, unknown>>(
        `update identity.api_token set revoked_at = $2
         where account_id = $1 and revoked_at is null and ($3::uuid is null or token_id = $3) returning token_id`,
        [accountId, this.deps.clock.now(), tokenId],
      );
      for (const row of result.rows) await announce({ kind: 'api_token', tokenId: idRow.parse(row).token_id });
      return result.rows.length;
    });
  }

  private async ask(hash: Buffer): Promise<Loaded<TokenEntry, ApiTokenRefusalReason>> {
    const result = await this.deps.pool.query<Record<string, unknown>>(
      `select t.token_id, t.name, t.expires_at, t.last_used_at, t.revoked_at,
              a.account_id, a.login_name, a.display_name, a.must_change_password, a.disabled_at
       from identity.api_token t join identity.account a using (account_id) where t.token_hash = $1`,
      [hash],
    );
    if (result.rows.length === 0) return { refusal: 'unknown' };
    const row = resolvedRow.parse(result.rows[0]);
    const now = this.deps.clock.now();
    const refusal = refusalOf(row, now);
    if (refusal !== null) return { refusal };
    await this.recordUse(row, now);
    return { entry: entryOf(row, now) };
  }

  private async recordUse(row: ResolvedRow, now: Date): Promise<void> {
    const due = now.getTime() - LAST_USED_MS;
    if (row.last_used_at !== null && row.last_used_at.getTime() > due) return;
    await this.deps.pool.query(
      `update identity.api_token set last_used_at = $2
       where token_id = $1 and revoked_at is null and (last_used_at is null or last_used_at <= $3)`,
      [row.token_id, now, new Date(due)],
    );
  }
}

function refused(reason: ApiTokenRefusalReason): ApiTokenResolution {
  const code = 'IDENTITY.TOKEN_REFUSED';
  return { found: false, code, message: identityMessage(code), reason };
}

function refusalOf(row: ResolvedRow, now: Date): ApiTokenRefusalReason | null {
  if (now.getTime() >= row.expires_at.getTime()) return 'expired';
  if (row.revoked_at !== null) return 'revoked';
  if (row.disabled_at !== null) return 'disabled';
  return row.must_change_password ? 'password_change_due' : null;
}

function entryOf(row: ResolvedRow, now: Date): TokenEntry {
  const account = {
    accountId: row.account_id,
    loginName: row.login_name,
    displayName: row.display_name,
    mustChangePassword: row.must_change_password,
  };
  return {
    token: { tokenId: row.token_id, name: row.name, account },
    accountId: row.account_id,
    credentialId: row.token_id,
    expiresAt: row.expires_at.getTime(),
    checkedAt: now.getTime(),
  };
}

function parseTokenName(typed: string): string {
  const name = typed.trim();
  const length = Array.from(name).length;
  if (length === 0 || length > IDENTITY_LIMITS.apiTokenNameMax || /\p{C}/u.test(name)) {
    throw identityError('IDENTITY.TOKEN_NAME_INVALID');
  }
  return name;
}

function checkExpiry(expiresAt: Date, now: Date): void {
  const life = expiresAt.getTime() - now.getTime();
  if (!(life > 0 && life <= IDENTITY_LIMITS.apiTokenDaysMax * DAY_MS))
    throw identityError('IDENTITY.TOKEN_EXPIRY_INVALID');
}
