/** A limit on everything: what is beyond is refused with a named error, never cut off. */
export const LOG_LIMITS = {
  /** Characters of a stream name. */
  streamNameLength: 200,
  /** Characters of an event type. */
  eventTypeLength: 100,
  /** Bytes of an event's canonical metadata and data together (1 MiB). */
  eventBytes: 1024 * 1024,
  /** Events of one append. */
  appendEvents: 512,
  /** Bytes of one append's canonical metadata and data together (4 MiB). */
  appendBytes: 4 * 1024 * 1024,
  /** Events of one read. */
  readEvents: 10_000,
  /** Events of a stream read as a whole. */
  streamEvents: 100_000,
  /** Default for the events of one subscription message. */
  subscriptionBatch: 500,
} as const;
