import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '#testing';
import { IdentityFixture, type IdentityProcess } from '../testing';
import { MINUTE_MS } from './identity-limits';

const ORIGIN = { clientAddress: '10.0.0.8', userAgent: 'spec' };
const NEW_PASSWORD = 'Gaige-2026-taizhang';

let database: TestDatabase;
let fixture: IdentityFixture;
let here: IdentityProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  fixture = new IdentityFixture(database.pool);
  await fixture.migrate();
});
beforeEach(async () => (here = await fixture.process()));
afterEach(() => fixture.reset());
afterAll(() => database.close());

/** Creates an account and answers its one-time password. */
async function createAccount(loginName = 'zhangsan'): Promise<{ accountId: string; password: string }> {
  const created = await here.accounts.createAccount({ loginName, displayName: '张三' });
  return { accountId: created.account.accountId, password: created.oneTimePassword ?? '' };
}

async function signIn(loginName: string, password: string): Promise<{ token: string; sessionId: string }> {
  const result = await here.sessions.signIn(loginName, password, ORIGIN);
  if (!result.signedIn) throw new Error(result.audit.reason);
  return { token: result.token, sessionId: result.session.sessionId };
}

describe('createAccount', () => {
  it('creates an account with a one-time password that has to be changed after the first sign-in', async () => {
    const { account, oneTimePassword } = await here.accounts.createAccount({
      loginName: 'ZhangSan',
      displayName: '张三',
    });
    expect(account).toEqual({
      accountId: account.accountId,
      loginName: 'zhangsan',
      displayName: '张三',
      mustChangePassword: true,
      disabledAt: null,
      failedAttempts: 0,
      lockedUntil: null,
      createdAt: fixture.clock.now(),
      passwordSetAt: fixture.clock.now(),
    });
    const result = await here.sessions.signIn('zhangsan', oneTimePassword ?? '', ORIGIN);
    expect(result).toMatchObject({ signedIn: true, session: { account: { mustChangePassword: true } } });
  });

  it('stores an argon2id hash and not the password', async () => {
    const { accountId, password } = await createAccount();
    const rows = await database.pool.query('select t::text as text from identity.account t where account_id = $1', [
      accountId,
    ]);
    const text = JSON.stringify(rows.rows);
    expect(text).toContain('$argon2id$');
    expect(text).not.toContain(password);
  });

  it('answers a repeated request with the account of the first one and no password', async () => {
    const accountId = randomUUID();
    const first = await here.accounts.createAccount({ accountId, loginName: 'lisi', displayName: '李四' });
    const again = await here.accounts.createAccount({
      accountId: accountId.toUpperCase(),
      loginName: ' LiSi',
      displayName: '李四',
    });
    expect(again).toEqual({ account: first.account, oneTimePassword: null });
    await expect(signIn('lisi', first.oneTimePassword ?? '')).resolves.toBeDefined();
  });

  it('creates one account for the same request sent five times at once', async () => {
    const request = { accountId: randomUUID(), loginName: 'lisi', displayName: '李四' };
    const created = await Promise.all(Array.from({ length: 5 }, () => here.accounts.createAccount(request)));
    expect(created.filter((one) => one.oneTimePassword !== null)).toHaveLength(1);
    expect(new Set(created.map((one) => one.account.accountId))).toEqual(new Set([request.accountId]));
  });

  it('answers with the account that the same request has created between the two look-ups', async () => {
    const request = { accountId: randomUUID(), loginName: 'lisi', displayName: '李四' };
    const lookUp: jest.SpyInstance<unknown> = jest.spyOn(database.pool, 'query');
    lookUp.mockImplementationOnce(async () => {
      await here.accounts.createAccount(request);
      return { rows: [] };
    });
    const { account, oneTimePassword } = await here.accounts.createAccount(request);
    lookUp.mockRestore();
    expect([account.accountId, oneTimePassword]).toEqual([request.accountId, null]);
  });

  it('refuses a known id with another login name, and a login name that is taken', async () => {
    const { accountId } = await createAccount('lisi');
    await expect(
      here.accounts.createAccount({ accountId, loginName: 'wangwu', displayName: '王五' }),
    ).rejects.toMatchObject({
      code: 'IDENTITY.ACCOUNT_EXISTS',
    });
    await expect(here.accounts.createAccount({ loginName: 'LISI', displayName: '李四' })).rejects.toMatchObject({
      code: 'IDENTITY.LOGIN_NAME_TAKEN',
    });
  });

  it.each([
    [{ loginName: '13800138000', displayName: '张三' }, 'IDENTITY.LOGIN_NAME_INVALID'],
    [{ loginName: 'zhangsan', displayName: ' ' }, 'IDENTITY.DISPLAY_NAME_INVALID'],
    [{ loginName: 'zhangsan', displayName: '张三', accountId: '1' }, 'IDENTITY.ACCOUNT_ID_INVALID'],
  ])('refuses %j with %s and creates no account', async (request, code) => {
    await expect(here.accounts.createAccount(request)).rejects.toMatchObject({ code });
    await expect(here.accounts.listAccounts()).resolves.toEqual([]);
  });
});

