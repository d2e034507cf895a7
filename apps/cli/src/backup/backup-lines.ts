import { z } from 'zod';
import { jsonObjectSchema, type StoredEvent } from '#event-store';

/**
 * A backup is gzipped text, one JSON object a line: a header, the events of the log in its order, the evidence files, the
 * streams that are not whole, what is secret, and an end that seals everything before it. Positions belong to a store and are not in it: where one is
 * needed, the number of events up to there stands for it.
 */
export const BACKUP_FORMAT = 'taizhang-backup';
export const BACKUP_VERSION = 2;

const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const base64 = z.base64();
const count = z.int().min(0);

export const headerLine = z.strictObject({
  kind: z.literal('header'),
  format: z.literal(BACKUP_FORMAT),
  version: z.int(),
  /** Version of the program that wrote it. */
  program: z.string().max(100),
  takenAt: z.iso.datetime(),
  /** How the key for what is secret is made from the passphrase: scrypt with this salt. */
  salt: base64,
});

export const eventLine = z.strictObject({
  kind: z.literal('event'),
  stream: z.string(),
  revision: z.int(),
  eventId: z.uuid(),
  type: z.string(),
  schemaVersion: z.int(),
  metadata: jsonObjectSchema,
  data: jsonObjectSchema,
  previousHash: digest,
  hash: digest,
});

/** A stream that is not whole in the file, because it was not whole in the log. */
export const incompleteLine = z.strictObject({
  kind: z.literal('incomplete'),
  stream: z.string(),
  /** From where on its events are missing; null when nobody knows. */
  revision: count.nullable(),
  /** A sentence. */
  why: z.string(),
});
export type IncompleteStream = Omit<z.infer<typeof incompleteLine>, 'kind'>;

export const evidenceLine = z.strictObject({
  kind: z.literal('evidence'),
  hash: digest,
  mediaType: z.string(),
  storedAt: z.iso.datetime(),
  storedBy: z.uuid(),
  content: base64,
});

/** AES-256-GCM; what is in it, {@link secretContent} says. */
export const secretLine = z.strictObject({ kind: z.literal('secret'), nonce: base64, tag: base64, content: base64 });

const row = z.record(z.string(), z.unknown());

/** Accounts with the digests of their passwords and tokens, and what is people's own. Sessions are not kept. */
export const secretContent = z.strictObject({
  accounts: z.array(row).readonly(),
  apiTokens: z.array(row).readonly(),
  seenMarks: z.array(z.strictObject({ accountId: z.uuid(), seenAt: z.iso.datetime(), events: count })),
});
export type SecretContent = z.infer<typeof secretContent>;

export const endLine = z.strictObject({
  kind: z.literal('end'),
  events: count,
  evidence: count,
  /** How many of the events the reactions have followed; null when they have not begun. */
  reacted: count.nullable(),
  /** SHA-256 of every line before this one. */
  digest,
  /** HMAC-SHA256 of the digest, with a key made from the passphrase. */
  mac: digest,
});

export const backupLine = z.discriminatedUnion('kind', [
  headerLine,
  eventLine,
  evidenceLine,
  incompleteLine,
  secretLine,
  endLine,
]);
export type BackupLine = z.infer<typeof backupLine>;
export type EndLine = z.infer<typeof endLine>;

/** An event's line. */
export function toEventLine({ position: _position, ...event }: StoredEvent): BackupLine {
  return { kind: 'event', ...event };
}
