import { freshId } from '../api/fresh-id';
import { OFFLINE, type Problem, problemOf } from '../api/problem';
import { type GrantableRole } from './roles';

/** A person to be given an account and posts. */
export interface Enrolment {
  readonly rowKey: string;
  readonly name: string;
  readonly loginName: string;
  readonly unitName: string;
  /** Null: made beforehand, by its name. */
  readonly unitId: string | null;
  readonly roles: readonly GrantableRole[];
  readonly ledgerId: string | null;
  /** The account that the person has already. */
  readonly accountId: string | null;
}

/** What became of one person. */
export interface Enrolled {
  readonly enrolment: Enrolment;
  /** Null until the account is there. */
  readonly accountId: string | null;
  /** Only of an account that was made here. */
  readonly oneTimePassword: string | null;
  /** Posts that wait for a second administrator: they are not held yet. */
  readonly waiting: readonly GrantableRole[];
  /** What stopped it; whatever was done before it stands. */
  readonly problem: Problem | null;
}

/** A new account, and its password unless the same request had made it before. */
export interface MadeAccount {
  readonly accountId: string;
  readonly oneTimePassword: string | null;
}

/** A post to grant. */
export interface PostGrant {
  readonly accountId: string;
  readonly unitId: string;
  readonly role: GrantableRole;
  readonly ledgerId: string | null;
}

/** What is asked of the api. `key` makes a repeated request the same one. */
export interface EnrolPorts {
  readonly makeUnits: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly makeAccount: (loginName: string, displayName: string, key: string) => Promise<MadeAccount>;
  readonly resetPassword: (accountId: string) => Promise<string>;
  /** @returns `waiting` where a second administrator has to decide first */
  readonly grantPost: (grant: PostGrant) => Promise<'granted' | 'waiting'>;
}

/** Kept by whoever runs it, so that running again goes on where it stopped: keys and passwords by login name. */
export interface EnrolMemory {
  readonly keys: Map<string, string>;
  readonly made: Map<string, { readonly accountId: string; readonly oneTimePassword: string }>;
}

/** Nothing remembered yet. */
export function newEnrolMemory(): EnrolMemory {
  return { keys: new Map(), made: new Map() };
}

/** A post that is held already is what was wanted; one that waits already, waits. */
const ALREADY: ReadonlyMap<string, 'granted' | 'waiting'> = new Map([
  ['POST.EXISTS', 'granted'],
  ['ACCOUNT.ALREADY_PROPOSED', 'waiting'],
]);

/** Problems after which nothing further is tried: the others would meet them too. */
const HALTING: ReadonlySet<string> = new Set([OFFLINE, 'IDENTITY.SESSION_ENDED', 'IDENTITY.NOT_SIGNED_IN']);

/**
 * Makes accounts and posts of people, one after the other; one that fails holds up nobody. It can be run again with the same
 * memory: what is there already is not made twice, and passwords that came before are still known.
 * @param onMoved is told each person's outcome as it comes
 */
export async function enrol(
  enrolments: readonly Enrolment[],
  ports: EnrolPorts,
  memory: EnrolMemory,
  onMoved: (enrolled: Enrolled) => void,
): Promise<readonly Enrolled[]> {
  const unitIds = await unitIdsOf(enrolments, ports);
  const outcomes: Enrolled[] = [];
  for (const enrolment of enrolments) {
    const outcome = await enrolOne(enrolment, unitIds, ports, memory);
    outcomes.push(outcome);
    onMoved(outcome);
    if (outcome.problem !== null && HALTING.has(outcome.problem.code)) break;
  }
  return outcomes;
}

async function unitIdsOf(enrolments: readonly Enrolment[], ports: EnrolPorts): Promise<ReadonlyMap<string, string>> {
  const names = enrolments
    .filter(({ unitId, roles }) => unitId === null && roles.length > 0)
    .map(({ unitName }) => unitName);
  return names.length === 0 ? new Map() : ports.makeUnits([...new Set(names)]);
}

async function enrolOne(
  enrolment: Enrolment,
  unitIds: ReadonlyMap<string, string>,
  ports: EnrolPorts,
  memory: EnrolMemory,
): Promise<Enrolled> {
  let account: MadeAccount | null = null;
  const waiting: GrantableRole[] = [];
  try {
    account = await accountOf(enrolment, ports, memory);
    if (enrolment.roles.length === 0) return { enrolment, ...account, waiting, problem: null };
    const unitId = enrolment.unitId ?? unitIds.get(enrolment.unitName);
    if (unitId === undefined) throw new Error('the unit was not made');
    for (const role of enrolment.roles) {
      const grant = { accountId: account.accountId, unitId, role, ledgerId: enrolment.ledgerId };
      if ((await granted(ports, grant)) === 'waiting') waiting.push(role);
    }
    return { enrolment, ...account, waiting, problem: null };
  } catch (error) {
    return { enrolment, accountId: null, oneTimePassword: null, ...account, waiting, problem: problemOf(error) };
  }
}

async function accountOf(
  { accountId, loginName, name }: Enrolment,
  ports: EnrolPorts,
  { keys, made }: EnrolMemory,
): Promise<MadeAccount> {
  const before = made.get(loginName);
  if (before !== undefined) return before;
  if (accountId !== null) return { accountId, oneTimePassword: null };
  const keyOf = `${loginName}/${name}`;
  const key = keys.get(keyOf) ?? freshId();
  keys.set(keyOf, key);
  const account = await ports.makeAccount(loginName, name, key);
  // The answer with the password was lost on its way the first time; nobody can have used it.
  const oneTimePassword = account.oneTimePassword ?? (await ports.resetPassword(account.accountId));
  const kept = { accountId: account.accountId, oneTimePassword };
  made.set(loginName, kept);
  return kept;
}

async function granted(ports: EnrolPorts, grant: PostGrant): Promise<'granted' | 'waiting'> {
  try {
    return await ports.grantPost(grant);
  } catch (error) {
    const already = ALREADY.get(problemOf(error).code);
    if (already === undefined) throw error;
    return already;
  }
}
