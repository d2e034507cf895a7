import { type Pool } from 'pg';
import { type Clock, type Logger } from '#platform';
import { Accounts } from './accounts';
import { ApiTokens } from './api-tokens';
import { IdentityNotify } from './identity-notify';
import { Argon2PasswordHasher, type PasswordHasher } from './password-hasher';
import { SeenMarks } from './seen-marks';
import { Sessions } from './sessions';

/** What identity needs of a process. */
export interface IdentityOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Default: argon2id as OWASP states it. */
  readonly hasher?: PasswordHasher;
  /** Minutes without use after which a session ends; default 10. */
  readonly idleMinutes?: number;
}

/** The classes of identity, put together for one process. */
export interface Identity {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
  readonly seenMarks: SeenMarks;
  readonly notify: IdentityNotify;
  /** Begins to listen for changes of other processes; until then (in a CLI: always) every answer comes from the database. */
  start(): Promise<void>;
  /** Ends the listening connection. The pool stays open: it is the caller's. */
  close(): Promise<void>;
}

/** Puts identity together on one pool, clock and notification connection. */
export function createIdentity(options: IdentityOptions): Identity {
  const { pool, clock, logger, hasher = new Argon2PasswordHasher(), idleMinutes } = options;
  const notify = new IdentityNotify({ pool, logger });
  const deps = { pool, clock, hasher, notify };
  return {
    accounts: new Accounts(deps),
    sessions: new Sessions({ ...deps, idleMinutes }),
    apiTokens: new ApiTokens(deps),
    seenMarks: new SeenMarks(deps),
    notify,
    start: () => notify.start(),
    close: () => notify.close(),
  };
}
