import { type Pool } from 'pg';
import { ControlledClock, createLogger, migrate } from '#platform';
import {
  Accounts,
  ApiTokens,
  Argon2PasswordHasher,
  IDENTITY_MIGRATIONS,
  IdentityNotify,
  type PasswordHasher,
  Sessions,
} from '../src/index';

/** The moment at which every spec of identity begins: a Monday morning in Shanghai. */
export const START = '2026-03-02T01:00:00.000Z';

/** Argon2id at its lowest cost: the rules are the same, a hash takes a fraction of a millisecond. */
export const cheapHasher = (): PasswordHasher =>
  new Argon2PasswordHasher({ memoryCost: 8, timeCost: 1, parallelism: 1 });

/** One process: its own caches and its own listening connection, on a database and a clock that it shares with others. */
export interface IdentityProcess {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
  readonly notify: IdentityNotify;
  readonly hasher: PasswordHasher;
}

/** Identity in a test database. */
export class IdentityFixture {
  readonly clock = new ControlledClock(START);
  private readonly started: IdentityNotify[] = [];

  constructor(readonly pool: Pool) {}

  /** Makes the tables. */
  async migrate(): Promise<void> {
    await migrate(this.pool, IDENTITY_MIGRATIONS, { lockKey: 1 });
  }

  /** One more process; `listening: false` is one that never hears of changes. */
  async process(
    options: { readonly listening?: boolean; readonly idleMinutes?: number } = {},
  ): Promise<IdentityProcess> {
    const { pool, clock } = this;
    const notify = new IdentityNotify({
      pool,
      logger: createLogger('silent'),
      heartbeat: 50,
      answerTimeout: 2_000,
      retry: 10,
    });
    if (options.listening !== false) {
      await notify.start();
      this.started.push(notify);
    }
    const hasher = cheapHasher();
    const deps = { pool, clock, hasher, notify };
    const sessions = new Sessions({ ...deps, idleMinutes: options.idleMinutes });
    return { accounts: new Accounts(deps), sessions, apiTokens: new ApiTokens(deps), notify, hasher };
  }

  /** Empties the tables, ends the processes and turns the clock back: after each spec. */
  async reset(): Promise<void> {
    await Promise.all(this.started.splice(0).map((notify) => notify.close()));
    await this.pool.query('truncate identity.account, identity.session, identity.api_token, identity.seen_mark');
    await this.pool.query('update identity.unknown_sign_in set attempts = 0, last_failed_at = null');
    this.clock.set(START);
  }
}
