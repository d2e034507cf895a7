import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AccountWithHash, findAccountWhere, type ResolvedAccount } from './account-row';
import { identityError, identityMessage } from './identity-error';
import { parseAccountId, readId } from './identity-id';
import { HOUR_MS, IDENTITY_LIMITS, MINUTE_MS, SECOND_MS } from './identity-limits';
import { changeIdentity, type IdentityTransaction } from './identity-transaction';
import { readLoginName } from './login-name';
import { type IdentityDependencies, PasswordCheck, type PasswordRefusal } from './password-check';
import { type Loaded, ResolvedCache, type ResolvedEntry } from './resolved-cache';
import { hashSecretToken, newSecretToken } from './secret-token';
import { endSessionsInTransaction, type SessionEndReason } from './session-row';

/** Settings of {@link Sessions} beside what all of identity needs. */
export interface SessionsDependencies extends IdentityDependencies {
  /** Minutes without use after which a session ends; 1 to {@link IDENTITY_LIMITS.idleMinutesMax}, default 10. */
  readonly idleMinutes?: number;
}

/** From where someone signs in, as the server saw it; cut to the limits, kept for the person and the auditor. */
export interface SignInOrigin {
  readonly clientAddress: string;
  readonly userAgent: string;
}

/** Who is behind a session cookie. */
export interface ResolvedSession {
  readonly sessionId: string;
  readonly account: ResolvedAccount;
  /** When the session ends however busy it is. */
  readonly expiresAt: Date;
}

/** The outcome of a sign-in. */
export type SignInResult =
  | {
      readonly signedIn: true;
      /** The cookie's value: given here once, stored nowhere. */
      readonly token: string;
      readonly session: ResolvedSession;
      /** Open sessions that had to make room. */
      readonly displaced: number;
    }
  | {
      readonly signedIn: false;
      readonly code: 'IDENTITY.SIGN_IN_REFUSED';
      /** The same whatever the reason. */
      readonly message: string;
      /** For the audit record only: telling the person would tell who has an account. */
      readonly audit: PasswordRefusal;
    };

/** Why a session cookie is not accepted; `unknown`: it never was one, or its row is gone. */
export type SessionRefusalReason = SessionEndReason | 'unknown';

/** The outcome of resolving a session cookie. */
export type SessionResolution =
  | { readonly found: true; readonly session: ResolvedSession }
  | {
      readonly found: false;
      readonly code: 'IDENTITY.SESSION_ENDED';
      readonly message: string;
      readonly reason: SessionRefusalReason;
    };

/** An open session as its owner and administrators see it. */
export interface OpenSession {
  readonly sessionId: string;
  readonly createdAt: Date;
  /** At most 30 seconds behind. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly clientAddress: string;
  readonly userAgent: string;
}

interface SessionEntry extends ResolvedEntry {
  readonly session: ResolvedSession;
  /** The last use this process knows of, in milliseconds; written to the database now and then. */
  usedAt: number;
  /** Until when it is believed without asking the database, in milliseconds. */
  readonly goodUntil: number;
}

const sessionRow = z.object({
  session_id: z.string(),
  account_id: z.string(),
  login_name: z.string(),
  display_name: z.string(),
  must_change_password: z.boolean(),
  disabled_at: z.date().nullable(),
  last_seen_at: z.date(),
  expires_at: z.date(),
  ended_at: z.date().nullable(),
  end_reason: z
    .enum(['signed_out', 'ended', 'displaced', 'idle', 'expired', 'password_changed', 'password_reset', 'disabled'])
    .nullable(),
});
type SessionRow = z.infer<typeof sessionRow>;

const openSessionRow = z
  .object({
    session_id: z.string(),
    created_at: z.date(),
    last_seen_at: z.date(),
    expires_at: z.date(),
    client_address: z.string(),
    user_agent: z.string(),
  })
  .transform((row) => ({
    sessionId: row.session_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    clientAddress: row.client_address,
    userAgent: row.user_agent,
  }));