describe('ensureFirstAdministrator', () => {
  it('creates admin once when several processes try at the same time', async () => {
    const there = await fixture.process();
    const tries = [here, there, here, there, here].map((each) =>
      each.accounts.ensureFirstAdministrator({ bootstrap: true }),
    );
    const made = (await Promise.all(tries)).filter((one) => one !== null);
    expect(made).toHaveLength(1);
    expect(made[0]?.account).toMatchObject({ loginName: 'admin', displayName: '系统管理员', mustChangePassword: true });
    await expect(signIn('admin', made[0]?.oneTimePassword ?? '')).resolves.toBeDefined();
    await expect(here.accounts.listAccounts()).resolves.toHaveLength(1);
    await expect(here.accounts.ensureFirstAdministrator({ bootstrap: true })).resolves.toBeNull();
  });

  it('creates nothing when an account exists, even a disabled one', async () => {
    const { accountId } = await createAccount();
    await here.accounts.disableAccount(accountId);
    await expect(here.accounts.ensureFirstAdministrator({ bootstrap: true })).resolves.toBeNull();
  });

  it('creates nothing when bootstrap is false', async () => {
    await expect(here.accounts.ensureFirstAdministrator({ bootstrap: false })).resolves.toBeNull();
    await expect(here.accounts.listAccounts()).resolves.toEqual([]);
  });

  it('uses the id and the display name that the caller gives', async () => {
    const accountId = randomUUID();
    const made = await here.accounts.ensureFirstAdministrator({ bootstrap: true, accountId, displayName: '管理员' });
    expect(made?.account).toMatchObject({ accountId, displayName: '管理员' });
  });
});

describe('finding accounts', () => {
  it('finds an account by id and by login name in any case, and leaves the hash out', async () => {
    const { accountId } = await createAccount();
    const byId = await here.accounts.findAccount(accountId.toUpperCase());
    expect(byId).toMatchObject({ accountId, loginName: 'zhangsan' });
    expect(JSON.stringify(byId)).not.toContain('argon2');
    await expect(here.accounts.findAccountByLoginName('ZHANGSAN')).resolves.toEqual(byId);
    await expect(here.accounts.findAccount('nonsense')).resolves.toBeNull();
    await expect(here.accounts.findAccount(randomUUID())).resolves.toBeNull();
    await expect(here.accounts.findAccountByLoginName('无此人')).resolves.toBeNull();
  });

  it('lists accounts in pages by login name, filtered by a part of a login or display name', async () => {
    for (const loginName of ['c.c', 'a_a', 'b-b'])
      await here.accounts.createAccount({ loginName, displayName: `姓名${loginName}` });
    const names = async (request: Parameters<typeof here.accounts.listAccounts>[0]): Promise<string[]> =>
      (await here.accounts.listAccounts(request)).map((account) => account.loginName);
    await expect(names({ limit: 2 })).resolves.toEqual(['a_a', 'b-b']);
    await expect(names({ limit: 2, after: 'b-b' })).resolves.toEqual(['c.c']);
    await expect(names({ text: '姓名B' })).resolves.toEqual(['b-b']);
    await expect(names({ text: '_' })).resolves.toEqual(['a_a']);
    await expect(names({ limit: 0 })).resolves.toHaveLength(1);
  });
});

