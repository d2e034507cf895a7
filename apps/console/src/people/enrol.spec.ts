import { Problem } from '../api/problem';
import { enrol, type Enrolled, type Enrolment, type EnrolPorts, newEnrolMemory, type PostGrant } from './enrol';

const person = (loginName: string, parts: Partial<Enrolment> = {}): Enrolment => ({
  rowKey: loginName,
  name: loginName.toUpperCase(),
  loginName,
  unitName: 'office',
  unitId: 'u1',
  roles: ['verifier'],
  ledgerId: null,
  accountId: null,
  ...parts,
});

/** An api that remembers accounts by key, as the real one does. */
class PretendApi implements EnrolPorts {
  readonly accounts = new Map<string, string>();
  readonly grants: PostGrant[] = [];
  readonly resets: string[] = [];
  units = 0;
  failAt: ((what: string) => Error | null) | null = null;

  makeUnits = async (names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    this.units += 1;
    return new Map(names.map((name) => [name, `unit of ${name}`]));
  };
  makeAccount = async (loginName: string, _name: string, key: string) => {
    const there = this.accounts.get(key);
    this.accounts.set(key, loginName);
    this.fail(`account ${loginName}`);
    return { accountId: `id of ${loginName}`, oneTimePassword: there === undefined ? `secret of ${loginName}` : null };
  };
  resetPassword = async (accountId: string): Promise<string> => {
    this.resets.push(accountId);
    return `new secret of ${accountId}`;
  };
  /** Roles that take a second administrator. */
  guarded: readonly string[] = [];
  grantPost = async (grant: PostGrant): Promise<'granted' | 'waiting'> => {
    this.fail(`post ${grant.accountId}`);
    this.grants.push(grant);
    return this.guarded.includes(grant.role) ? 'waiting' : 'granted';
  };
  private fail(what: string): void {
    const error = this.failAt?.(what) ?? null;
    if (error !== null) throw error;
  }
}

const refusal = new Problem('IDENTITY.LOGIN_NAME_TAKEN', 'taken', 'e', 409);
const offline = new Problem('CONSOLE.OFFLINE', 'offline');
const ignore = (): void => undefined;
const problems = (outcomes: readonly Enrolled[]) => outcomes.map(({ problem }) => problem?.code ?? null);

describe('making accounts and posts', () => {
  test('a post that waits for a second administrator is told as waiting, and not as done', async () => {
    const api = new PretendApi();
    api.guarded = ['verifier'];
    const people = [
      person('qin', { roles: ['verifier', 'supervision-clerk'] }),
      person('lin', { roles: ['reporter'] }),
    ];
    const outcomes = await enrol(people, api, newEnrolMemory(), ignore);
    expect(outcomes.map(({ waiting }) => waiting)).toEqual([['verifier'], []]);
    api.failAt = (what) =>
      what === 'post id of qin' ? new Problem('ACCOUNT.ALREADY_PROPOSED', 'waits', 'e', 409) : null;
    const [again] = await enrol([person('qin', { roles: ['verifier'] })], api, newEnrolMemory(), ignore);
    expect(again).toMatchObject({ waiting: ['verifier'], problem: null });
  });

  test('a person without roles gets an account alone, and no unit is made for it', async () => {
    const api = new PretendApi();
    const [made] = await enrol([person('zhou', { roles: [], unitId: null })], api, newEnrolMemory(), () => undefined);
    expect(made).toMatchObject({ oneTimePassword: 'secret of zhou', problem: null });
    expect([api.units, api.grants]).toEqual([0, []]);
  });

  test('each person gets an account, every role, and a password to print', async () => {
    const api = new PretendApi();
    const moved: string[] = [];
    const outcomes = await enrol(
      [person('a', { roles: ['verifier', 'closer'] }), person('b', { unitId: null, unitName: 'new' })],
      api,
      newEnrolMemory(),
      ({ enrolment }) => moved.push(enrolment.rowKey),
    );
    expect(outcomes.map(({ oneTimePassword }) => oneTimePassword)).toEqual(['secret of a', 'secret of b']);
    expect(api.grants.map(({ unitId, role }) => [unitId, role])).toEqual([
      ['u1', 'verifier'],
      ['u1', 'closer'],
      ['unit of new', 'verifier'],
    ]);
    expect(moved).toEqual(['a', 'b']);
  });

  test('one that fails holds up nobody', async () => {
    const api = new PretendApi();
    api.failAt = (what) => (what === 'account a' ? refusal : null);
    const outcomes = await enrol([person('a'), person('b')], api, newEnrolMemory(), ignore);
    expect(problems(outcomes)).toEqual(['IDENTITY.LOGIN_NAME_TAKEN', null]);
  });

  test('run again it makes nobody twice and still knows the passwords', async () => {
    const api = new PretendApi();
    const memory = newEnrolMemory();
    api.failAt = (what) => (what === 'post id of a' ? refusal : null);
    const [first] = await enrol([person('a')], api, memory, ignore);
    expect(first).toMatchObject({ accountId: 'id of a', oneTimePassword: 'secret of a', problem: refusal });
    api.failAt = null;
    const [second] = await enrol([person('a')], api, memory, ignore);
    expect(second).toMatchObject({ oneTimePassword: 'secret of a', problem: null });
    expect(api.accounts.size).toBe(1);
  });

  test('a lost answer halts; afterwards the account is found under its key and gets a new password', async () => {
    const api = new PretendApi();
    const memory = newEnrolMemory();
    api.failAt = (what) => (what === 'account a' ? offline : null);
    expect(problems(await enrol([person('a'), person('b')], api, memory, ignore))).toEqual(['CONSOLE.OFFLINE']);
    api.failAt = null;
    const [again] = await enrol([person('a')], api, memory, ignore);
    expect(again?.oneTimePassword).toBe('new secret of id of a');
    expect(api.accounts.size).toBe(1);
  });

  test('a post that is held already is what was wanted; who has an account gets no slip', async () => {
    const api = new PretendApi();
    api.failAt = (what) => (what.startsWith('post') ? new Problem('POST.EXISTS', 'there', 'e', 409) : null);
    const [outcome] = await enrol([person('a', { accountId: 'a1' })], api, newEnrolMemory(), ignore);
    expect(outcome).toMatchObject({ accountId: 'a1', oneTimePassword: null, problem: null });
    expect(api.accounts.size).toBe(0);
  });

  test('units that are there are not made', async () => {
    const api = new PretendApi();
    await enrol([person('a')], api, newEnrolMemory(), ignore);
    expect(api.units).toBe(0);
  });
});
