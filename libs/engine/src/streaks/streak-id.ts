import { streakIdentity } from '#domain';
import { derivedId } from '../command/derived-id';

/** The id of a unit's streak in a ledger. */
export function streakIdOf(streak: { readonly ledgerId: string; readonly unitId: string }): string {
  return derivedId('streak', ...streakIdentity(streak));
}
