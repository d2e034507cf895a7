import { postSchema } from '#domain';
import { z } from 'zod';

/** Bodies and answers of signing in, of accounts and of API tokens. Passwords are bounded here and judged by identity. */
const passwordSchema = z.string().min(1).max(256);

export const signInBodySchema = z.strictObject({ loginName: z.string().min(1).max(100), password: passwordSchema });

/** A given password must be changed before anything else is done. */
export const signedInSchema = z.strictObject({ mustChangePassword: z.boolean() });

export const changePasswordBodySchema = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
});

/** A post with the names that people know it by; without a ledger it is one in all of them. */
export const namedPostSchema = postSchema.extend({ unitName: z.string(), ledgerName: z.string().nullable() });

/** Who is signed in: posts tell what may be done. */
export const meSchema = z.strictObject({
  accountId: z.uuid(),
  loginName: z.string(),
  displayName: z.string(),
  mustChangePassword: z.boolean(),
  posts: z.array(namedPostSchema),
});

/** Up to which position of the log somebody has looked at the news; null before the first time. */
export const seenMarkSchema = z.strictObject({
  position: z.string().nullable(),
  seenAt: z.iso.datetime().nullable(),
});
export const markSeenBodySchema = z.strictObject({ position: z.string().regex(/^(?:0|[1-9]\d{0,17})$/u) });

export const createAccountBodySchema = z.strictObject({
  loginName: z.string().min(1).max(100),
  displayName: z.string().min(1).max(100),
});

/** An account; `oneTimePassword` is there once, in the answer that made or reset it. */
export const accountSchema = z.strictObject({
  accountId: z.uuid(),
  loginName: z.string(),
  displayName: z.string(),
  mustChangePassword: z.boolean(),
  disabled: z.boolean(),
  locked: z.boolean(),
});
export const accountWithPasswordSchema = accountSchema.extend({ oneTimePassword: z.string().nullable() });
export const accountListSchema = z.strictObject({ accounts: z.array(accountSchema) });

/** Valid for so many days, a year at most. */
export const createTokenBodySchema = z.strictObject({
  name: z.string().min(1).max(100),
  days: z.int().min(1).max(365).default(90),
});
export const tokenSchema = z.strictObject({
  tokenId: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export const tokenListSchema = z.strictObject({ tokens: z.array(tokenSchema) });
/** `secret` is shown this once. */
export const tokenWithSecretSchema = tokenSchema.extend({ secret: z.string() });
