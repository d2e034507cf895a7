import { type z } from 'zod';
import { roleSchema } from '../shared/actor';

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

/** A post (岗位) that an account holds. */
export interface HeldPost extends PostParts {
  readonly postId: string;
  /** True for one in the account's own practice ledger. */
  readonly practice: boolean;
}

/**
 * An account as its events tell it: what it may do. Who it is, and its secrets, are kept by identity. All posts of an account stand in its
 * one stream, so that which of them go together is decided on every one of them.
 */
export interface AccountState {
  /** The posts held now, in the order of their granting. */
  readonly posts: readonly HeldPost[];
}

/** An account of which nothing is recorded yet. */
export const NEW_ACCOUNT: AccountState = { posts: [] };
