import { createTestDatabase, type TestDatabase } from '#testing';
import { IdentityFixture, type IdentityProcess } from '../testing';
import { IDENTITY_LIMITS, MINUTE_MS, SECOND_MS } from './identity-limits';
import { type SignInResult } from './sessions';

const ORIGIN = { clientAddress: '10.0.0.8', userAgent: 'spec' };

let database: TestDatabase;
let fixture: IdentityFixture;
let here: IdentityProcess;
let password: string;
let accountId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  fixture = new IdentityFixture(database.pool);
  await fixture.migrate();
});
beforeEach(async () => {
  here = await fixture.process({ listening: false });
  const created = await here.accounts.createAccount({ loginName: 'zhangsan', displayName: '张三' });
  accountId = created.account.accountId;
  password = created.oneTimePassword ?? '';
});
afterEach(() => fixture.reset());
afterAll(() => database.close());

const signIn = (loginName: string, typed: string): Promise<SignInResult> =>
  here.sessions.signIn(loginName, typed, ORIGIN);
const reasonOf = (result: SignInResult): string => (result.signedIn ? 'signed in' : result.audit.reason);

async function failTimes(count: number): Promise<SignInResult[]> {
  const results: SignInResult[] = [];
  for (let attempt = 1; attempt <= count; attempt += 1) results.push(await signIn('zhangsan', 'wrong'));
  return results;
}

