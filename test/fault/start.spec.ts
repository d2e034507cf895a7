import { createTestDatabase, eventually } from '#testing';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { doubledServer } from '../../libs/event-store/testing/kurrent-log';
import { type ProductFolder, productFolder } from './support/product-folder';
import { buildProduct, type Ended, type ProductProcess, startProduct, startRole } from './support/product-process';

/** What the person at the terminal and the scripts around the product rely on. */
describe('starting and stopping', () => {
  let folder: ProductFolder;
  let port: Server | undefined;

  beforeAll(() => buildProduct());
  beforeEach(async () => {
    folder = await productFolder();
  });
  afterEach(async () => {
    port?.close();
    port = undefined;
    await folder.close();
  });

  it('says at the first start where it is, and where the password is; at the second start nothing of a password', async () => {
    const passwordFile = join(folder.path, 'first-sign-in.txt');
    const first = startProduct(folder);
    const address = await first.ready();
    const password = await passwordIn(passwordFile);
    await servesAndTakes(address, password);
    const stopped = await first.kill('SIGTERM');
    expect(linesOf(stopped.stdout)).toEqual([
      `台账已就绪：${address}`,
      `数据文件夹：${folder.path}`,
      `首次登录：登录名 admin，一次性口令在文件 ${passwordFile} 中（仅本机当前用户可读）。`,
      '按 Ctrl-C 停止。',
    ]);
    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
    const second = startProduct(folder);
    const again = await second.ready();
    await servesAndTakes(again, password);
    const stoppedAgain = await second.kill('SIGINT');
    expect(linesOf(stoppedAgain.stdout)).toEqual([
      `台账已就绪：${again}`,
      `数据文件夹：${folder.path}`,
      '按 Ctrl-C 停止。',
    ]);
    for (const text of [...(await logs()), stopped.stdout, stoppedAgain.stdout]) expect(text).not.toContain(password);
    expect([stopped, stoppedAgain]).toEqual([ended(stopped, 0), ended(stoppedAgain, 0)]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 and stops its PostgreSQL on %s', async (signal) => {
    const product = startProduct(folder);
    await product.ready();
    const postgres = await postmasterPid();
    expect(isAlive(postgres)).toBe(true);
    const outcome = await product.kill(signal);
    expect(outcome).toEqual({ ...outcome, code: 0, signal: null, stderr: '' });
    expect(isAlive(postgres)).toBe(false);
    await nothingIsLeft();
  });

  it('ends in order when it is told to stop while it is still starting', async () => {
    const product = startProduct(folder);
    await eventually(async () => expect(await readdir(folder.path)).toContain('runtime.json'));
    const outcome = await product.kill('SIGTERM');
    expect(outcome).toEqual({ ...outcome, code: 0, signal: null, stderr: '' });
    await nothingIsLeft();
  });

  it('keeps its log in KurrentDB where it is told to, and goes back to no other log', async () => {
    const { double, close } = await doubledServer();
    try {
      const product = startProduct(folder, { EVENTSTORE_URL: double.url });
      const address = await product.ready();
      await servesAndTakes(address, await passwordIn(join(folder.path, 'first-sign-in.txt')));
      expect((await product.kill('SIGTERM')).code).toBe(0);
      expect(double.log.records.some(({ stream }) => stream.startsWith('taizhang.account-'))).toBe(true);
      const without = startProduct(folder);
      await eventually(() => expect(without.said()).toContain('事件日志是空的'));
      expect(without.said()).not.toContain('台账已就绪');
      expect((await without.kill('SIGTERM')).code).toBe(0);
      const again = startProduct(folder, { EVENTSTORE_URL: double.url });
      await again.ready();
      expect((await again.kill('SIGTERM')).code).toBe(0);
    } finally {
      await close();
    }
  });

  it('leaves the first password with the api, also where a worker was started before it', async () => {
    const database = await createTestDatabase();
    const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
    const place = (role: string): string => join(folder.path, role);
    const worker = startRole('worker', place('worker'), addresses);
    const api = worker.ready().then(() => startRole('api', place('api'), addresses));
    try {
      const address = await (await api).ready();
      await servesAndTakes(address, await passwordIn(join(place('api'), 'first-sign-in.txt')));
      expect((await (await api).kill('SIGTERM')).stdout).toContain('首次登录');
      expect((await worker.kill('SIGTERM')).stdout).not.toContain('首次登录');
    } finally {
      await Promise.allSettled([worker.kill('SIGKILL'), api.then((started) => started.kill('SIGKILL'))]);
      await database.close();
    }
  });

  it('is ready as an api only after its worker has come: until then its health is red, and it says what it waits for', async () => {
    const database = await createTestDatabase();
    const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
    const place = (role: string): string => join(folder.path, role);
    const api = startRole('api', place('api'), addresses);
    let worker: ProductProcess | undefined;
    try {
      const waiting = /正在等待后台进程（serve worker）更新台账各表（.*posts.*），请确认它已启动。接口地址：(\S+)/u;
      const address = await eventually(() => waiting.exec(api.said())?.[1] ?? fail(api.said()), { timeoutMs: 60_000 });
      expect((await fetch(`${address}/health/ready`)).status).toBe(503);
      expect(api.said()).not.toContain('已就绪');
      worker = startRole('worker', place('worker'), addresses);
      expect(await api.ready()).toBe(address);
      await servesAndTakes(address, await passwordIn(join(place('api'), 'first-sign-in.txt')));
    } finally {
      await Promise.all([api.kill('SIGTERM'), worker?.kill('SIGTERM')]);
      await database.close();
    }
  });

  it('names a busy port in one line, and leaves nothing running', async () => {
    port = createServer().listen(0, '127.0.0.1');
    await once(port, 'listening');
    const bound = port.address();
    const number = typeof bound === 'object' ? String(bound?.port) : '';
    const outcome = await startProduct(folder, { PORT: number }).ended;
    expect(outcome).toEqual(
      ended(outcome, 1, `端口 ${number} 已被其他程序占用，请用 PORT 另指定一个端口后再启动。（SERVER.PORT_BUSY）`),
    );
    expect(outcome.stdout).toBe('');
    await nothingIsLeft();
    // Nobody was told of a first password, so the next start tells it.
    const product = startProduct(folder);
    await product.ready();
    expect((await product.kill('SIGTERM')).stdout).toContain('首次登录');
  });

  it('names the holder of a data folder in one line, and leaves the holder alone', async () => {
    const holder = startProduct(folder);
    const address = await holder.ready();
    const second = startProductBeside(holder);
    const outcome = await second.ended;
    expect(outcome).toEqual(
      ended(
        outcome,
        1,
        `数据文件夹正被进程 ${holder.pid} 使用，请先停止它，或用 TAIZHANG_DATA 另指定一个文件夹。（DATA.LOCKED）`,
      ),
    );
    expect(outcome.stdout).toBe('');
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect((await holder.kill('SIGTERM')).code).toBe(0);
    await nothingIsLeft();
  });

  it('names a wrong setting in one line, without its value', async () => {
    const outcome = await startProduct(folder, { PORT: 'kein-hafen' }).ended;
    expect(outcome).toEqual(
      ended(outcome, 1, '环境变量设置有误，请改正后再启动：PORT 应为0 到 65535 之间的整数。（CONFIG.INVALID）'),
    );
  });

  /** The watchdog keeps the holder's number: the second one ends by itself. */
  function startProductBeside(holder: ProductProcess): ProductProcess {
    const second = startProduct(folder);
    void second.ended.then(() => folder.guard(holder.pid));
    return second;
  }

  async function servesAndTakes(address: string, password: string): Promise<void> {
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    const body = JSON.stringify({ loginName: 'admin', password });
    const headers = { 'content-type': 'application/json' };
    const signedIn = await fetch(`${address}/api/sign-in`, { method: 'POST', headers, body });
    expect(signedIn.status).toBe(200);
    expect(await signedIn.json()).toEqual({ mustChangePassword: true });
  }

  async function passwordIn(file: string): Promise<string> {
    const password = /一次性口令：(\S+)/u.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(12);
    return password;
  }

  /** Whatever is written beside the data, but the password file itself. */
  async function logs(): Promise<string[]> {
    const names = (await readdir(folder.path)).filter((name) => name.endsWith('.log'));
    expect(names.sort()).toEqual(['postgres.log', 'taizhang.log']);
    return Promise.all(names.map((name) => readFile(join(folder.path, name), 'utf8')));
  }

  async function postmasterPid(): Promise<number> {
    return Number((await readFile(join(folder.path, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  /** No database runs on the folder and nobody holds it. */
  async function nothingIsLeft(): Promise<void> {
    expect(await readdir(join(folder.path, 'postgres'))).not.toContain('postmaster.pid');
    expect(await readdir(join(folder.path, 'lock'))).toEqual([]);
    expect(await readdir(folder.path)).not.toContain('runtime.json');
  }
});

/** An end with a code and at most one line for the person. */
function ended({ stdout }: Ended, code: number, line?: string): Ended {
  return { code, signal: null, stdout, stderr: line === undefined ? '' : `${line}\n` };
}

/** What it says of itself; a slow machine makes it say that it waits, too. */
function linesOf(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  return lines.filter((line) => !line.startsWith('正在追上事件日志'));
}

function fail(said: string): never {
  throw new Error(`it has said only:\n${said}`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
