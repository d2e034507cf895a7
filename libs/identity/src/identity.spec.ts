import { ControlledClock, createLogger, migrate } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { createIdentity, type Identity, IDENTITY_MIGRATIONS } from './index';

let database: TestDatabase;
let identity: Identity;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.pool, IDENTITY_MIGRATIONS, { lockKey: 1 });
  const clock = new ControlledClock('2026-03-02T01:00:00Z');
  identity = createIdentity({ pool: database.pool, clock, logger: createLogger('silent') });
  await identity.start();
});
afterAll(async () => {
  await identity.close();
  await database.close();
});

describe('createIdentity', () => {
  it('goes the whole way with the hasher of production: first administrator, sign-in, new password, token, sign-out', async () => {
    const first = await identity.accounts.ensureFirstAdministrator({ bootstrap: true });
    const currentPassword = first?.oneTimePassword ?? '';
    const stored = await database.pool.query('select password_hash from identity.account');
    expect(JSON.stringify(stored.rows)).toContain('"$argon2id$v=19$m=19456,t=2,p=1$');

    const result = await identity.sessions.signIn('admin', currentPassword, {
      clientAddress: '127.0.0.1',
      userAgent: '',
    });
    if (!result.signedIn) throw new Error(result.audit.reason);
    const { accountId } = result.session.account;
    await identity.accounts.changePassword({
      accountId,
      currentPassword,
      newPassword: 'Gaige-2026-taizhang',
      keepSessionId: result.session.sessionId,
    });
    await expect(identity.sessions.resolveSession(result.token)).resolves.toMatchObject({ found: true });

    const expiresAt = new Date('2026-04-01T00:00:00Z');
    const { secret } = await identity.apiTokens.createToken({ accountId, name: 'export', expiresAt });
    await expect(identity.apiTokens.resolveToken(secret)).resolves.toMatchObject({ found: true });

    await identity.sessions.signOut(result.token);
    await expect(identity.sessions.resolveSession(result.token)).resolves.toMatchObject({ found: false });
    await expect(identity.apiTokens.resolveToken(secret)).resolves.toMatchObject({ found: true });
  });
});
