import { z } from 'zod';
import { type Administrator, ADMINISTRATORS } from '../shared/circumstances';
import { idSchema, lineSchema, loggedIdSchema } from '../shared/schema';

/** The act by which an administrator is to go, with what it was asked with. */
export const leavingSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('account.disable') }),
  z.strictObject({ act: z.literal('account.revoke-post'), postId: loggedIdSchema, reason: lineSchema(300) }),
]);
export type Leaving = z.infer<typeof leavingSchema>;

/** Whose departure it is, and which role goes with it; null: all that the account has. */
export const leaverFields = {
  accountId: idSchema,
  role: z.enum(ADMINISTRATORS).nullable(),
} satisfies Record<string, z.ZodType>;

/** A departure that was begun and has not ended: whom it concerns counts as gone for everybody else. */
export interface Departure {
  readonly accountId: string;
  readonly role: Administrator['role'] | null;
  /** The command by which the administrator goes: no other one goes on under this departure. */
  readonly commandId: string;
}

/** The departures of an installation's administrators. */
export interface DepartureState {
  /** Those under way, oldest first. */
  readonly underway: readonly Departure[];
}

/** No administrator ever left. */
export const NO_DEPARTURES: DepartureState = { underway: [] };

/** The administrators without those who are leaving. */
export function staying(
  administrators: readonly Administrator[],
  { underway }: DepartureState,
): readonly Administrator[] {
  return administrators.filter(
    ({ accountId, role }) =>
      !underway.some((each) => each.accountId === accountId && (each.role === null || each.role === role)),
  );
}