const idRow = z.object({ session_id: z.string(), account_id: z.string() });

const LAST_SEEN_MS = IDENTITY_LIMITS.lastSeenSeconds * SECOND_MS;

/**
 * Sessions of people in a browser. Resolving one is the hot path of every request: it is answered from memory for up to
 * 30 seconds, after which the database is asked (and told of the use) again. An ended session is refused at once in this
 * process and when the notification arrives in others. With several processes a session may go idle up to 30 seconds
 * early (one process does not yet know of a use in another), never late.
 */
export class Sessions {
  private readonly passwords: PasswordCheck;
  private readonly cache: ResolvedCache<SessionEntry, SessionRefusalReason>;
  private readonly idleMs: number;

  /** @throws RangeError when the idle time is out of bounds */
  constructor(private readonly deps: SessionsDependencies) {
    const idleMinutes = deps.idleMinutes ?? IDENTITY_LIMITS.idleMinutesDefault;
    if (!(idleMinutes >= 1 && idleMinutes <= IDENTITY_LIMITS.idleMinutesMax)) {
      throw new RangeError(`idleMinutes must be between 1 and ${IDENTITY_LIMITS.idleMinutesMax}`);
    }
    this.idleMs = idleMinutes * MINUTE_MS;
    this.passwords = new PasswordCheck(deps);
    this.cache = new ResolvedCache(IDENTITY_LIMITS.cacheEntries, () => deps.notify.isLive());
    deps.notify.subscribe(this.cache);
  }

  /**
   * Opens a session for the right password. Every refusal looks the same to the person and costs the same work; `audit`
   * says what it was.
   * @throws IDENTITY.BUSY when too many passwords are being checked
   */
  async signIn(loginName: string, password: string, origin: SignInOrigin): Promise<SignInResult> {
    const token = newSecretToken();
    const verdict = await this.passwords.check(
      { loginName: readLoginName(loginName) },
      password,
      (transaction, account, now) => this.open(transaction, account, token, origin, now),
    );
    if (verdict.passed) return { signedIn: true, token, ...verdict.result };
    const code = 'IDENTITY.SIGN_IN_REFUSED';
    const { reason, accountId, lockedNow } = verdict;
    return { signedIn: false, code, message: identityMessage(code), audit: { reason, accountId, lockedNow } };
  }

  /**
   * Who is behind a cookie.
   * @param options.countsAsUse false for requests that no person made (a page that polls, an open event stream): they do
   *   not keep a session from going idle. Default true.
   */
  async resolveSession(token: string, options: { readonly countsAsUse?: boolean } = {}): Promise<SessionResolution> {
    const hash = hashSecretToken(token);
    if (hash === null) return refused('unknown');
    const countsAsUse = options.countsAsUse ?? true;
    const key = hash.toString('base64');
    const now = this.deps.clock.now().getTime();
    const kept = this.cache.find(key);
    if (kept !== undefined && this.stillGood(kept, now)) {
      if (countsAsUse) kept.usedAt = Math.max(kept.usedAt, now);
      return { found: true, session: kept.session };
    }
    const loaded = await this.cache.load(key, countsAsUse ? 'use' : 'watch', () =>
      this.ask(hash, kept?.usedAt ?? 0, countsAsUse),
    );
    return 'entry' in loaded ? { found: true, session: loaded.entry.session } : refused(loaded.refusal);
  }

  /** Ends the session of a cookie. An unknown or ended one is left as it is. */
  async signOut(token: string): Promise<void> {
    const hash = hashSecretToken(token);
    if (hash === null) return;
    await this.end('signed_out', 'token_hash = $3', hash);
  }

  /** Ends one session by its id. @returns whether it was open */
  async endSession(sessionId: string): Promise<boolean> {
    const id = readId(sessionId);
    return id !== null && (await this.end('ended', 'session_id = $3', id));
  }

