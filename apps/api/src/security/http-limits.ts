/** What one process takes on at a time; beyond, people are asked to come again instead of waiting in a growing memory. */
export const HTTP_LIMITS = {
  /** Requests under way, open pages' streams apart: a busy process answers so many within some seconds. */
  requests: 500,
  /** Files being received or read: each may be 20 MiB. */
  files: 8,
  /** Milliseconds within which a request has to have come whole: the largest file on a slow line. */
  requestTimeoutMs: 300_000,
} as const;

/** Bounds that tests may draw closer. */
export type HttpLimits = { readonly [Key in keyof typeof HTTP_LIMITS]: number };
