import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    expect(lines).toContain('问题  环境变量 EVENTSTORE_URL 设置有误：选项 tlsCAFile 指明的文件读不到');
    expect(lines).not.toContain('hush');
    expect(exitCode).toBe(1);
  });
});

function portOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return String(address.port);
}
