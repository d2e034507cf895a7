import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { dayInShanghai } from '#domain';
import { builtInCalendar } from '#engine';
import {
  attachOrStart,
  type Config,
  ControlledClock,
  createLogger,
  loadConfig,
  type Logger,
  type OpenDatabase,
  openDatabase,
  TaizhangError,
} from '#platform';
import { layFoundation } from '#runtime';
import { say } from '../output';
import { openProgram } from '../serve/program';
import { loggerOf, notListening, serveOn } from '../serve/serve';
import { toldToStop } from '../serve/told-to-stop';
import { CITY } from './content/units';
import { clearDemoFolder, type DemoRecord, readDemoFolder, writeDemoRecord } from './demo-folder';
import { otherLedgers } from './other-ledgers';
import { playDisplay } from './play-display';
import { playStory } from './player/play-story';
import { newSignIns, signInLines } from './sign-ins';
import { demoLedgerId } from './story/demo-ids';
import { seedOf, writeStory } from './story/write-story';

/** What the command line says. */
export interface DemoOptions {
  readonly data: string;
  /** Plays again where a demonstration is there already. */
  readonly fresh: boolean;
}

/**
 * Plays a year of a made-up city into a folder of its own, unless that is there, and serves it until told to stop.
 * @throws TaizhangError DEMO.NOT_A_DEMO, DEMO.OTHER_LEDGER for a folder that it does not touch; what `serve` throws
 */
export async function demo(env: NodeJS.ProcessEnv, options: DemoOptions): Promise<void> {
  const config = demoConfig(env, options.data);
  const found = await readDemoFolder(config.dataFolder);
  await checkAddress(config);
  const told = toldToStop();
  const record = await prepare(config, found, options.fresh);
  const logger = loggerOf(config);
  const database = await openDatabase(config, logger);
  try {
    if (!record.finished) await play({ config, logger, database, told }, record);
  } catch (error) {
    await database.close();
    throw error;
  }
  const foundation = await layFoundation(config, logger, database);
  try {
    await serveOn(foundation, told, () => greet(record));
  } finally {
    await foundation.close();
  }
}

/** The product's settings, but for where data lives: the demonstration has a folder of its own and no other database. */
function demoConfig(env: NodeJS.ProcessEnv, data: string): Config {
  const { HOST, PORT, LOG_LEVEL, TAIZHANG_SESSION_IDLE_MINUTES, TAIZHANG_SHUTDOWN_SECONDS } = env;
  const settings = { HOST, PORT, LOG_LEVEL, TAIZHANG_SESSION_IDLE_MINUTES, TAIZHANG_SHUTDOWN_SECONDS };
  const { dataFolder } = loadConfig(env.TAIZHANG_DATA === undefined ? {} : { TAIZHANG_DATA: env.TAIZHANG_DATA });
  if (resolve(data) === dataFolder) {
    const message = `${dataFolder} 是正式台账的数据文件夹，演示不会动它，请用 --data 另指定一个文件夹。`;
    throw new TaizhangError('DEMO.NOT_A_DEMO', message, { folder: dataFolder });
  }
  return loadConfig({ ...settings, TAIZHANG_DATA: data });
}

/** The record of what is there, or that of a demonstration to be played. */
async function prepare(config: Config, found: DemoRecord | null, fresh: boolean): Promise<DemoRecord> {
  const { dataFolder } = config;
  if (found?.finished === true && !fresh) return found;
  if (found?.finished === true) await refuseOtherLedgers(config, found);
  await clearDemoFolder(dataFolder, createLogger('warn'));
  const today = dayInShanghai(Date.now());
  const record = { finished: false, today, seed: seedOf(today), signIns: newSignIns() };
  await writeDemoRecord(dataFolder, record);
  return record;
}

/** Somebody may have begun a ledger of their own on the demonstration's console. */
async function refuseOtherLedgers(config: Config, { seed }: DemoRecord): Promise<void> {
  const logger = createLogger('warn');
  const foundation = await layFoundation(config, logger, await attachOrStart(config, logger));
  try {
    const [name] = await otherLedgers(foundation.store, demoLedgerId(seed));
    if (name === undefined) return;
    const message = `演示文件夹里另建有台账“${name}”，重新演示会清除它。请用 --data 另指定一个文件夹，或先自行移走该文件夹。`;
    throw new TaizhangError('DEMO.OTHER_LEDGER', message, { folder: config.dataFolder });
  } finally {
    await foundation.close();
  }
}

/** Better told before a folder is cleared and a year is played than after. @throws TaizhangError SERVER.PORT_BUSY, SERVER.ADDRESS_REFUSED */
async function checkAddress({ port, host }: Config): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw notListening(error, port, host);
  } finally {
    probe.close();
  }
}

interface Start {
  readonly config: Config;
  readonly logger: Logger;
  readonly database: OpenDatabase;
  readonly told: Promise<string>;
}

/** Plays the year under a clock of its own. Cut off on the way, the folder stays marked as unfinished. */
async function play({ config, logger, database, told }: Start, record: DemoRecord): Promise<void> {
  const now = new Date();
  const calendar = builtInCalendar();
  const story = writeStory(record.today, calendar, record.seed);
  const { first } = story.days;
  say(`正在演示${CITY}一年的台账（${first} 至 ${record.today}，随机种子 ${record.seed}）…`);
  const stopping = new AbortController();
  void told.then(() => stopping.abort());
  const clock = new ControlledClock(`${first}T00:00:00.000Z`);
  const passwords = new Map(record.signIns.map(({ loginName, password }) => [loginName, password]));
  const display = playDisplay(process.stderr.isTTY);
  const begun = performance.now();
  // The database goes on being used afterwards, under the clock of every day.
  const foundation = await layFoundation(config, logger, { ...database, close: async () => undefined }, { clock });
  try {
    const program = await openProgram(foundation, 'all');
    try {
      const stage = { foundation, program, clock };
      const { signal } = stopping;
      await playStory({ stage, story, calendar, passwords, now, onProgress: display.show, signal });
    } finally {
      display.end();
      await program.close();
    }
  } finally {
    await foundation.close();
  }
  await writeDemoRecord(config.dataFolder, { ...record, finished: true });
  say(`一年已演完，用时 ${Math.round((performance.now() - begun) / 1_000)} 秒。`);
}

function greet({ signIns, today }: DemoRecord): void {
  say(`演示台账截至 ${today}，单位和人员均为虚构。可用下列账号登录：`);
  for (const line of signInLines(signIns)) say(line);
}
