import { IDENTITY_LIMITS } from './identity-limits';
import { identityError } from './identity-error';

/**
 * Lower-case ASCII that starts with a letter. A letter first keeps telephone and identity-card numbers out: login names
 * stand in lists and audit records, personal numbers do not belong there.
 */
const LOGIN_NAME = new RegExp(
  `^[a-z][a-z0-9._-]{${IDENTITY_LIMITS.loginNameMin - 1},${IDENTITY_LIMITS.loginNameMax - 1}}$`,
);

/** Full-width letters as an input method leaves them, blanks around and capitals do not make another name. */
const fold = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The stored form of a typed login name, or null when no account can bear it. */
export function readLoginName(typed: string): string | null {
  if (typed.length > 4 * IDENTITY_LIMITS.loginNameMax) return null;
  const name = fold(typed);
  return LOGIN_NAME.test(name) ? name : null;
}

/** The stored form of a login name for a new account. @throws IDENTITY.LOGIN_NAME_INVALID */
export function parseLoginName(typed: string): string {
  const name = readLoginName(typed);
  if (name === null) throw identityError('IDENTITY.LOGIN_NAME_INVALID');
  return name;
}

/** A display name without blanks around it. @throws IDENTITY.DISPLAY_NAME_INVALID when empty, long or with control characters */
export function parseDisplayName(typed: string): string {
  const name = typed.trim();
  const length = Array.from(name).length;
  if (length === 0 || length > IDENTITY_LIMITS.displayNameMax || /\p{C}/u.test(name)) {
    throw identityError('IDENTITY.DISPLAY_NAME_INVALID');
  }
  return name;
}