describe('sign-in', () => {
  it('takes the login name in any case and spelling of an input method', async () => {
    for (const typed of ['zhangsan', 'ZHANGSAN', ' ＺｈａｎｇＳａｎ ']) {
      expect(reasonOf(await signIn(typed, password))).toBe('signed in');
    }
  });

  it('gives a token of its own each time and stores only its digest', async () => {
    const results = [await signIn('zhangsan', password), await signIn('zhangsan', password)];
    const tokens = results.map((result) => (result.signedIn ? result.token : ''));
    expect(new Set(tokens).size).toBe(2);
    const stored = await database.pool.query('select t::text as text from identity.session t');
    for (const token of tokens) expect(JSON.stringify(stored.rows)).not.toContain(token);
  });

  it('keeps where it came from, cut to the limits', async () => {
    await here.sessions.signIn('zhangsan', password, {
      clientAddress: '::1',
      userAgent: `a\u0000b${'x'.repeat(1_000)}`,
    });
    const [session] = await here.sessions.listSessions(accountId);
    expect(session?.clientAddress).toBe('::1');
    expect(session?.userAgent).toBe(`ab${'x'.repeat(IDENTITY_LIMITS.userAgentMax - 2)}`);
  });

  it('answers every refusal alike and tells the auditor why', async () => {
    const wrong = await signIn('zhangsan', 'wrong');
    const unknown = await signIn('nobody', 'wrong');
    const unreadable = await signIn("' or 1=1 --", 'wrong');
    const overlong = await signIn('zhangsan', 'x'.repeat(1_000_000));
    await here.accounts.disableAccount(accountId);
    const disabled = await signIn('zhangsan', password);
    const results = [wrong, unknown, unreadable, overlong, disabled];
    expect(results.map(reasonOf)).toEqual([
      'wrong_password',
      'unknown_account',
      'unknown_account',
      'wrong_password',
      'disabled',
    ]);
    const seen = results.map((result) => (result.signedIn ? '' : `${result.code} ${result.message}`));
    expect(new Set(seen).size).toBe(1);
    expect(unknown).toMatchObject({ audit: { accountId: null, lockedNow: false } });
    expect(wrong).toMatchObject({ audit: { accountId, lockedNow: false } });
  });

  it.each([
    ['an account', 'zhangsan'],
    ['no account', 'nobody'],
    ['a name that nobody can bear', '无此人'],
  ])('verifies exactly one hash for %s', async (_who, loginName) => {
    await signIn('zhangsan', 'warm-up');
    const verify = jest.spyOn(here.hasher, 'verify');
    const hash = jest.spyOn(here.hasher, 'hash');
    await signIn(loginName, 'Some-password-1');
    expect(verify).toHaveBeenCalledTimes(1);
    expect(verify.mock.calls[0]?.[0]).toMatch(/^\$argon2id\$/);
    expect(verify.mock.calls[0]?.[1]).toBe('Some-password-1');
    expect(hash).not.toHaveBeenCalled();
  });

  it('verifies a hash for a locked and for a disabled account too', async () => {
    await failTimes(5);
    const verify = jest.spyOn(here.hasher, 'verify');
    await signIn('zhangsan', password);
    await here.accounts.disableAccount(accountId);
    await signIn('zhangsan', password);
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it('writes as much for a name that nobody has', async () => {
    await signIn('nobody', 'x');
    await signIn('nobody', 'x');
    const unknown = await database.pool.query('select attempts::int, last_failed_at from identity.unknown_sign_in');
    expect(unknown.rows).toEqual([{ attempts: 2, last_failed_at: fixture.clock.now() }]);
  });

  it('takes no password for the account of nobody, whatever is typed', async () => {
    const hasher = here.hasher;
    jest.spyOn(hasher, 'verify').mockResolvedValue(true);
    expect(reasonOf(await signIn('nobody', 'x'))).toBe('unknown_account');
    expect(reasonOf(await signIn('zhangsan', 'x'.repeat(129)))).toBe('wrong_password');
  });
});

describe('lockout', () => {
  it('refuses the sixth attempt with the right password, for ten minutes', async () => {
    const failures = await failTimes(5);
    expect(failures.map((result) => !result.signedIn && result.audit.lockedNow)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    const sixth = await signIn('zhangsan', password);
    expect(sixth).toMatchObject({ signedIn: false, audit: { reason: 'locked', accountId, lockedNow: false } });

    fixture.clock.advance(10 * MINUTE_MS - SECOND_MS);
    expect(reasonOf(await signIn('zhangsan', password))).toBe('locked');
    fixture.clock.advance(SECOND_MS);
    expect(reasonOf(await signIn('zhangsan', password))).toBe('signed in');
    await expect(here.accounts.findAccount(accountId)).resolves.toMatchObject({ failedAttempts: 0, lockedUntil: null });
  });

  it('counts failures in a row: a success begins anew', async () => {
    await failTimes(4);
    expect(reasonOf(await signIn('zhangsan', password))).toBe('signed in');
    await failTimes(4);
    expect(reasonOf(await signIn('zhangsan', password))).toBe('signed in');
  });

  it('counts every one of many attempts at once, and lets the right one of them in only before the lock', async () => {
    const attempts = Array.from({ length: 20 }, (_, index) => signIn('zhangsan', `wrong-${index}`));
    const reasons = (await Promise.all(attempts)).map(reasonOf);
    expect(reasons.filter((reason) => reason === 'wrong_password')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'locked')).toHaveLength(15);
    expect(reasonOf(await signIn('zhangsan', password))).toBe('locked');
  });

  it('locks in every process', async () => {
    await failTimes(5);
    const there = await fixture.process({ listening: false });
    expect(reasonOf(await there.sessions.signIn('zhangsan', password, ORIGIN))).toBe('locked');
  });

  it('leaves an open session as it is', async () => {
    const before = await signIn('zhangsan', password);
    await failTimes(5);
    const resolution = await here.sessions.resolveSession(before.signedIn ? before.token : '');
    expect(resolution.found).toBe(true);
  });
});

describe('many sign-ins of one account', () => {
  it('ends the session used longest ago when there are too many', async () => {
    const tokens: string[] = [];
    for (let count = 0; count < IDENTITY_LIMITS.sessionsPerAccount; count += 1) {
      const result = await signIn('zhangsan', password);
      tokens.push(result.signedIn ? result.token : '');
      fixture.clock.advance(SECOND_MS);
    }
    const next = await signIn('zhangsan', password);
    expect(next).toMatchObject({ signedIn: true, displaced: 1 });
    await expect(here.sessions.resolveSession(tokens[0] ?? '')).resolves.toMatchObject({
      found: false,
      reason: 'displaced',
    });
    await expect(here.sessions.resolveSession(tokens[1] ?? '')).resolves.toMatchObject({ found: true });
    await expect(here.sessions.listSessions(accountId)).resolves.toHaveLength(IDENTITY_LIMITS.sessionsPerAccount);
  });
});
