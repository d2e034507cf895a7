import { holdsPrivateData } from '#domain';
import { PEOPLE_WORDS } from '../words/people.words';
import { foldLoginName, freeLoginName, isLoginName } from './login-name';
import { isWanted, type PersonRow } from './person-row';
import { type PinyinOf } from './pinyin';
import { type GrantableRole } from './roles';

/** A unit of the register, as far as lines ask for it. */
export interface KnownUnit {
  readonly unitId: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The names above it, the highest first, and its own. */
  readonly path: string;
}

/** An account that is there. */
export interface KnownAccount {
  readonly accountId: string;
  readonly loginName: string;
  readonly displayName: string;
}

/** What is there already. */
export interface Known {
  readonly units: readonly KnownUnit[];
  readonly accounts: readonly KnownAccount[];
}

/** What a line comes to. A fault keeps it from being sent; a hint is only told. */
export interface CheckedRow {
  readonly row: PersonRow;
  readonly loginName: string;
  /** Null: the unit is new, or not settled. */
  readonly unitId: string | null;
  /** The account that bears the login name already, of the same person. */
  readonly account: KnownAccount | null;
  readonly faults: Readonly<Partial<Record<Field, string>>>;
  readonly hints: Readonly<Partial<Record<Field, string>>>;
}

/** The fields of a line. */
export type Field = 'name' | 'unit' | 'roles' | 'loginName';

const LONGEST_NAME = 60;
const words = PEOPLE_WORDS.checks;

/**
 * Every wanted line with what is wrong with it. Login names that nobody typed are made from the pinyin of the name.
 * @param withPosts false: accounts alone are made, and a line needs neither unit nor role
 */
export function checkPeople(
  rows: readonly PersonRow[],
  known: Known,
  pinyinOf: PinyinOf | null,
  withPosts = true,
): readonly CheckedRow[] {
  const wanted = rows.filter(isWanted).map((row) => (withPosts ? row : { ...row, roles: [], ledgerId: null }));
  const typed = wanted.map(({ loginName }) => foldLoginName(loginName)).filter((name) => name !== '');
  const used = new Map<string, number>();
  for (const name of typed) used.set(name, (used.get(name) ?? 0) + 1);
  return wanted.map((row) => {
    const loginName = foldLoginName(row.loginName) || suggested(row, known, used, pinyinOf);
    if (row.loginName.trim() === '' && loginName !== '') used.set(loginName, (used.get(loginName) ?? 0) + 1);
    const checked = checkRow(row, loginName, known, (used.get(loginName) ?? 0) > 1);
    return withPosts ? checked : ofAccountAlone(checked);
  });
}

/** A line as it stands where no post is granted: an account that is there already leaves nothing to make. */
function ofAccountAlone({ faults, ...checked }: CheckedRow): CheckedRow {
  const { unit: _unit, roles: _roles, ...left } = faults;
  const there = said('loginName', checked.account === null ? null : words.nothingToMake(checked.account.displayName));
  return { ...checked, faults: { ...left, ...there }, hints: {} };
}

/** True when every line may be sent. */
export function isFaultless({ faults }: CheckedRow): boolean {
  return Object.keys(faults).length === 0;
}

function suggested(
  { name }: PersonRow,
  { accounts }: Known,
  used: ReadonlyMap<string, number>,
  pinyinOf: PinyinOf | null,
): string {
  if (pinyinOf === null || name.trim() === '') return '';
  // The name of somebody who is called the same is offered: most often it is the same person, and the line says so.
  const isTaken = (candidate: string): boolean =>
    used.has(candidate) ||
    accounts.some(({ loginName, displayName }) => loginName === candidate && displayName !== name.trim());
  return freeLoginName(pinyinOf(name.trim()), isTaken);
}

function checkRow(row: PersonRow, loginName: string, known: Known, twice: boolean): CheckedRow {
  const account = known.accounts.find((each) => each.loginName === loginName) ?? null;
  const same = account !== null && account.displayName === row.name.trim();
  const found = unitsCalled(known.units, row.unit);
  const faults = {
    ...said('name', nameFault(row.name)),
    ...said('unit', unitFault(row.unit, found.length)),
    ...said('roles', row.roles.length === 0 ? words.rolesMissing : null),
    ...said('loginName', loginFault(loginName, twice, account !== null && !same ? account.displayName : null)),
  };
  const isNew = row.unit.trim() !== '' && found.length === 0;
  const hints = {
    ...said('unit', isNew ? words.unitNew : null),
    ...said('loginName', same ? words.accountThere(account.displayName) : null),
  };
  const [unit] = found;
  const unitId = found.length === 1 && unit ? unit.unitId : null;
  return { row, loginName, unitId, account: same ? account : null, faults, hints };
}

function said(field: Field, sentence: string | null): Partial<Record<Field, string>> {
  return sentence === null ? {} : { [field]: sentence };
}

function nameFault(typed: string): string | null {
  const name = typed.trim();
  if (name === '') return words.nameMissing;
  if (holdsPrivateData(name)) return words.privateData;
  return name.length > LONGEST_NAME ? words.nameLong : null;
}

function unitFault(typed: string, found: number): string | null {
  if (typed.trim() === '') return words.unitMissing;
  return found > 1 ? words.unitAmbiguous(typed.trim()) : null;
}

function loginFault(loginName: string, twice: boolean, holder: string | null): string | null {
  if (loginName === '') return words.loginMissing;
  if (!isLoginName(loginName)) return words.loginForm;
  if (twice) return words.loginTwice;
  return holder === null ? null : words.loginTaken(holder);
}

/** Units that a text names: by their path, else by name, else by alias. */
export function unitsCalled(units: readonly KnownUnit[], typed: string): readonly KnownUnit[] {
  const text = typed.trim();
  const ways: readonly ((unit: KnownUnit) => boolean)[] = [
    ({ path }) => path === text,
    ({ name }) => name === text,
    ({ aliases }) => aliases.includes(text),
  ];
  return ways.map((way) => units.filter(way)).find((found) => found.length > 0) ?? [];
}

/** The roles without which a task comes to a stand, in the order of its life. */
const NEEDED = ['supervision-clerk', 'reporter', 'unit-head', 'verifier', 'closer'] as const;

/** What would still be missing when these roles are held: a sentence for each. */
export function gapsOf(held: ReadonlySet<GrantableRole>): readonly string[] {
  return NEEDED.filter((role) => !held.has(role)).map((role) => PEOPLE_WORDS.gaps[role]);
}
