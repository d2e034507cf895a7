import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { comparePositions } from '#event-store';
import { readCheckpoints } from '#projections';
import { type Foundation } from '#runtime';
import { note } from '../output';
import { measureBareQueues } from './bare-queue.bench';
import { buildTables } from './build-tables';
import { type Figures, rounded } from './figures';
import { writeAcceptedTasks } from './long-log';
import { type RedisProcess, startRedisProcess } from './redis-process';
import { withFoundation } from './with-foundation';

const TIMERS = 100_000;
const YEAR = 2021;
/** How often the log is looked at, in milliseconds. */
const LOOK = 20;

/** One minute at which every task has a timer due, and who fires them. */
interface Minute {
  readonly name: string;
  readonly workers: number;
  readonly redisUrl: string | undefined;
}

/**
 * A hundred thousand reminders due in one minute: claimed, recorded and in the inbox, woken by the queue in PostgreSQL and in
 * Redis, by one worker and by two; beside it what BullMQ does with jobs that do nothing.
 */
export async function measureTimers(dataFolder: string): Promise<Figures> {
  const redis = await startRedisProcess();
  if (!redis) note('本机没有 redis-server，只测 PostgreSQL 上的队列。');
  try {
    return await withFoundation(dataFolder, async (foundation) => {
      await build(foundation);
      const figures: Figures = { timers: TIMERS };
      for (const minute of minutesOf(redis)) {
        note(`到期提醒：${minute.name}…`);
        Object.assign(figures, await firedIn(foundation, minute));
      }
      note('BullMQ 空任务…');
      return { ...figures, ...(await measureBareQueues(foundation.database.appUrl, redis?.url)) };
    });
  } finally {
    await redis?.close();
  }
}

/** One rung each of the tasks' only limit. */
function minutesOf(redis: RedisProcess | null): readonly Minute[] {
  return [
    { name: 'Postgres', workers: 1, redisUrl: undefined },
    ...(redis ? [{ name: 'Redis', workers: 1, redisUrl: redis.url }] : []),
    { name: 'TwoWorkers', workers: 2, redisUrl: redis?.url },
  ];
}

async function build(foundation: Foundation): Promise<void> {
  note(`${TIMERS} 项任务…`);
  await writeAcceptedTasks(foundation.store, { tasks: TIMERS, year: YEAR, months: [6] });
  await buildTables(foundation);
}

async function firedIn(foundation: Foundation, { name, workers, redisUrl }: Minute): Promise<Figures> {
  const { store } = foundation;
  const moment = await nextRung(foundation);
  const before = Number(await store.head());
  const children = await Promise.all(
    Array.from({ length: workers }, (_, number) => startWorkerAt(foundation, moment, redisUrl, number)),
  );
  for (const child of children) child.send('go');
  const begin = await reached(foundation, before + 1);
  const recorded = await reached(foundation, before + TIMERS);
  const shown = await caughtUp(foundation, 'inbox');
  // Once the timers have caught up, the rows of fired timers are gone. Only then is the next rung the first one.
  await caughtUp(foundation, 'timers');
  await Promise.all(children.map(ended));
  const perSecond = (end: number): number => rounded(TIMERS / ((end - begin) / 1_000));
  return { [`timersPerSecond${name}`]: perSecond(recorded), [`timersInInboxPerSecond${name}`]: perSecond(shown) };
}

const momentRows = z.array(z.object({ moment: z.date() }));

async function nextRung({ pool }: Foundation): Promise<Date> {
  const text = 'select fire_at as moment from projection_timers.timer group by fire_at order by fire_at limit 1';
  const [row] = momentRows.parse((await pool.query(text)).rows);
  if (!row) throw new Error('there is no timer left');
  return row.moment;
}

/** A worker in a process of its own, whose clock stands just before the moment. */
async function startWorkerAt(
  { database, config }: Foundation,
  moment: Date,
  redisUrl: string | undefined,
  number: number,
): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    REDIS_URL: redisUrl ?? '',
    EVENTSTORE_URL: '',
    TAIZHANG_DATA: join(config.dataFolder, `worker-${number}`),
    PORT: '0',
  };
  const child = fork(join(__dirname, 'timers-process.js'), [moment.toISOString()], { env });
  await once(child, 'message');
  return child;
}

/** Waits until the log has come so far; positions of PostgreSQL's log have no gaps. @returns the moment, in milliseconds */
async function reached({ store }: Foundation, position: number): Promise<number> {
  while (Number(await store.head()) < position) await sleep(LOOK);
  return performance.now();
}

/** Waits until a projection shows the whole log. @returns the moment, in milliseconds */
async function caughtUp({ pool, store }: Foundation, name: string): Promise<number> {
  const head = await store.head();
  for (;;) {
    const position = (await readCheckpoints(pool)).get(name)?.place?.position ?? null;
    if (comparePositions(position, head) >= 0) return performance.now();
    await sleep(LOOK);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.send('end');
  await gone;
}
