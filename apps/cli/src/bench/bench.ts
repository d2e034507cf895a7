import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { z } from 'zod';
import { rebuildProjection } from '#projections';
import { type Foundation, projectorsOn } from '#runtime';
import { note, say } from '../output';
import { openProgram } from '../serve/program';
import { makeBenchFolder, sweepBenchFolders } from './bench-folder';
import { buildTables } from './build-tables';
import { fixtureOn, measureCommands } from './command-rates';
import { type Figures, ratio, rounded } from './figures';
import { type Fixture } from './fixture';
import { withFoundation } from './with-foundation';
import { measureLedger } from './ledger.bench';
import { measureLog } from './log.bench';
import { measureTimers } from './timers.bench';
import { measureFloor } from './floor.bench';
import { measureFirstRows } from './first-rows.bench';
import { type BenchPart } from './parts';
import { measureHttp, residentMegabytes } from './http.bench';
import { measurePages } from './pages.bench';
import { personWithToken } from './person-with-token';
import { onServer, startServer } from './server-process';
import { measureVisible } from './visible.bench';
import { buildWideFixture } from './wide-fixture';

/**
 * What is measured: the engine with a ledger of a usual size, the pages of a very large one over HTTP and as queries, a very
 * long log, very many reminders at once, or the log in KurrentDB beside PostgreSQL's.
 */
const BENCHES: Readonly<Record<BenchPart, (dataFolder: string) => Promise<Figures>>> = {
  engine: measureEngine,
  http: measureHttpPages,
  kurrent: async (dataFolder) => (await import('./kurrent.bench.js')).measureKurrent(dataFolder),
  ledger: measureLedger,
  log: measureLog,
  timers: measureTimers,
};

/** Measures speed and memory in one run, on an embedded PostgreSQL of its own with every durability switch on. */
export async function benchCommand(bench: BenchPart, json: boolean): Promise<void> {
  await sweepBenchFolders();
  const dataFolder = await makeBenchFolder();
  try {
    const figures = await BENCHES[bench](dataFolder);
    const all = { ...machine(), ...figures };
    if (json) say(JSON.stringify(all));
    else for (const [name, figure] of Object.entries(all)) say(`${name.padEnd(32)} ${figure}`);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measureEngine(dataFolder: string): Promise<Figures> {
  const ready = await measureReady(dataFolder);
  const { figures, fixture, secret } = await withFoundation(dataFolder, async (foundation) => {
    const reporter = await personWithToken(foundation, 'bench');
    return { secret: reporter.secret, ...(await measureInProcess(foundation, reporter.accountId)) };
  });
  return { ...ready, ...figures, ...(await measureServer(dataFolder, secret, fixture)) };
}

const WIDE_TASKS = 100_000;

/** Pages and forms of a ledger with very many tasks, at a steady rate, on one process that does everything. */
async function measureHttpPages(dataFolder: string): Promise<Figures> {
  const fixture = await withFoundation(dataFolder, async (foundation) => {
    note(`${WIDE_TASKS} 项任务…`);
    const api = await openProgram(foundation, 'api');
    const built = await buildWideFixture(foundation, api.bus, WIDE_TASKS);
    await api.close();
    await buildTables(foundation);
    return built;
  });
  // What was written on the way here is on the disk before anything waits for it.
  spawnSync('sync');
  note('HTTP…');
  const figures = await onServer(dataFolder, 'all', async (server) => ({
    ...(await measureFirstRows(server.address, fixture.clerk)),
    ...(await measurePages(server, fixture)),
    rssMb: await residentMegabytes(server),
  }));
  return figures;
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
  note('命令…');
  const fixture = await fixtureOn(foundation, reporterId);
  const commands = await measureCommands(foundation, fixture, 'api');
  note('重放…');
  const replay = await measureReplay(foundation);
  return { figures: { ...settings, ...floor, ...commands, ...ratios(floor, commands), ...replay }, fixture };
}

function ratios(floor: Figures, commands: Figures): Figures {
  return {
    commandsToInserts64: ratio(Number(commands['commandsPerSecond64']), Number(floor['insertsPerSecond64'])),
  };
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

function measureVisibleOn(dataFolder: string, fixture: Fixture): Promise<Figures> {
  return withFoundation(dataFolder, async (foundation) => {
    const program = await openProgram(foundation, 'worker');
    try {
      const head = await foundation.store.head();
      if (head !== null)
        await program.projections.waitFor(['tasks', 'timeline', 'inbox'], head, { timeoutMs: 300_000 });
      return await measureVisible(program, fixture);
    } finally {
      await program.close();
    }
  });
}
