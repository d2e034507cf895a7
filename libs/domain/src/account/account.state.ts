import { z } from 'zod';
import { roleSchema } from '../shared/actor';
import { eachOnce, idSchema, loggedIdSchema } from '../shared/schema';

/** Roles that a person may be given; the program's own is not among them. */
export const grantableRoleSchema = roleSchema.exclude(['engine']);
export type GrantableRole = z.infer<typeof grantableRoleSchema>;

/** What makes a post the same as another one: one person plays one role once in a unit and a ledger. */
export interface PostParts {
  readonly unitId: string;
  readonly role: GrantableRole;
  /** Null: in all ledgers but those for practice. */
  readonly ledgerId: string | null;
}

const MOST_IN_CHARGE = 300;

/** The units that a leader is in charge of (分管). Empty: all below the post's unit. */
export const inChargeSchema = z.array(loggedIdSchema).max(MOST_IN_CHARGE);

/** The same as it is asked for. */
export const inChargeInput = z.array(idSchema).max(MOST_IN_CHARGE).refine(eachOnce, '同一单位写了两次，请删去一处。');

/** A post as it is asked for. */
export interface WantedPost extends PostParts {
  readonly inCharge: readonly string[];
}

/** A post (岗位) that an account holds. */
export interface HeldPost extends WantedPost {
  readonly postId: string;
  /** True for one in the account's own practice ledger. */
  readonly practice: boolean;
}

/**
 * Whether a second administrator decided what was done: none had to, one did, none was able but the one who acted, or only the one who had
 * given the account its password.
 */
export const secondSchema = z.enum(['unneeded', 'approved', 'unable', 'giver']);
export type Second = z.infer<typeof secondSchema>;

/** What is asked for and waits for a second administrator. */
export const askedSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('account.grant-post'),
    post: z.strictObject({
      unitId: loggedIdSchema,
      role: grantableRoleSchema,
      ledgerId: loggedIdSchema.nullable(),
      inCharge: inChargeSchema,
    }),
  }),
  z.strictObject({ act: z.literal('account.reset-password') }),
]);
export type Asked = z.infer<typeof askedSchema>;

/** A proposal on an account that nobody has decided. */
export interface AccountProposal {
  readonly proposalId: string;
  readonly asked: Asked;
  /** The account that asked. */
  readonly by: string;
  /** When, ISO 8601 UTC. */
  readonly at: string;
}

/** What somebody did to an account, and when, ISO 8601 UTC. */
export interface DoneBy {
  /** The account that did it. */
  readonly by: string;
  readonly at: string;
}

/**
 * An account as its events tell it: what it may do. Who it is, and its secrets, are kept by identity. All posts of an account stand in its
 * one stream, so that which of them go together is decided on every one of them.
 */
export interface AccountState {
  /** The posts held now, in the order of their granting. */
  readonly posts: readonly HeldPost[];
  readonly disabled: boolean;
  /** Who disabled it last; null when nobody ever did. */
  readonly disabling: DoneBy | null;
  /** Who gave it a one-time password last; null when nobody ever did. */
  readonly reset: DoneBy | null;
  /** Who gave it the last one-time password, by making it or by a reset; null when nobody is on record for it. */
  readonly given: DoneBy | null;
  /** Whether that password was changed since by whoever was signed in. */
  readonly ownPassword: boolean;
  /** Of each role of a post in earnest that was revoked, the last time. */
  readonly revoked: readonly (DoneBy & { readonly role: GrantableRole })[];
  /** What waits for a second administrator, oldest first. */
  readonly proposals: readonly AccountProposal[];
  /** When a reset was approved that was not made yet, ISO 8601 UTC; null when there is none. */
  readonly resetApproved: string | null;
}

/** An account of which nothing is recorded yet. */
export const NEW_ACCOUNT: AccountState = {
  posts: [],
  disabled: false,
  disabling: null,
  reset: null,
  given: null,
  ownPassword: false,
  revoked: [],
  proposals: [],
  resetApproved: null,
};
