import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { eventually, startProcess, type TestProcess } from '#testing';
import { type Config, loadConfig } from './config';
import { DATA_FORMAT } from './data-folder/data-folder';
import { createLogger } from './logger';
import { attachOrStart, openDatabase, type OpenDatabase } from './open-database';
import { processStart } from './process-identity';

const logger = createLogger('silent');
const HOLDER = join(__dirname, '..', 'testing', 'holder.process.ts');

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const addresses = z.object({ ownerUrl: z.string(), appUrl: z.string() });

async function addressesOf(holder: TestProcess): Promise<z.infer<typeof addresses>> {
  return addresses.parse(JSON.parse(await holder.nextLine()));
}

describe('the database of a data folder', () => {
  let parent: string;
  let folder: string;
  let config: Config;
  const open: OpenDatabase[] = [];
  const processes: TestProcess[] = [];

  beforeEach(async () => {
    // Made by mkdtemp it is closed to everybody but us: as root, PostgreSQL's user cannot walk through it.
    parent = await mkdtemp(join(tmpdir(), 'taizhang-spec-'));
    folder = join(parent, 'data');
    config = loadConfig({ TAIZHANG_DATA: folder });
  });

  afterEach(async () => {
    for (const database of open.splice(0)) await database.close();
    for (const child of processes.splice(0)) await child.kill();
    // What a killed holder left running is stopped by taking the folder once more.
    if (await runs(folder)) await (await openDatabase(config, logger)).close();
    await rm(parent, { recursive: true, force: true });
  });

  async function start(): Promise<OpenDatabase> {
    const database = await openDatabase(config, logger);
    open.push(database);
    return database;
  }

  function startHolder(): TestProcess {
    const holder = startProcess(HOLDER, [], { TAIZHANG_DATA: folder });
    processes.push(holder);
    return holder;
  }

  async function postmasterPid(): Promise<number> {
    return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  async function runs(path: string): Promise<boolean> {
    return stat(join(path, 'postgres', 'postmaster.pid')).then(
      () => true,
      () => false,
    );
  }

  it('is made at the first start and keeps what was committed for the next', async () => {
    const first = await start();
    expect(first.kind).toBe('embedded');
    await ask(first.appUrl, 'create schema projection; create table projection.t as select 7 as n');
    expect(await ask(first.ownerUrl, 'select current_user as me')).toEqual([{ me: 'taizhang_owner' }]);
    expect(await ask(first.appUrl, `select rolsuper from pg_roles where rolname = current_user`)).toEqual([
      { rolsuper: false },
    ]);
    expect(await ask(first.appUrl, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'on' }]);
    await first.close();
    const second = await start();
    expect(await ask(second.appUrl, 'select n from projection.t')).toEqual([{ n: 7 }]);
  });

  it('is taken up from a copy of its folder, whoever made it', async () => {
    const first = await start();
    await ask(first.appUrl, 'create schema projection; create table projection.t as select 7 as n');
    await first.close();
    folder = join(parent, 'copy');
    await cp(join(parent, 'data'), folder, { recursive: true });
    config = loadConfig({ TAIZHANG_DATA: folder });
    expect(await ask((await start()).appUrl, 'select n from projection.t')).toEqual([{ n: 7 }]);
  });

  it('keeps passwords and addresses in files only their owner can read, and takes the addresses back', async () => {
    const database = await start();
    for (const name of ['secrets.json', 'runtime.json', 'postgres.log']) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await database.close();
    expect(await readdir(folder)).not.toContain('runtime.json');
  });

  it('refuses a second living instance and names the first', async () => {
    const holder = startHolder();
    await holder.nextLine();
    const refused = openDatabase(config, logger);
    await expect(refused).rejects.toMatchObject({ code: 'DATA.LOCKED', details: { pid: holder.pid } });
    await expect(refused).rejects.toThrow(`进程 ${holder.pid} `);
  });

  it('lets a command attach to the running one, and leaves it alone', async () => {
    const { appUrl } = await addressesOf(startHolder());
    const attached = await attachOrStart(config, logger);
    expect(attached).toMatchObject({ kind: 'attached', appUrl });
    await attached.close();
    expect(await ask(appUrl, 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  it('lets a command that comes while the product starts wait for it', async () => {
    const holder = startHolder();
    await eventually(async () => expect(await readdir(join(folder, 'lock'))).toHaveLength(1));
    const attached = await attachOrStart(config, logger);
    const { appUrl } = await addressesOf(holder);
    expect(attached).toMatchObject({ kind: 'attached', appUrl });
  });

  it('starts for as long as a command takes, telling nobody', async () => {
    const database = await attachOrStart(config, logger);
    open.push(database);
    expect(database.kind).toBe('embedded');
    expect(await readdir(folder)).not.toContain('runtime.json');
  });

  it('stops the orphan of a killed holder, and nothing that was committed is lost', async () => {
    const holder = startHolder();
    const { appUrl } = await addressesOf(holder);
    await ask(appUrl, 'create schema projection; create table projection.t as select 7 as n');
    const orphan = await postmasterPid();
    await holder.kill('SIGKILL');
    expect(processStart(orphan)).toBeDefined();
    const database = await start();
    expect(processStart(orphan)).toBeUndefined();
    expect(await ask(database.appUrl, 'select n from projection.t')).toEqual([{ n: 7 }]);
  });

  it('recovers when holder and PostgreSQL were killed together', async () => {
    const holder = startHolder();
    const { appUrl } = await addressesOf(holder);
    await ask(appUrl, 'create schema projection; create table projection.t as select 7 as n');
    const orphan = await postmasterPid();
    await holder.kill('SIGKILL');
    process.kill(orphan, 'SIGKILL');
    const database = await start();
    expect(await ask(database.appUrl, 'select n from projection.t')).toEqual([{ n: 7 }]);
  });

  it('makes the cluster anew when the first start was killed in the middle of it', async () => {
    const holder = startHolder();
    const halfMade = await eventually(async () => {
      const found = (await readdir(folder)).find((name) => /^postgres\.new-\w+$/.test(name));
      expect(found).toBeDefined();
      return found;
    });
    await holder.kill('SIGKILL');
    expect(await readdir(folder)).not.toContain('postgres');
    const database = await start();
    expect(await ask(database.appUrl, 'select 1 as up')).toEqual([{ up: 1 }]);
    expect(await readdir(folder)).not.toContain(halfMade);
  });

  it('makes what is missing when the first start was killed at any later moment', async () => {
    const moments = ['postgres', 'postgres.log', 'postgres/postmaster.pid', 'runtime.json'];
    for (const moment of moments) {
      const holder = startHolder();
      // The first start makes a whole cluster, which a busy machine takes its time for.
      await eventually(() => stat(join(folder, moment)), { timeoutMs: 60_000 });
      await holder.kill('SIGKILL');
      const database = await openDatabase(config, logger);
      expect(await ask(database.appUrl, 'select current_user as me')).toEqual([{ me: 'taizhang_app' }]);
      await database.close();
      await rm(folder, { recursive: true });
    }
  });

  it('starts a PostgreSQL that dies again, under the same address', async () => {
    const database = await start();
    const died = await postmasterPid();
    process.kill(died, 'SIGKILL');
    await eventually(async () => expect(await postmasterPid()).not.toBe(died), { timeoutMs: 60_000 });
    await eventually(async () => expect(await ask(database.appUrl, 'select 1 as up')).toEqual([{ up: 1 }]), {
      timeoutMs: 60_000,
    });
  });

  it('keeps PostgreSQL out of reach of Ctrl-C in the terminal of its starter', async () => {
    await start();
    const groupOf = (pid: number): string =>
      execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' });
    expect(groupOf(await postmasterPid())).not.toBe(groupOf(process.pid));
  });

  it('leaves an innocent process alone whose number stands in the pid file', async () => {
    // The innocent is this very process.
    await (await openDatabase(config, logger)).close();
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n`);
    const database = await start();
    expect(await ask(database.appUrl, 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  it('takes over a lock whose process number was given to another process', async () => {
    await mkdir(join(folder, 'lock'), { recursive: true });
    await writeFile(join(folder, 'lock', '1.json'), JSON.stringify({ pid: process.pid, start: 'before', host: 'h' }));
    await writeFile(join(folder, 'lock', '2.json'), '');
    await start();
    expect(await readdir(join(folder, 'lock'))).toHaveLength(1);
  });

  it('refuses a folder that cannot be written', async () => {
    // Below a file: unwritable to root as well.
    await writeFile(join(parent, 'file'), '');
    const below = loadConfig({ TAIZHANG_DATA: join(parent, 'file', 'data') });
    await expect(openDatabase(below, logger)).rejects.toMatchObject({ code: 'DATA.UNWRITABLE' });
  });

  it('refuses the data of a newer program, and gives the folder back', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'format.json'), JSON.stringify({ format: 99 }));
    for (const attempt of [1, 2]) {
      const refused = openDatabase(config, logger);
      await expect(refused).rejects.toMatchObject({
        code: 'DATA.NEWER',
        details: { found: 99, supported: attempt && DATA_FORMAT },
      });
    }
    expect(await readdir(folder)).not.toContain('postgres');
  });

  it('refuses the data of 0.1 in one line, changes nothing, and gives the folder back', async () => {
    await mkdir(folder);
    const format = join(folder, 'format.json');
    await writeFile(format, JSON.stringify({ format: 1 }));
    await expect(openDatabase(config, logger)).rejects.toMatchObject({
      code: 'DATA.OLD',
      message: `数据文件夹 ${folder} 由 0.1 预览版建立，本版本不能使用，请用 TAIZHANG_DATA 另指定一个文件夹；未改动任何内容。`,
    });
    expect((await readdir(folder)).sort()).toEqual(['format.json', 'lock']);
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
    expect(JSON.parse(await readFile(format, 'utf8'))).toEqual({ format: 1 });
  });

  it('refuses a cluster of another PostgreSQL version', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(openDatabase(config, logger)).rejects.toMatchObject({ code: 'DATA.POSTGRES_VERSION' });
  });

  it('says so when the passwords do not fit the cluster', async () => {
    await (await openDatabase(config, logger)).close();
    await rm(join(folder, 'secrets.json'));
    await expect(openDatabase(config, logger)).rejects.toMatchObject({ code: 'DATA.SECRETS_LOST' });
    expect(await runs(folder)).toBe(false);
  });

  it('makes nothing where the administrator names a database', async () => {
    const given = loadConfig({ TAIZHANG_DATA: folder, DATABASE_URL: 'postgres://a:b@h/d' });
    const database = await openDatabase(given, logger);
    const url = 'postgres://a:b@h/d';
    expect(database).toMatchObject({ kind: 'external', ownerUrl: url, appUrl: url, appRole: 'a' });
    await database.close();
    expect(await readdir(parent)).toEqual([]);
  });
});
