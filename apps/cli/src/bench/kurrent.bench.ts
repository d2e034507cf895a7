import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openKurrentEventStore } from '#event-store';
import { attachOrStart, createLogger, loadConfig, parseEventstoreAddress, TaizhangError } from '#platform';
import { rebuildProjection } from '#projections';
import { type Foundation, layFoundation, projectorsOn } from '#runtime';
import { note } from '../output';
import { openProgram } from '../serve/program';
import { fixtureOn, levelOf, measureCommands } from './command-rates';
import { type Figures, perSecond, ratio, rounded } from './figures';
import { reportBody } from './fixture';
import { IN_FLIGHT, MEASURE_FOR } from './floor.bench';

const IDLE_MILLISECONDS = 20_000;

const COMPARED = [
  ...IN_FLIGHT.flatMap((inFlight) => [`commandsPerSecond${inFlight}`, `allCommandsPerSecond${inFlight}`]),
  'rebuildEventsPerSecond',
];

/**
 * The same commands and the same rebuild on PostgreSQL's log and on the server that `EVENTSTORE_URL` names, in one run, with
 * the maker's client's own appends beside them. Each log of the bench has a namespace of its own on the server, which stays
 * there: use a server made for tests.
 * @throws TaizhangError BENCH.NO_SERVER
 */
export async function measureKurrent(dataFolder: string): Promise<Figures> {
  const url = process.env['EVENTSTORE_URL'] ?? '';
  if (url === '') {
    const message = '请先用 EVENTSTORE_URL 指明一台供测试用的 KurrentDB，例如 esdb://127.0.0.1:2113?tls=false。';
    throw new TaizhangError('BENCH.NO_SERVER', message);
  }
  note('PostgreSQL…');
  const postgres = await measureLogOn(join(dataFolder, 'postgres'), undefined);
  note('客户端…');
  const bare = await measureBareClient(url);
  note('KurrentDB…');
  const kurrent = await measureLogOn(join(dataFolder, 'kurrent'), url);
  const of = (figures: Figures, name: string): number => Number(figures[name]);
  const ratios = Object.fromEntries(
    COMPARED.map((name) => [`${name}ToPostgres`, ratio(of(kurrent, name), of(postgres, name))]),
  );
  return { ...named('postgres', postgres), ...named('kurrent', kurrent), ...bare, ...ratios };
}

async function measureLogOn(dataFolder: string, url: string | undefined): Promise<Figures> {
  const config = loadConfig({ TAIZHANG_DATA: dataFolder, PORT: '0' });
  const logger = createLogger('warn');
  const namespace = `bench${randomUUID().replaceAll('-', '')}`;
  const store = url === undefined ? undefined : await openKurrentEventStore({ url, namespace });
  const foundation = await layFoundation(config, logger, await attachOrStart(config, logger), { store });
  try {
    const fixture = await fixtureOn(foundation, randomUUID());
    const alone = await measureCommands(foundation, fixture, 'api');
    const rebuild = await measureRebuild(foundation);
    const idle = await measureIdle(foundation);
    const together = named('all', await measureCommands(foundation, fixture, 'all'));
    return { ...alone, ...rebuild, ...idle, ...together };
  } finally {
    await foundation.close();
  }
}

/** Courses of the tasks: of all projections the one into whose rows nearly every event goes. */
async function measureRebuild({ store, pool }: Foundation): Promise<Figures> {
  const projector = projectorsOn(store, pool).find(({ name }) => name === 'timeline');
  if (!projector) throw new Error('there is no projection of courses');
  let events = 0;
  const begin = performance.now();
  await rebuildProjection({ store, pool, projector, onProgress: (progress) => (events = progress.events) });
  return { rebuiltEvents: events, rebuildEventsPerSecond: rounded(events / ((performance.now() - begin) / 1_000)) };
}

/** The CPU of a process in which everything runs and nothing happens, in percent of one core. */
async function measureIdle(foundation: Foundation): Promise<Figures> {
  const program = await openProgram(foundation, 'all');
  try {
    await levelOf(program, foundation);
    await sleep(IDLE_MILLISECONDS / 4);
    const before = process.cpuUsage();
    await sleep(IDLE_MILLISECONDS);
    const { user, system } = process.cpuUsage(before);
    return { idleCpuPercent: Math.round((user + system) / IDLE_MILLISECONDS) / 10 };
  } finally {
    await program.close();
  }
}

/** The maker's client, each append to a stream of its own: what the server and the way to it give at most. */
async function measureBareClient(url: string): Promise<Figures> {
  const { hosts, tls, credentials, options } = parseEventstoreAddress(url);
  const [endpoint] = hosts;
  if (endpoint === undefined) throw new RangeError('an address has at least one host');
  const client = new EventStoreDBClient({ endpoint, ...options }, { insecure: !tls }, credentials ?? undefined);
  const own = { credentials: credentials ?? { username: '-', password: '-' } };
  const prefix = `bare${randomUUID().replaceAll('-', '')}`;
  const figures: Figures = {};
  for (const inFlight of IN_FLIGHT) {
    const rate = await perSecond(inFlight, MEASURE_FOR, (index) => {
      const event = jsonEvent({ type: 'task.reported', data: { ...reportBody(index) }, metadata: { index } });
      return client.appendToStream(`${prefix}-${inFlight}-${index}`, event, { expectedRevision: 'no_stream', ...own });
    });
    figures[`bareAppendsPerSecond${inFlight}`] = rounded(rate);
  }
  await client.dispose();
  return figures;
}

function named(log: string, figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [`${log}${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, figure]),
  );
}
