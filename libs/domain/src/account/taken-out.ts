import { ADMINISTRATORS, type Facts, type TakenOut } from '../shared/circumstances';
import { type AccountState, type DoneBy } from './account.state';

/** How long what somebody did to an account still counts, in milliseconds: thirty days. */
const COUNTS_FOR = 30 * 24 * 3_600_000;

/** True for what was done to an account lately. */
export function isRecent({ at }: Pick<DoneBy, 'at'>, now: string): boolean {
  return Date.parse(now) - Date.parse(at) <= COUNTS_FOR;
}

/** Everything by which somebody else kept an account from acting as an administrator: its post, its password, the account itself. */
export function takingsOf(accountId: string, { posts, revoked, disabling, reset }: AccountState): readonly TakenOut[] {
  const roles: readonly string[] = ADMINISTRATORS;
  const lost = revoked.filter(({ role }) => roles.includes(role));
  const held = posts.some(({ role, practice }) => !practice && roles.includes(role));
  if (!held && lost.length === 0) return [];
  const taking = (how: TakenOut['how'], done: DoneBy | null): readonly TakenOut[] =>
    done === null ? [] : [{ accountId, how, by: done.by, at: done.at }];
  return [
    ...lost.flatMap((each) => taking('revoked', each)),
    ...taking('disabled', disabling),
    ...taking('reset', reset),
  ];
}

/**
 * True where one of two administrators gave the other a one-time password lately, whichever it was: one person could sign in as both, ask for
 * something as the one and approve it as the other.
 */
export function couldBeOne(one: string, other: string, { takenOut }: Pick<Facts, 'takenOut'>, now: string): boolean {
  const hasReset = (by: string, accountId: string): boolean =>
    takenOutBy(by, takenOut, now).some((each) => each.accountId === accountId && each.how === 'reset');
  return hasReset(one, other) || hasReset(other, one);
}

/** Whom one administrator took out lately. */
export function takenOutBy(by: string, takenOut: readonly TakenOut[], now: string): readonly TakenOut[] {
  return takenOut.filter((each) => each.by === by && isRecent(each, now));
}