  /** Ends all open sessions of an account. @returns how many. @throws IDENTITY.ACCOUNT_UNKNOWN */
  async endSessionsOf(accountId: string): Promise<number> {
    const id = parseAccountId(accountId);
    return changeIdentity(this.deps.pool, this.deps.notify, async ({ client, announce }) => {
      // The account's row first, as in every change of several of its sessions: no two of them can block each other.
      const account = await findAccountWhere(client, 'account_id = $1', id, 'for update');
      if (account === null) throw identityError('IDENTITY.ACCOUNT_UNKNOWN');
      await announce({ kind: 'account', accountId: id });
      return endSessionsInTransaction(client, id, 'ended', this.deps.clock.now());
    });
  }

  /** The sessions of an account that are open now, the one used last first. */
  async listSessions(accountId: string): Promise<readonly OpenSession[]> {
    const now = this.deps.clock.now();
    const result = await this.deps.pool.query<Record<string, unknown>>(
      `select session_id, created_at, last_seen_at, expires_at, client_address, user_agent from identity.session
       where account_id = $1 and ended_at is null and expires_at > $2 and last_seen_at > $3
       order by last_seen_at desc, session_id limit $4`,
      [parseAccountId(accountId), now, new Date(now.getTime() - this.idleMs), IDENTITY_LIMITS.sessionsPerAccount],
    );
    return result.rows.map((row) => openSessionRow.parse(row));
  }

  /** True when a cached entry may be used. One that seems expired is read again, since another process may have prolonged the session. */
  private stillGood(entry: SessionEntry, now: number): boolean {
    return now < entry.goodUntil && now < entry.session.expiresAt.getTime() && now - entry.usedAt < this.idleMs;
  }

  /** Looks into the database, records the use when it is due, and the end when the session ran out. */
  private async ask(
    hash: Buffer,
    usedHere: number,
    countsAsUse: boolean,
  ): Promise<Loaded<SessionEntry, SessionRefusalReason>> {
    const result = await this.deps.pool.query<Record<string, unknown>>(
      `select s.session_id, s.account_id, a.login_name, a.display_name, a.must_change_password, a.disabled_at,
              s.last_seen_at, s.expires_at, s.ended_at, s.end_reason
       from identity.session s join identity.account a using (account_id) where s.token_hash = $1`,
      [hash],
    );
    if (result.rows.length === 0) return { refusal: 'unknown' };
    const row = sessionRow.parse(result.rows[0]);
    const now = this.deps.clock.now();
    const usedAt = Math.max(row.last_seen_at.getTime(), usedHere);
    const refusal = this.refusalOf(row, usedAt, now);
    if (refusal !== null) {
      await this.recordRunOut(row, refusal, now);
      return { refusal };
    }
    const seenAt = countsAsUse ? Math.max(usedAt, now.getTime()) : usedAt;
    const writtenAt = await this.recordUse(row, seenAt);
    // A use is written when the last written one is 30 seconds old; one that is only watched is believed as long.
    return { entry: entryOf(row, seenAt, (countsAsUse ? writtenAt : now.getTime()) + LAST_SEEN_MS) };
  }

  private refusalOf(row: SessionRow, usedAt: number, now: Date): SessionRefusalReason | null {
    if (row.ended_at !== null) return row.end_reason ?? 'unknown';
    if (row.disabled_at !== null) return 'disabled';
    if (now.getTime() >= row.expires_at.getTime()) return 'expired';
    return now.getTime() - usedAt >= this.idleMs ? 'idle' : null;
  }

  /** Writes down a session that ran out of time, unless another process has seen it used meanwhile. */
  private async recordRunOut(row: SessionRow, reason: SessionRefusalReason, now: Date): Promise<void> {
    if (row.ended_at !== null || (reason !== 'idle' && reason !== 'expired')) return;
    await this.deps.pool.query(
      `update identity.session set ended_at = $2, end_reason = $3
       where session_id = $1 and ended_at is null and last_seen_at = $4`,
      [row.session_id, now, reason, row.last_seen_at],
    );
  }

