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

/** An account with its first password. */
async function open(loginName = 'zhangsan'): Promise<{ accountId: string; password: string }> {
  const created = await here.accounts.createAccount({ loginName, displayName: '张三' });
  return { accountId: created.account.accountId, password: created.oneTimePassword ?? '' };
}

async function signIn(loginName: string, password: string): Promise<{ token: string; sessionId: string }> {
  const result = await here.sessions.signIn(loginName, password, ORIGIN);
  if (!result.signedIn) throw new Error(result.audit.reason);
  return { token: result.token, sessionId: result.session.sessionId };
}

describe('createAccount', () => {
  it('gives an account with a password for the first sign-in, to be changed', async () => {
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

  it('stores argon2id and nothing of the password', async () => {
    const { accountId, password } = await open();
    const rows = await database.pool.query('select t::text as text from identity.account t where account_id = $1', [
      accountId,
    ]);
    const text = JSON.stringify(rows.rows);
    expect(text).toContain('$argon2id$');
    expect(text).not.toContain(password);
  });

  it('makes no second account of a repeated request, and gives no second password', async () => {
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

  it('makes one account of the same request sent five times at once', async () => {
    const request = { accountId: randomUUID(), loginName: 'lisi', displayName: '李四' };
    const created = await Promise.all(Array.from({ length: 5 }, () => here.accounts.createAccount(request)));
    expect(created.filter((one) => one.oneTimePassword !== null)).toHaveLength(1);
    expect(new Set(created.map((one) => one.account.accountId))).toEqual(new Set([request.accountId]));
  });

  it('takes an account made between its two look-ups for its own when the id is', async () => {
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

  it('refuses an id that bears another login name, and a login name that another id bears', async () => {
    const { accountId } = await open('lisi');
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
  ])('refuses %j', async (request, code) => {
    await expect(here.accounts.createAccount(request)).rejects.toMatchObject({ code });
    await expect(here.accounts.listAccounts()).resolves.toEqual([]);
  });
});

describe('ensureFirstAdministrator', () => {
  it('creates admin once, whichever of several processes comes first', async () => {
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

  it('creates none where any account exists, a disabled one too', async () => {
    const { accountId } = await open();
    await here.accounts.disableAccount(accountId);
    await expect(here.accounts.ensureFirstAdministrator({ bootstrap: true })).resolves.toBeNull();
  });

  it('creates none without the order to', async () => {
    await expect(here.accounts.ensureFirstAdministrator({ bootstrap: false })).resolves.toBeNull();
    await expect(here.accounts.listAccounts()).resolves.toEqual([]);
  });

  it('takes an id of the caller', async () => {
    const accountId = randomUUID();
    const made = await here.accounts.ensureFirstAdministrator({ bootstrap: true, accountId, displayName: '管理员' });
    expect(made?.account).toMatchObject({ accountId, displayName: '管理员' });
  });
});

describe('finding accounts', () => {
  it('finds by id and by login name in any case, and tells nothing of the hash', async () => {
    const { accountId } = await open();
    const byId = await here.accounts.findAccount(accountId.toUpperCase());
    expect(byId).toMatchObject({ accountId, loginName: 'zhangsan' });
    expect(JSON.stringify(byId)).not.toContain('argon2');
    await expect(here.accounts.findAccountByLoginName('ZHANGSAN')).resolves.toEqual(byId);
    await expect(here.accounts.findAccount('nonsense')).resolves.toBeNull();
    await expect(here.accounts.findAccount(randomUUID())).resolves.toBeNull();
    await expect(here.accounts.findAccountByLoginName('无此人')).resolves.toBeNull();
  });

  it('lists by login name, page by page, by any part of a name', async () => {
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
  it('sets the password, ends the other sessions and clears the flag at once in this one', async () => {
    const { accountId, password } = await open();
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

  it('refuses a weak password before it looks at the current one', async () => {
    const { accountId } = await open();
    const verify = jest.spyOn(here.hasher, 'verify');
    await expect(
      here.accounts.changePassword({ accountId, currentPassword: 'x', newPassword: 'Zhangsan-2026' }),
    ).rejects.toMatchObject({
      code: 'IDENTITY.PASSWORD_WEAK',
      message: '口令不符合要求：不得包含登录名，请重新设置。',
    });
    expect(verify).not.toHaveBeenCalled();
  });

  it('refuses the current password as the new one, though not to one who does not know it', async () => {
    const { accountId, password } = await open();
    await expect(
      here.accounts.changePassword({ accountId, currentPassword: password, newPassword: password }),
    ).rejects.toMatchObject({ code: 'IDENTITY.PASSWORD_REUSED' });
    await expect(
      here.accounts.changePassword({ accountId, currentPassword: NEW_PASSWORD, newPassword: NEW_PASSWORD }),
    ).rejects.toMatchObject({ code: 'IDENTITY.PASSWORD_WRONG' });
  });

  it('counts wrong current passwords towards the lock', async () => {
    const { accountId, password } = await open();
    const change = (currentPassword: string): Promise<unknown> =>
      here.accounts.changePassword({ accountId, currentPassword, newPassword: NEW_PASSWORD });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await expect(change('wrong')).rejects.toMatchObject({ code: 'IDENTITY.PASSWORD_WRONG' });
    }
    await expect(change(password)).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_LOCKED' });
    fixture.clock.advance(10 * MINUTE_MS);
    await expect(change(password)).resolves.toMatchObject({ mustChangePassword: false });
  });

  it('knows no account that is not there', async () => {
    const request = { accountId: randomUUID(), currentPassword: 'x', newPassword: NEW_PASSWORD };
    await expect(here.accounts.changePassword(request)).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_UNKNOWN' });
  });

  it('lets one of two changes at the same time win', async () => {
    const { accountId, password } = await open();
    const changes = ['Gaige-2026-aaaa', 'Gaige-2026-bbbb'].map((newPassword) =>
      here.accounts.changePassword({ accountId, currentPassword: password, newPassword }),
    );
    const outcomes = await Promise.allSettled(changes);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('resetPassword', () => {
  it('gives another one-time password, ends the sessions and takes the lock away', async () => {
    const { accountId, password } = await open();
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

  it.each(['nonsense', randomUUID()])('knows no account %s', async (accountId) => {
    await expect(here.accounts.resetPassword(accountId)).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_UNKNOWN' });
  });
});

describe('disabling', () => {
  it('refuses the open session at once and the sign-in, until the account is enabled again', async () => {
    const { accountId, password } = await open();
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
    const { accountId, password } = await open();
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
  it('shows at once in open sessions', async () => {
    const { accountId, password } = await open();
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