describe('changePassword', () => {
  it('sets the password, ends all other sessions and clears mustChangePassword in this session at once', async () => {
    const { accountId, password } = await createAccount();
    const [mine, other] = [await signIn('zhangsan', password), await signIn('zhangsan', password)];
    await here.sessions.resolveSession(mine.token);
    await here.sessions.resolveSession(other.token);
    const account = await here.accounts.changePassword({
      accountId,
      currentPassword: password,
      newPassword: NEW_PASSWORD,
      keepSessionId: mine.sessionId,
    });
    expect(account.mustChangePassword).toBe(false);
    await expect(here.sessions.resolveSession(mine.token)).resolves.toMatchObject({
      found: true,
      session: { account: { mustChangePassword: false } },
    });
    await expect(here.sessions.resolveSession(other.token)).resolves.toMatchObject({
      found: false,
      reason: 'password_changed',
    });
    await expect(signIn('zhangsan', password)).rejects.toThrow('wrong_password');
    await expect(signIn('zhangsan', NEW_PASSWORD)).resolves.toBeDefined();
  });

  it('refuses a weak password before it checks the current one', async () => {
    const { accountId } = await createAccount();
    const verify = jest.spyOn(here.hasher, 'verify');
    await expect(
      here.accounts.changePassword({ accountId, currentPassword: 'x', newPassword: 'Zhangsan-2026' }),
    ).rejects.toMatchObject({
      code: 'IDENTITY.PASSWORD_WEAK',
      message: '口令不符合要求：不得包含登录名，请重新设置。',
    });
    expect(verify).not.toHaveBeenCalled();
  });

  it('refuses the current password as the new one, and admits this only to a caller who knows the current one', async () => {
    const { accountId, password } = await createAccount();
    await expect(
      here.accounts.changePassword({ accountId, currentPassword: password, newPassword: password }),
    ).rejects.toMatchObject({ code: 'IDENTITY.PASSWORD_REUSED' });
    await expect(
      here.accounts.changePassword({ accountId, currentPassword: NEW_PASSWORD, newPassword: NEW_PASSWORD }),
    ).rejects.toMatchObject({ code: 'IDENTITY.PASSWORD_WRONG' });
  });

  it('locks the account after five wrong current passwords', async () => {
    const { accountId, password } = await createAccount();
    const change = (currentPassword: string): Promise<unknown> =>
      here.accounts.changePassword({ accountId, currentPassword, newPassword: NEW_PASSWORD });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(change('wrong')).rejects.toMatchObject({ code: 'IDENTITY.PASSWORD_WRONG' });
    }
    await expect(change(password)).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_LOCKED' });
    fixture.clock.advance(10 * MINUTE_MS);
    await expect(change(password)).resolves.toMatchObject({ mustChangePassword: false });
  });

  it('refuses an unknown account with IDENTITY.ACCOUNT_UNKNOWN', async () => {
    const request = { accountId: randomUUID(), currentPassword: 'x', newPassword: NEW_PASSWORD };
    await expect(here.accounts.changePassword(request)).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_UNKNOWN' });
  });

  it('lets one of two simultaneous changes succeed and refuses the other', async () => {
    const { accountId, password } = await createAccount();
    const changes = ['Gaige-2026-aaaa', 'Gaige-2026-bbbb'].map((newPassword) =>
      here.accounts.changePassword({ accountId, currentPassword: password, newPassword }),
    );
    const outcomes = await Promise.allSettled(changes);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('resetPassword', () => {
  it('gives a new one-time password, ends all sessions and removes the lock', async () => {
    const { accountId, password } = await createAccount();
    await here.accounts.changePassword({ accountId, currentPassword: password, newPassword: NEW_PASSWORD });
    const { token } = await signIn('zhangsan', NEW_PASSWORD);
    await here.sessions.resolveSession(token);
    for (let attempt = 1; attempt <= 5; attempt += 1) await here.sessions.signIn('zhangsan', 'wrong', ORIGIN);

    const { account, oneTimePassword } = await here.accounts.resetPassword(accountId);
    expect(account).toMatchObject({ mustChangePassword: true, failedAttempts: 0, lockedUntil: null });
    await expect(here.sessions.resolveSession(token)).resolves.toMatchObject({
      found: false,
      reason: 'password_reset',
    });
    await expect(signIn('zhangsan', NEW_PASSWORD)).rejects.toThrow('wrong_password');
    await expect(signIn('zhangsan', oneTimePassword)).resolves.toBeDefined();
  });

  it.each(['nonsense', randomUUID()])(
    'refuses the unknown account %s with IDENTITY.ACCOUNT_UNKNOWN',
    async (accountId) => {
      await expect(here.accounts.resetPassword(accountId)).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_UNKNOWN' });
    },
  );
});

describe('namesOf', () => {
  it('gives accounts their displayed names, disabled ones too, and leaves out what is no account', async () => {
    const [{ accountId: one }, { accountId: other }] = [await createAccount('zhangsan'), await createAccount('lisi')];
    await here.accounts.disableAccount(other);
    await here.accounts.changeDisplayName(one, '李敏');
    const names = await here.accounts.namesOf([one, other, randomUUID()]);
    expect([names.get(one), names.size]).toEqual(['李敏', 2]);
    expect(names.has(other)).toBe(true);
  });
});

describe('enabledAmong', () => {
  it('names of some accounts those that can sign in: a disabled one cannot, nor one that is not there', async () => {
    const { accountId: able } = await createAccount('zhangsan');
    const { accountId: disabled } = await createAccount('lisi');
    await here.accounts.disableAccount(disabled);
    expect(await here.accounts.enabledAmong([able, disabled, able, randomUUID()])).toEqual(new Set([able]));
    expect(await here.accounts.enabledAmong([])).toEqual(new Set());
    await here.accounts.enableAccount(disabled);
    expect(await here.accounts.enabledAmong([disabled])).toEqual(new Set([disabled]));
  });
});

describe('disableAccount', () => {
  it('ends open sessions at once and refuses sign-in until the account is enabled again', async () => {
    const { accountId, password } = await createAccount();
    const { token } = await signIn('zhangsan', password);
    await expect(here.sessions.resolveSession(token)).resolves.toMatchObject({ found: true });
    const disabled = await here.accounts.disableAccount(accountId);
    expect(disabled.disabledAt).toEqual(fixture.clock.now());
    await expect(here.sessions.resolveSession(token)).resolves.toMatchObject({ found: false, reason: 'disabled' });
    await expect(signIn('zhangsan', password)).rejects.toThrow('disabled');

    fixture.clock.advance(MINUTE_MS);
    await expect(here.accounts.disableAccount(accountId)).resolves.toEqual(disabled);
    await expect(here.accounts.enableAccount(accountId)).resolves.toMatchObject({ disabledAt: null });
    await expect(here.sessions.resolveSession(token)).resolves.toMatchObject({ found: false });
    await expect(signIn('zhangsan', password)).resolves.toBeDefined();
  });

  it('leaves no session behind when the person signs in at the same moment', async () => {
    const { accountId, password } = await createAccount();
    const [result] = await Promise.all([
      here.sessions.signIn('zhangsan', password, ORIGIN),
      here.accounts.disableAccount(accountId),
    ]);
    const token = result.signedIn ? result.token : '';
    await expect(here.sessions.resolveSession(token)).resolves.toMatchObject({ found: false });
    const left = await database.pool.query('select from identity.session where ended_at is null');
    expect(left.rowCount).toBe(0);
  });
});

describe('changeDisplayName', () => {
  it('changes the name in open sessions at once, and refuses an empty name', async () => {
    const { accountId, password } = await createAccount();
    const { token } = await signIn('zhangsan', password);
    await here.sessions.resolveSession(token);
    await here.accounts.changeDisplayName(accountId, '张珊');
    await expect(here.sessions.resolveSession(token)).resolves.toMatchObject({
      session: { account: { displayName: '张珊' } },
    });
    await expect(here.accounts.changeDisplayName(accountId, '')).rejects.toMatchObject({
      code: 'IDENTITY.DISPLAY_NAME_INVALID',
    });
  });
});
