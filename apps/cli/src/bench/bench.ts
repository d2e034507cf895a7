import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createLogger, loadConfig, openDatabase } from '#platform';
import { rebuildProjection } from '#projections';
import { type Foundation, layFoundation } from '../foundation';
import { note, say } from '../output';
import { projectorsOn } from '../projectors';
import { openHouse } from '../serve/house';
import { type Figures, perSecond, rounded } from './figures';
import { buildFixture, type Fixture } from './fixture';
import { IN_FLIGHT, MEASURE_FOR, measureFloor } from './floor.bench';
import { measureHttp, residentMegabytes } from './http.bench';
import { type ServerProcess, startServer } from './server-process';
import { measureVisible } from './visible.bench';

const TASKS = 500;

/** Measures speed and memory in one run, on an embedded PostgreSQL of its own with every durability switch on. */
export async function benchCommand(json: boolean): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  try {
    const figures = await measureAll(dataFolder);
    if (json) say(JSON.stringify(figures));
    else for (const [name, figure] of Object.entries(figures)) say(`${name.padEnd(32)} ${figure}`);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measureAll(dataFolder: string): Promise<Figures> {
  const ready = await measureReady(dataFolder);
  const config = loadConfig({ TAIZHANG_DATA: dataFolder, PORT: '0' });
  const logger = createLogger('error');
  const foundation = await layFoundation(config, logger, await openDatabase(config, logger));
  let inProcess: Figures;
  let fixture: Fixture;
  let secret: string;
  try {
    const reporter = await reporterWithToken(foundation);
    secret = reporter.secret;
    ({ figures: inProcess, fixture } = await measureInProcess(foundation, reporter.accountId));
  } finally {
    await foundation.close();
  }
  return { ...machine(), ...ready, ...inProcess, ...(await measureServer(dataFolder, secret, fixture)) };
}

function machine(): Figures {
  return { node: process.versions.node, cores: cpus().length };
}

async function measureReady(dataFolder: string): Promise<Figures> {
  note('启动时间…');
  const first = await startServer(dataFolder);
  await first.stop();
  const second = await startServer(dataFolder);
  await second.stop();
  return { readySeconds: rounded(first.readySeconds), readyAgainSeconds: rounded(second.readySeconds) };
}

async function measureInProcess(
  foundation: Foundation,
  reporterId: string,
): Promise<{ figures: Figures; fixture: Fixture }> {
  note('单行写入…');
  const settings = await durability(foundation);
  const floor = await measureFloor(foundation.database.appUrl, foundation.logger);
  // Commands are measured without a worker beside them, as inserts are: what follows them is measured apart.
  note('命令…');
  const api = await openHouse(foundation, 'api');
  const fixture = await buildFixture(api.bus, TASKS, reporterId);
  const commands: Figures = {};
  for (const inFlight of IN_FLIGHT) {
    const rate = await perSecond(inFlight, MEASURE_FOR, (index) => fixture.report(api.bus, index));
    commands[`commandsPerSecond${inFlight}`] = rounded(rate);
  }
  await api.close();
  note('重放…');
  const replay = await measureReplay(foundation);
  return { figures: { ...settings, ...floor, ...commands, ...ratios(floor, commands), ...replay }, fixture };
}

function ratios(floor: Figures, commands: Figures): Figures {
  const ratio = Number(commands['commandsPerSecond64']) / Number(floor['insertsPerSecond64']);
  return { commandsToInserts64: Math.round(ratio * 100) / 100 };
}

async function durability({ pool }: Foundation): Promise<Figures> {
  const { rows } = await pool.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as "synchronousCommit",
       current_setting('server_version') as postgres`,
  );
  return z.record(z.string(), z.string()).parse(rows[0]);
}

/** From the log into ledger rows, beside the live ones, indexes and switch included. */
async function measureReplay({ store, pool }: Foundation): Promise<Figures> {
  const projector = projectorsOn(store, pool).find(({ name }) => name === 'tasks');
  if (!projector) throw new Error('there is no projection of tasks');
  let events = 0;
  const begin = performance.now();
  await rebuildProjection({ store, pool, projector, onProgress: (progress) => (events = progress.events) });
  const seconds = (performance.now() - begin) / 1_000;
  return { replayedEvents: events, replayEventsPerSecond: rounded(events / seconds) };
}

async function measureServer(dataFolder: string, secret: string, fixture: Fixture): Promise<Figures> {
  note('可见延迟…');
  const visible = await measureVisibleOn(dataFolder, fixture);
  // First without projections in the process, then with everything, as `npm start` runs it: the difference is their share.
  note('HTTP…');
  const alone = await onServer(dataFolder, 'api', (server) => measureHttp(server, secret, fixture.taskIds));
  const together = await onServer(dataFolder, 'all', async (server) => ({
    ...(await measureHttp(server, secret, fixture.taskIds)),
    rssMb: await residentMegabytes(server),
  }));
  return { ...visible, httpApiRoleCommandsPerSecond20: alone['httpCommandsPerSecond20'] ?? Number.NaN, ...together };
}

async function onServer<T>(
  dataFolder: string,
  role: 'all' | 'api',
  measure: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const server = await startServer(dataFolder, role);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

async function measureVisibleOn(dataFolder: string, fixture: Fixture): Promise<Figures> {
  const config = loadConfig({ TAIZHANG_DATA: dataFolder, PORT: '0' });
  const logger = createLogger('error');
  const foundation = await layFoundation(config, logger, await openDatabase(config, logger));
  try {
    const house = await openHouse(foundation, 'worker');
    try {
      const head = await foundation.store.head();
      if (head !== null) await house.projections.waitFor(['tasks', 'timeline', 'inbox'], head, { timeoutMs: 300_000 });
      return await measureVisible(house, fixture);
    } finally {
      await house.close();
    }
  } finally {
    await foundation.close();
  }
}

async function reporterWithToken({ identity, clock }: Foundation): Promise<{ accountId: string; secret: string }> {
  const { account, oneTimePassword } = await identity.accounts.createAccount({
    loginName: 'bench',
    displayName: '测速人员',
  });
  const { accountId } = account;
  const newPassword = `Measure-${accountId}`;
  await identity.accounts.changePassword({ accountId, currentPassword: oneTimePassword ?? '', newPassword });
  const expiresAt = new Date(clock.now().getTime() + 86_400_000);
  const { secret } = await identity.apiTokens.createToken({ accountId, name: 'bench', expiresAt });
  return { accountId, secret };
}
