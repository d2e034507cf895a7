import { join } from 'node:path';
import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { doubledServer } from '../../libs/event-store/testing/kurrent-log';
import { aStream, someEvents } from '../../libs/event-store/testing/sample-events';
import { TcpRelay } from '../../libs/event-store/testing/tcp-relay';
import { type ProductFolder, productFolder } from './support/product-folder';
import { buildProduct, type ProductProcess, runCommand, startProduct } from './support/product-process';

const PATIENCE = { timeoutMs: 60_000 };

/** What the program does when a server that it needs is not up yet, as when all machines of an office start at once. */
describe('servers that are not up yet', () => {
  let folder: ProductFolder;
  let database: TestDatabase;
  let relay: TcpRelay;
  /** A database behind the relay. */
  let behindRelay: Readonly<Record<string, string>>;

  beforeAll(() => buildProduct());
  beforeEach(async () => {
    folder = await productFolder();
    database = await createTestDatabase();
    relay = await TcpRelay.open(database.appUrl);
    behindRelay = { DATABASE_URL: relay.url, DATABASE_OWNER_URL: database.ownerUrl, LOG_LEVEL: 'silent' };
  });
  afterEach(async () => {
    await folder.close();
    await relay.close();
    await database.close();
  });

  async function isSaid(product: ProductProcess, line: RegExp): Promise<void> {
    await eventually(() => expect(product.said()).toMatch(line), PATIENCE);
  }

  it('are waited for, which it says once, and it is ready once PostgreSQL is up', async () => {
    await relay.refuse();
    const product = startProduct(folder, behindRelay);
    const line = /^数据库尚未就绪，最多等待 60 秒：不能使用 DATABASE_URL 指定的 PostgreSQL：拒绝连接，.+。$/mu;
    await isSaid(product, line);
    await relay.accept();
    expect((await fetch(`${await product.ready()}/health/ready`)).status).toBe(200);
    const { code, stdout } = await product.kill('SIGTERM');
    expect([code, stdout.match(/尚未就绪/gu)]).toEqual([0, ['尚未就绪']]);
  });

  it('are waited for, which it says once, and it is ready once KurrentDB is up', async () => {
    const { double, close } = await doubledServer();
    double.stop();
    const product = startProduct(folder, { ...behindRelay, EVENTSTORE_URL: double.url });
    await isSaid(product, /^事件库尚未就绪，最多等待 60 秒：.+。$/mu);
    await double.restart();
    expect((await fetch(`${await product.ready()}/health/ready`)).status).toBe(200);
    expect((await product.kill('SIGTERM')).code).toBe(0);
    await close();
  });

  it('are not waited for any longer than the setting says: it ends with the reason in one line', async () => {
    await relay.refuse();
    const ended = await startProduct(folder, { ...behindRelay, TAIZHANG_START_WAIT_SECONDS: '0' }).ended;
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^不能使用 DATABASE_URL 指定的 PostgreSQL：.+。（POSTGRES\.UNAVAILABLE）\n$/u);
  });

  it('do not keep it from ending in order when it is told to stop', async () => {
    await relay.refuse();
    const product = startProduct(folder, behindRelay);
    await isSaid(product, /尚未就绪/u);
    expect(await product.kill('SIGTERM')).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('are not waited for where the settings are wrong: it ends at once with the reason in one line', async () => {
    const wrong = new URL(relay.url);
    wrong.password = 'hush';
    const ended = await startProduct(folder, { ...behindRelay, DATABASE_URL: wrong.href }).ended;
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(
      /^不能使用 DATABASE_URL 指定的 PostgreSQL：用户名或口令不对.+。（POSTGRES\.REFUSED）\n$/u,
    );
    expect(ended.stderr).not.toContain('hush');
  });

  it('are not waited for by a command, which says the reason at once', async () => {
    await relay.refuse();
    const place = join(folder.path, 'command');
    const without = await runCommand('verify', place, behindRelay);
    expect(without).toMatchObject({ code: 1, stdout: '' });
    expect(without.stderr).toMatch(/^不能使用 DATABASE_URL .+。（POSTGRES\.UNAVAILABLE）\n$/u);
  });

  it('are asked by doctor: how far the log in KurrentDB goes, or why it cannot be read', async () => {
    const { double, store, close } = await doubledServer();
    const doctor = () => runCommand('doctor', join(folder.path, 'doctor'), { EVENTSTORE_URL: double.url });
    await store.append(aStream(), 'no-stream', someEvents(2));
    const fine = await doctor();
    expect(fine.stdout).toContain(`正常  事件日志：外部 KurrentDB，可以读取，最新位置 ${(await store.head()) ?? ''}\n`);
    expect(fine.code).toBe(0);
    await close();
    const without = await doctor();
    expect(without.stdout).toMatch(/^问题 {2}事件日志：.+$/mu);
    expect(without.code).toBe(1);
  });
});
