import { ACCOUNT_ACTS, idSchema, postSchema } from '#domain';
import { z } from 'zod';

// Bodies and answers of sign-in, accounts and API tokens.

/** Bounds the length only. The rules for new passwords are checked by identity, which explains what is missing. */
const passwordSchema = z.string().min(1).max(256);

export const signInBodySchema = z.strictObject({ loginName: z.string().min(1).max(100), password: passwordSchema });

/** `mustChangePassword`: the person signed in with a one-time password and has to change it before doing anything else. */
export const signedInSchema = z.strictObject({ mustChangePassword: z.boolean() });

export const changePasswordBodySchema = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
});

/** A post with the names of its unit and ledger. `ledgerName` is null for a post that covers all ledgers. */
export const namedPostSchema = postSchema.extend({ unitName: z.string(), ledgerName: z.string().nullable() });

/** The signed-in account. The console derives from `posts` what to offer. */
export const meSchema = z.strictObject({
  accountId: idSchema,
  loginName: z.string(),
  displayName: z.string(),
  mustChangePassword: z.boolean(),
  posts: z.array(namedPostSchema),
});

/** The log position up to which an account has looked at its notices; null before the first time. */
export const seenMarkSchema = z.strictObject({
  position: z.string().nullable(),
  seenAt: z.iso.datetime().nullable(),
});
export const markSeenBodySchema = z.strictObject({ position: z.string().regex(/^(?:0|[1-9]\d{0,17})$/u) });

export const createAccountBodySchema = z.strictObject({
  loginName: z.string().min(1).max(100),
  displayName: z.string().min(1).max(100),
});

export const accountSchema = z.strictObject({
  accountId: idSchema,
  loginName: z.string(),
  displayName: z.string(),
  mustChangePassword: z.boolean(),
  disabled: z.boolean(),
  locked: z.boolean(),
});
/** `oneTimePassword` is sent only in the answer that created the account or reset its password; null for a repeated request. */
export const accountWithPasswordSchema = accountSchema.extend({ oneTimePassword: z.string().nullable() });
/** Why a password is reset: whoever decides reads it, and the record keeps it. */
export const resetPasswordBodySchema = ACCOUNT_ACTS['account.reset-password'].command;
/** `waiting`: a second administrator has to approve first; the password is null until then. `position`: from where on it can be read. */
export const resetPasswordAnswerSchema = accountWithPasswordSchema.extend({
  waiting: z.boolean(),
  position: z.string(),
});
export const accountListSchema = z.strictObject({ accounts: z.array(accountSchema) });

/** The token expires after `days`, at most a year. */
export const createTokenBodySchema = z.strictObject({
  name: z.string().min(1).max(100),
  days: z.int().min(1).max(365).default(90),
});
export const tokenSchema = z.strictObject({
  tokenId: idSchema,
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export const tokenListSchema = z.strictObject({ tokens: z.array(tokenSchema) });
/** `secret` is sent only in the answer that created the token. */
export const tokenWithSecretSchema = tokenSchema.extend({ secret: z.string() });
