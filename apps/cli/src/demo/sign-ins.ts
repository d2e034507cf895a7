import { randomInt } from 'node:crypto';
import { passwordFaults } from '#identity';
import { FIRST_ADMINISTRATOR, OFFICE_PEOPLE, ROLE_WORDS, UNIT_PEOPLE } from './content/people';
import { type DemoRecord } from './demo-folder';

/** Everybody who can sign in, in the order in which people meet them. */
const PEOPLE = [...OFFICE_PEOPLE, ...UNIT_PEOPLE, FIRST_ADMINISTRATOR];

/** Characters that are not mistaken for one another. */
const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** New passwords for everybody of the demonstration; they differ from run to run. */
export function newSignIns(): DemoRecord['signIns'] {
  return PEOPLE.map(({ loginName }) => ({ loginName, password: newPassword(loginName) }));
}

function newPassword(loginName: string): string {
  for (;;) {
    const group = (): string =>
      Array.from({ length: GROUP_LENGTH }, () => READABLE.charAt(randomInt(READABLE.length))).join('');
    const password = Array.from({ length: GROUPS }, group).join('-');
    if (passwordFaults(password, loginName).length === 0) return password;
  }
}

/** The lines of a table: who signs in how, as what. */
export function signInLines(signIns: DemoRecord['signIns']): string[] {
  const passwords = new Map(signIns.map(({ loginName, password }) => [loginName, password]));
  const rows = PEOPLE.map(({ loginName, name, roles, unit }) => [
    roles.map((role) => ROLE_WORDS[role]).join('、'),
    loginName,
    passwords.get(loginName) ?? '',
    name,
    unit,
  ]);
  const table = [['角色', '登录名', '口令', '姓名', '单位'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => widthOf(row[column] ?? ''))));
  return table.map((row) => `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`.trimEnd());
}

/** Chinese characters take two places on a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, char) => width + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
