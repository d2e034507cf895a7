import { IDENTITY_LIMITS } from './identity-limits';
import { identityError } from './identity-error';

/** What is wrong with a chosen password. */
export type PasswordFault = 'too_short' | 'too_long' | 'too_few_kinds' | 'contains_login_name';

const FAULT_TEXT: Record<PasswordFault, string> = {
  too_short: `至少 ${IDENTITY_LIMITS.passwordMin} 个字符`,
  too_long: `至多 ${IDENTITY_LIMITS.passwordMax} 个字符`,
  too_few_kinds: `至少含大写字母、小写字母、数字、其他字符中的 ${IDENTITY_LIMITS.passwordKindsMin} 种`,
  contains_login_name: '不得包含登录名',
};

/** The kinds are told apart in ASCII; any other character, Chinese ones too, is of the fourth kind. */
const KINDS = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/] as const;

/**
 * The form in which a password is judged and hashed: NFKC, so that full-width letters of an input method are the same
 * password (NIST SP 800-63B 5.1.1.2). Blanks are part of it. Null when it is longer than any password can be.
 */
export function readPassword(typed: string): string | null {
  if (typed.length > 2 * IDENTITY_LIMITS.passwordMax) return null;
  const password = typed.normalize('NFKC');
  return Array.from(password).length > IDENTITY_LIMITS.passwordMax ? null : password;
}

/** Everything that the rule has against a password for this login name; empty when it may be used. */
export function passwordFaults(typed: string, loginName: string): readonly PasswordFault[] {
  const password = readPassword(typed);
  if (password === null) return ['too_long'];
  const faults: PasswordFault[] = [];
  if (Array.from(password).length < IDENTITY_LIMITS.passwordMin) faults.push('too_short');
  if (KINDS.filter((kind) => kind.test(password)).length < IDENTITY_LIMITS.passwordKindsMin)
    faults.push('too_few_kinds');
  if (password.toLowerCase().includes(loginName.toLowerCase())) faults.push('contains_login_name');
  return faults;
}

/** The form to hash of a password that keeps the rule. @throws IDENTITY.PASSWORD_WEAK, naming what to change */
export function parseNewPassword(typed: string, loginName: string): string {
  const faults = passwordFaults(typed, loginName);
  const password = readPassword(typed);
  if (password === null || faults.length > 0) {
    const wanted = faults.map((fault) => FAULT_TEXT[fault]).join('，');
    throw identityError('IDENTITY.PASSWORD_WEAK', `口令不符合要求：${wanted}，请重新设置。`);
  }
  return password;
}
