import { randomInt } from 'node:crypto';
import { passwordFaults } from './password-rule';

/** Letters and digits that are not mistaken for one another on paper or over the telephone (no 0 O o, 1 l I i). */
const READABLE = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

const group = (): string =>
  Array.from({ length: GROUP_LENGTH }, () => READABLE.charAt(randomInt(READABLE.length))).join('');

/**
 * A password for the first sign-in: four groups of four readable characters joined by hyphens (92 random bits). It keeps
 * the password rule for this login name; the account must change it before anything else.
 */
export function newOneTimePassword(loginName: string): string {
  for (;;) {
    const password = Array.from({ length: GROUPS }, group).join('-');
    if (passwordFaults(password, loginName).length === 0) return password;
  }
}
