import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, startRedis } from '#testing';
import { doctorCommand } from './doctor';

describe('doctor', () => {
  let server: Server;
  let port: string;
  /** What whoever has the port answers. */
  let answer: string;

  beforeEach(async () => {
    server = createServer((_request, response) => response.end(answer)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = portOf(server);
  });
  afterEach(() => {
    server.close();
    process.exitCode = undefined;
  });

  /** @returns the lines, and the exit code that it asks for */
  async function examined(env: NodeJS.ProcessEnv): Promise<{ lines: string; exitCode: unknown }> {
    const lines: string[] = [];
    const said = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    try {
      await doctorCommand({ TAIZHANG_DATA: join(tmpdir(), 'taizhang-doctor-nowhere'), ...env });
    } finally {
      said.mockRestore();
    }
    return { lines: lines.join(''), exitCode: process.exitCode };
  }

  it('finds a port that is taken by a stranger, and says what to do', async () => {
    for (const theirs of ['hello', '{"live":false}', '{"live":true,"name":"other"}']) {
      answer = theirs;
      const { lines, exitCode } = await examined({ PORT: port });
      expect(lines).toContain(`问题  127.0.0.1:${port} 已被占用或不能监听，请停止占用它的程序`);
      expect(exitCode).toBe(1);
    }
  });

  it('takes no offence at the ledgers that run', async () => {
    answer = '{"live":true}';
    const { lines, exitCode } = await examined({ PORT: port });
    expect(lines).toContain(`正常  127.0.0.1:${port} 由正在运行的台账使用`);
    expect(exitCode).toBeUndefined();
  });

  it('finds nothing wrong with a free port', async () => {
    server.close();
    await once(server, 'close');
    const { lines, exitCode } = await examined({ PORT: port });
    expect(lines).toContain(`正常  127.0.0.1:${port} 可以监听`);
    expect(exitCode).toBeUndefined();
  });

  describe('asks the servers', () => {
    /** Lines about servers, and the exit code. A port that is free is found so in every case. */
    async function ofServers(env: NodeJS.ProcessEnv): Promise<{ lines: string; exitCode: unknown }> {
      const found = await examined({ PORT: '0', ...env });
      expect(found.lines).not.toContain('hush');
      return found;
    }

    it('PostgreSQL: what it is, or why it lets nobody in', async () => {
      const database = await createTestDatabase();
      const wrong = new URL(database.ownerUrl);
      wrong.password = 'hush';
      try {
        const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
        const fine = await ofServers(env);
        expect(fine.lines).toMatch(/^正常 {2}数据库：外部 PostgreSQL \d+\.\d+，可以连接$/mu);
        expect(fine.lines).toContain('正常  数据库（日志属主）：可以连接');
        expect(fine.exitCode).toBeUndefined();
        const refused = await ofServers({ ...env, DATABASE_OWNER_URL: wrong.href });
        expect(refused.lines).toMatch(/^问题 {2}数据库（日志属主）：不能使用 DATABASE_OWNER_URL .*用户名或口令不对/mu);
        expect(refused.exitCode).toBe(1);
      } finally {
        await database.close();
      }
    });

    it('Redis: what it is and what it does when memory is short, or why it cannot be used', async () => {
      const redis = await startRedis();
      try {
        const { lines, exitCode } = await ofServers({ REDIS_URL: redis.url });
        expect(lines).toMatch(/^正常 {2}队列：外部 Redis [\d.]+，可以连接，maxmemory-policy 为 noeviction$/mu);
        expect(exitCode).toBeUndefined();
      } finally {
        await redis.close();
      }
      const without = await ofServers({ REDIS_URL: redis.url.replace('redis://', 'redis://:hush@') });
      expect(without.lines).toMatch(/^问题 {2}队列：不能使用 REDIS_URL 指定的 Redis：拒绝连接/mu);
      expect(without.exitCode).toBe(1);
    });
  });

  it('names a setting that cannot be, and never its value', async () => {
    const { lines, exitCode } = await examined({ PORT: 'secret-port' });
    expect(lines).toContain('PORT');
    expect(lines).not.toContain('secret-port');
    expect(exitCode).toBe(1);
  });

  it('finds a certificate of the event store that cannot be read, and names its option only', async () => {
    answer = '{"live":true}';
    const url = 'kurrentdb://taizhang:hush@a,b?tlsCAFile=/nowhere/hush.crt';
    const { lines, exitCode } = await examined({ PORT: port, EVENTSTORE_URL: url });
    expect(lines).toContain(
      '问题  事件日志：环境变量 EVENTSTORE_URL 设置有误：选项 tlsCAFile 指明的文件读不到，请检查路径和权限',
    );
    expect(lines).not.toContain('hush');
    expect(exitCode).toBe(1);
  });
});

function portOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return String(address.port);
}
