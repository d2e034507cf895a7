import { randomUUID } from 'node:crypto';
import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { IdentityFixture, type IdentityProcess } from '../testing';
import { DAY_MS, IDENTITY_LIMITS, SECOND_MS } from './identity-limits';
import { newSecretToken } from './secret-token';

let database: TestDatabase;
let fixture: IdentityFixture;
let here: IdentityProcess;
let accountId: string;
let password: string;

beforeAll(async () => {
  database = await createTestDatabase();
  fixture = new IdentityFixture(database.pool);
  await fixture.migrate();
});
beforeEach(async () => {
  here = await fixture.process();
  const created = await here.accounts.createAccount({ loginName: 'zhangsan', displayName: '张三' });
  accountId = created.account.accountId;
  password = 'Gaige-2026-taizhang';
  const currentPassword = created.oneTimePassword ?? '';
  await here.accounts.changePassword({ accountId, currentPassword, newPassword: password });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await fixture.reset();
});
afterAll(() => database.close());

const inDays = (days: number): Date => new Date(fixture.clock.now().getTime() + days * DAY_MS);

async function create(name = '数据同步', expiresAt = inDays(30)): Promise<{ tokenId: string; secret: string }> {
  const { token, secret } = await here.apiTokens.createToken({ accountId, name, expiresAt });
  return { tokenId: token.tokenId, secret };
}

async function outcome(secret: string, where = here): Promise<string> {
  const resolution = await where.apiTokens.resolveToken(secret);
  return resolution.found ? 'found' : resolution.reason;
}

