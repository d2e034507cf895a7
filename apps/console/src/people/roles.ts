import { grantableRoleSchema, type Role } from '#domain';
import { PEOPLE_WORDS } from '../words/people.words';
import { TERM_WORDS } from '../words/terms.words';

/** A role that a person may be given. */
export type GrantableRole = Exclude<Role, 'engine'>;

/** The roles, in the order of the domain. */
export const GRANTABLE_ROLES: readonly GrantableRole[] = grantableRoleSchema.options;

/** The role that a text names: its code, the console's word or another usual one; null when it is none. */
export function readRole(text: string): GrantableRole | null {
  const word = text.normalize('NFKC').trim();
  const code = grantableRoleSchema.safeParse(word);
  if (code.success) return code.data;
  const named = GRANTABLE_ROLES.find((role) => TERM_WORDS.roles[role] === word);
  return named ?? PEOPLE_WORDS.roleSynonyms[word] ?? null;
}

/** What stands between the roles of one person in a sheet's cell. */
const BETWEEN_ROLES = /[、，,；;/／|\s+＋]+/u;

/** The roles that a cell of a sheet names, each once, and the words in it that name none. */
export function readRoles(cell: string): {
  readonly roles: readonly GrantableRole[];
  readonly unread: readonly string[];
} {
  const words = cell.split(BETWEEN_ROLES).filter((word) => word !== '');
  const read = words.map((word) => ({ word, role: readRole(word) }));
  const roles = read.flatMap(({ role }) => (role === null ? [] : [role]));
  return { roles: [...new Set(roles)], unread: read.filter(({ role }) => role === null).map(({ word }) => word) };
}
