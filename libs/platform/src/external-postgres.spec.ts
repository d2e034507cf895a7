import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { createTestDatabase, type TestDatabase } from '#testing';
import { askPostgres, refuseOld } from './external-postgres';
import { TaizhangError } from './taizhang-error';

describe('asking an external PostgreSQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  function changed(change: (url: URL) => void): string {
    const url = new URL(database.appUrl);
    change(url);
    return url.href;
  }

  async function refusal(url: string, timeoutMs?: number): Promise<string> {
    const error: unknown = await askPostgres(url, 'DATABASE_URL', timeoutMs).then(
      () => new Error('it was let in'),
      (raised: unknown) => raised,
    );
    if (!(error instanceof TaizhangError)) throw error;
    expect(error.message).toMatch(/^不能使用 DATABASE_URL 指定的 PostgreSQL：.+。$/u);
    expect(error.message).not.toContain('hush');
    return `${error.code} ${error.message}`;
  }

  it('answers its version', async () => {
    const { version } = await askPostgres(database.appUrl, 'DATABASE_URL');
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(15);
  });

  it('tells a wrong password, a wrong user and a wrong database apart from a server that is away', async () => {
    const wrong = {
      password: changed((url) => (url.password = 'hush')),
      user: changed((url) => (url.username = 'nobody')),
      database: changed((url) => (url.pathname = '/nowhere')),
    };
    expect(await refusal(wrong.password)).toMatch(/^POSTGRES\.REFUSED .*用户名或口令不对/u);
    expect(await refusal(wrong.user)).toMatch(/^POSTGRES\.REFUSED /u);
    expect(await refusal(wrong.database)).toMatch(/^POSTGRES\.REFUSED .*没有这个数据库/u);
  });

  it('tells TLS against a server without it', async () => {
    const url = changed((address) => address.searchParams.set('sslmode', 'verify-full'));
    expect(await refusal(url)).toMatch(/^POSTGRES\.REFUSED .*TLS/u);
  });

  it('says of a server that is not there or keeps silent that it is worth waiting for', async () => {
    expect(await refusal('postgres://a:hush@127.0.0.1:1/d')).toMatch(/^POSTGRES\.UNAVAILABLE .*拒绝连接/u);
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = changed((address) => (address.port = String(portOf(silent))));
    expect(await refusal(url, 50)).toMatch(/^POSTGRES\.UNAVAILABLE .*没有应答/u);
    silent.close();
  });

  it('refuses a version that is too old', () => {
    expect(refuseOld({ version: '15.0', number: 150_000 }, 'DATABASE_URL')).toEqual({ version: '15.0' });
    expect(() => refuseOld({ version: '14.19', number: 140_019 }, 'DATABASE_OWNER_URL')).toThrow(
      'DATABASE_OWNER_URL 指定的 PostgreSQL 是 14.19，本程序需要 15 或更高版本，请先升级。',
    );
  });
});

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return address.port;
}
