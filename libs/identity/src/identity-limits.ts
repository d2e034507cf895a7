/**
 * What identity bounds, with the source of each figure. GB/T 22239 is the baseline of graded protection (等保三级);
 * OWASP is the Password Storage and Session Management Cheat Sheets; the rest is our own choice.
 */
export const IDENTITY_LIMITS = {
  /** Characters of a login name. */
  loginNameMin: 2,
  loginNameMax: 32,
  /** Characters of a display name. */
  displayNameMax: 64,

  /** Characters (code points) of a password; the maximum bounds the work of one hash. */
  passwordMin: 10,
  passwordMax: 128,
  /** Of the four kinds (upper case, lower case, digit, other) at least so many occur (GB/T 22239: complexity). */
  passwordKindsMin: 3,

  /** Failures in a row after which an account is locked (GB/T 22239: 5). */
  failuresBeforeLock: 5,
  /** Minutes a lock lasts (GB/T 22239 practice: 5–15). */
  lockMinutes: 10,

  /** Minutes without use after which a session ends, unless configuration says otherwise (GB/T 22239: 10). */
  idleMinutesDefault: 10,
  /** The longest idle time that configuration may ask for, in minutes. */
  idleMinutesMax: 120,
  /** Hours after which a session ends however busy it is (OWASP: one working day). */
  sessionHours: 12,
  /** Open sessions of one account; a further sign-in ends the one used longest ago (GB/T 22239: limit them). */
  sessionsPerAccount: 10,
  /** Characters kept of what a browser says of itself. */
  userAgentMax: 256,
  /** Characters kept of a client's address (an IPv6 address with its zone fits). */
  clientAddressMax: 64,

  /** Random bytes of a session or API token (OWASP asks for 8; 32 leave nothing to guess). */
  tokenBytes: 32,
  /** Days an API token may live: a year, a leap year too. */
  apiTokenDaysMax: 366,
  /** Open API tokens of one account. */
  apiTokensPerAccount: 20,
  /** Characters of an API token's name. */
  apiTokenNameMax: 64,

  /** Seconds between two writes of "last seen"; also the longest time a cached answer is believed. */
  lastSeenSeconds: 30,
  /** Resolved credentials kept in memory of one process. */
  cacheEntries: 10_000,

  /** Password hashes worked on at once: each takes 19 MiB and one thread of libuv's four. */
  hashesAtOnce: 2,
  /** Password hashes that may wait; beyond, `IDENTITY.BUSY` (some seconds of work). */
  hashesWaiting: 200,

  /** Rows of one page of a list. */
  pageMax: 500,
} as const;

/** Milliseconds of a second, a minute, an hour and a day. */
export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
