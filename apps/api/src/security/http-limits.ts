/** Limits of one process. Requests beyond them are refused with "try again", since queueing them would fill the memory. */
export const HTTP_LIMITS = {
  /** Requests in flight, without the live streams of open pages. A busy process answers so many within some seconds. */
  requests: 500,
  /** Files being received or read. Each may be 20 MiB. */
  files: 8,
  /** Milliseconds for a request to arrive, enough for the largest file on a slow line. */
  requestTimeoutMs: 300_000,
} as const;

/** {@link HTTP_LIMITS}, which tests may lower. */
export type HttpLimits = { readonly [Key in keyof typeof HTTP_LIMITS]: number };
