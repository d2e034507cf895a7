import { type z } from 'zod';
import { roleSchema } from '../shared/actor';

/** Roles that a person may be given; the program's own is not among them. */
export const grantableRoleSchema = roleSchema.exclude(['engine']);

/** A post (岗位) as its events tell it: one person, one unit, one role, in one ledger or in all (ledgerId null). */
export interface PostState {
  readonly accountId: string;
  readonly unitId: string;
  readonly role: z.infer<typeof grantableRoleSchema>;
  readonly ledgerId: string | null;
  readonly revoked: boolean;
}