  /** Writes the last use when the written one is old. @returns what is written now, in milliseconds */
  private async recordUse(row: SessionRow, seenAt: number): Promise<number> {
    const written = row.last_seen_at.getTime();
    if (seenAt - written < LAST_SEEN_MS) return written;
    // Asked again in the statement: of several processes one writes.
    await this.deps.pool.query(
      'update identity.session set last_seen_at = $2 where session_id = $1 and ended_at is null and last_seen_at <= $3',
      [row.session_id, new Date(seenAt), new Date(seenAt - LAST_SEEN_MS)],
    );
    return seenAt;
  }

  private async open(
    { client, announce }: IdentityTransaction,
    account: AccountWithHash,
    token: string,
    origin: SignInOrigin,
    now: Date,
  ): Promise<{ readonly session: ResolvedSession; readonly displaced: number }> {
    const sessionId = randomUUID();
    const expiresAt = new Date(now.getTime() + IDENTITY_LIMITS.sessionHours * HOUR_MS);
    // The account's row is locked: sign-ins of one account come one after another.
    const displaced = await client.query<Record<string, unknown>>(
      `update identity.session set ended_at = $2, end_reason = 'displaced'
       where session_id in (select session_id from identity.session where account_id = $1 and ended_at is null
                            order by last_seen_at desc, session_id offset $3)
       returning session_id, account_id`,
      [account.accountId, now, IDENTITY_LIMITS.sessionsPerAccount - 1],
    );
    for (const row of displaced.rows) await announce({ kind: 'session', sessionId: idRow.parse(row).session_id });
    await client.query(
      `insert into identity.session
         (session_id, account_id, token_hash, created_at, last_seen_at, expires_at, client_address, user_agent)
       values ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [
        sessionId,
        account.accountId,
        hashSecretToken(token),
        now,
        expiresAt,
        clip(origin.clientAddress, IDENTITY_LIMITS.clientAddressMax),
        clip(origin.userAgent, IDENTITY_LIMITS.userAgentMax),
      ],
    );
    const { accountId, loginName, displayName, mustChangePassword } = account;
    const session = { sessionId, account: { accountId, loginName, displayName, mustChangePassword }, expiresAt };
    return { session, displaced: displaced.rows.length };
  }

  private async end(reason: SessionEndReason, condition: string, value: string | Buffer): Promise<boolean> {
    return changeIdentity(this.deps.pool, this.deps.notify, async ({ client, announce }) => {
      const result = await client.query<Record<string, unknown>>(
        `update identity.session set ended_at = $1, end_reason = $2
         where ${condition} and ended_at is null returning session_id, account_id`,
        [this.deps.clock.now(), reason, value],
      );
      for (const row of result.rows) await announce({ kind: 'session', sessionId: idRow.parse(row).session_id });
      return result.rows.length > 0;
    });
  }
}

function refused(reason: SessionRefusalReason): SessionResolution {
  const code = 'IDENTITY.SESSION_ENDED';
  return { found: false, code, message: identityMessage(code), reason };
}

function entryOf(row: SessionRow, usedAt: number, goodUntil: number): SessionEntry {
  const account = {
    accountId: row.account_id,
    loginName: row.login_name,
    displayName: row.display_name,
    mustChangePassword: row.must_change_password,
  };
  const session = { sessionId: row.session_id, account, expiresAt: row.expires_at };
  return { session, accountId: row.account_id, credentialId: row.session_id, usedAt, goodUntil };
}

/** PostgreSQL text holds no NUL, and a header may be of any length. */
function clip(text: string, length: number): string {
  return text.replaceAll('\u0000', '').slice(0, length);
}