describe('createToken', () => {
  it('gives a secret once and stores only its digest', async () => {
    const { token, secret } = await here.apiTokens.createToken({
      accountId,
      name: ' 数据同步 ',
      expiresAt: inDays(30),
    });
    expect(secret).toMatch(/^tz_[A-Za-z0-9_-]{43}$/);
    expect(token).toEqual({
      tokenId: token.tokenId,
      accountId,
      name: '数据同步',
      createdAt: fixture.clock.now(),
      expiresAt: inDays(30),
      lastUsedAt: null,
    });
    const rows = await database.pool.query('select t::text as text from identity.api_token t');
    expect(JSON.stringify(rows.rows)).not.toContain(secret.slice(3));
    await expect(here.apiTokens.listTokens(accountId)).resolves.toEqual([token]);
  });

  it.each([
    ['an empty name', { name: ' ' }, 'IDENTITY.TOKEN_NAME_INVALID'],
    ['a long name', { name: '名'.repeat(65) }, 'IDENTITY.TOKEN_NAME_INVALID'],
    ['an expiry that has come', { days: 0 }, 'IDENTITY.TOKEN_EXPIRY_INVALID'],
    ['an expiry beyond a year', { days: 367 }, 'IDENTITY.TOKEN_EXPIRY_INVALID'],
    ['no expiry', { days: Number.NaN }, 'IDENTITY.TOKEN_EXPIRY_INVALID'],
    ['an unknown account', { of: randomUUID() }, 'IDENTITY.ACCOUNT_UNKNOWN'],
    ['an id that is none', { of: 'x' }, 'IDENTITY.ACCOUNT_UNKNOWN'],
  ])('refuses %s', async (_what, wrong: { name?: string; days?: number; of?: string }, code) => {
    const request = { accountId: wrong.of ?? accountId, name: wrong.name ?? 'a', expiresAt: inDays(wrong.days ?? 1) };
    await expect(here.apiTokens.createToken(request)).rejects.toMatchObject({ code });
    await expect(here.apiTokens.listTokens(accountId)).resolves.toEqual([]);
  });

  it('refuses a name in use until its token is revoked or has expired', async () => {
    const { tokenId } = await create('Sync', inDays(2));
    await expect(create('sync')).rejects.toMatchObject({ code: 'IDENTITY.TOKEN_NAME_TAKEN' });
    await here.apiTokens.revokeToken({ accountId, tokenId });
    await create('sync', inDays(1));
    fixture.clock.advance(DAY_MS);
    await expect(create('sync')).resolves.toBeDefined();
  });

  it('makes one of two with the same name at once', async () => {
    const outcomes = await Promise.allSettled([create('same'), create('same')]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('makes no more than the limit', async () => {
    for (let count = 0; count < IDENTITY_LIMITS.apiTokensPerAccount; count += 1) await create(`token ${count}`);
    await expect(create('one more')).rejects.toMatchObject({ code: 'IDENTITY.TOKEN_LIMIT' });
  });

  it('refuses a disabled account', async () => {
    await here.accounts.disableAccount(accountId);
    await expect(create()).rejects.toMatchObject({ code: 'IDENTITY.ACCOUNT_DISABLED' });
  });
});

describe('resolveToken', () => {
  it('says who is behind it', async () => {
    const { tokenId, secret } = await create();
    await expect(here.apiTokens.resolveToken(secret)).resolves.toEqual({
      found: true,
      token: {
        tokenId,
        name: '数据同步',
        account: { accountId, loginName: 'zhangsan', displayName: '张三', mustChangePassword: false },
      },
    });
  });

  it('refuses what is no token with one sentence', async () => {
    await expect(here.apiTokens.resolveToken(newSecretToken('tz_'))).resolves.toEqual({
      found: false,
      code: 'IDENTITY.TOKEN_REFUSED',
      message: '访问令牌无效或已失效，请换用有效的令牌。',
      reason: 'unknown',
    });
    for (const junk of ['', 'tz_', newSecretToken()]) expect(await outcome(junk)).toBe('unknown');
  });

  it('expires to the millisecond, also out of memory', async () => {
    const { secret } = await create('short', new Date(fixture.clock.now().getTime() + 10 * SECOND_MS));
    fixture.clock.advance(10 * SECOND_MS - 1);
    expect(await outcome(secret)).toBe('found');
    fixture.clock.advance(1);
    expect(await outcome(secret)).toBe('expired');
    await expect(here.apiTokens.listTokens(accountId)).resolves.toEqual([]);
  });

  it('asks once and writes "last used" once in 30 seconds', async () => {
    const { secret } = await create();
    const query = jest.spyOn(database.pool, 'query');
    await Promise.all(Array.from({ length: 20 }, () => here.apiTokens.resolveToken(secret)));
    const first = fixture.clock.now();
    fixture.clock.advance(29 * SECOND_MS);
    expect(await outcome(secret)).toBe('found');
    expect(query).toHaveBeenCalledTimes(2);
    await expect(here.apiTokens.listTokens(accountId)).resolves.toMatchObject([{ lastUsedAt: first }]);
    fixture.clock.advance(SECOND_MS);
    await outcome(secret);
    await expect(here.apiTokens.listTokens(accountId)).resolves.toMatchObject([{ lastUsedAt: fixture.clock.now() }]);
  });

  it('is refused at once when the account is disabled, and while a password must be changed', async () => {
    const { secret } = await create();
    expect(await outcome(secret)).toBe('found');
    await here.accounts.disableAccount(accountId);
    expect(await outcome(secret)).toBe('disabled');
    await here.accounts.enableAccount(accountId);
    expect(await outcome(secret)).toBe('found');
    await here.accounts.resetPassword(accountId);
    expect(await outcome(secret)).toBe('password_change_due');
  });
});

describe('revoking', () => {
  it('is refused at once here and soon elsewhere', async () => {
    const there = await fixture.process();
    const { tokenId, secret } = await create();
    expect([await outcome(secret), await outcome(secret, there)]).toEqual(['found', 'found']);
    await here.apiTokens.revokeToken({ accountId, tokenId: tokenId.toUpperCase() });
    expect(await outcome(secret)).toBe('revoked');
    await eventually(async () => expect(await outcome(secret, there)).toBe('revoked'));
    await expect(here.apiTokens.listTokens(accountId)).resolves.toEqual([]);
  });

  it('knows only open tokens of that account', async () => {
    const { tokenId, secret } = await create();
    const unknown = { code: 'IDENTITY.TOKEN_UNKNOWN' };
    await expect(here.apiTokens.revokeToken({ accountId: randomUUID(), tokenId })).rejects.toMatchObject(unknown);
    await expect(here.apiTokens.revokeToken({ accountId, tokenId: 'junk' })).rejects.toMatchObject(unknown);
    expect(await outcome(secret)).toBe('found');
    await here.apiTokens.revokeToken({ accountId, tokenId });
    await expect(here.apiTokens.revokeToken({ accountId, tokenId })).rejects.toMatchObject(unknown);
  });

  it('takes all tokens of an account', async () => {
    const secrets = [(await create('a')).secret, (await create('b')).secret];
    await expect(here.apiTokens.revokeTokensOf(accountId)).resolves.toBe(2);
    for (const secret of secrets) expect(await outcome(secret)).toBe('revoked');
  });
});
