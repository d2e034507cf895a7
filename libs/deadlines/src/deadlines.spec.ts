import { Redis } from 'ioredis';
import { ControlledClock, createLogger, createPool, HealthRegistry } from '#platform';
import { createTestDatabase, eventually, startRedis, type TestDatabase } from '#testing';
import { FakeCommands } from '../testing/fake-commands';
import { createTimerTable, type TimerDraft, writeTimers } from '../testing/timer-table';
import { Deadlines } from '.';
import { type BullParts, type BullQueue, postgresParts, redisParts } from './queue/bull-parts';

const logger = createLogger('silent');
/** 08:50 in Shanghai on the last day of 2021. */
const MINUTE = '2021-12-31T00:50:00.000Z';
const JUST_BEFORE = '2021-12-31T00:49:59.900Z';
const NUDGE = 'due-202112310050-07';

/** What the suite needs of a queue's server. */
interface QueueServer {
  readonly redisUrl: string | undefined;
  parts(database: TestDatabase): BullParts;
  /** Forgets every job. */
  flush(database: TestDatabase): Promise<void>;
  /** Stops answering, without closing a connection; the result lets it go on. */
  hang(database: TestDatabase): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

function postgresQueue(): Promise<QueueServer> {
  return Promise.resolve({
    redisUrl: undefined,
    parts: (database) => postgresParts(database.url),
    flush: async ({ pool }) => {
      await pool.query('delete from deadlines_queue.job');
    },
    hang: async ({ pool }) => {
      const client = await pool.connect();
      await client.query('begin; lock table deadlines_queue.job in access exclusive mode');
      return async () => {
        await client.query('rollback');
        client.release();
      };
    },
    close: () => Promise.resolve(),
  });
}

async function redisQueue(): Promise<QueueServer> {
  const server = await startRedis();
  const client = new Redis(server.url);
  return {
    redisUrl: server.url,
    parts: () => redisParts(server.url),
    flush: async () => {
      await client.flushall();
    },
    hang: () => {
      server.pause();
      const goOn = async (): Promise<void> => {
        server.resume();
      };
      return Promise.resolve(goOn);
    },
    close: async () => {
      client.disconnect();
      await server.close();
    },
  };
}

describeDeadlines('PostgreSQL', postgresQueue);
describeDeadlines('Redis', redisQueue);

/** The one suite of both backends. */
function describeDeadlines(backend: string, startServer: () => Promise<QueueServer>): void {
  describe(`deadlines with the queue in ${backend}`, () => {
    let server: QueueServer;
    let database: TestDatabase;
    let clock: ControlledClock;
    let commands: FakeCommands;
    let look: BullQueue;
    let cleanups: (() => Promise<unknown>)[];

    beforeAll(async () => {
      server = await startServer();
      database = await createTestDatabase();
      await createTimerTable(database.pool);
      look = server.parts(database).queue();
      look.on('error', () => undefined);
      await look.waitUntilReady();
    });
    afterAll(async () => {
      await look.close();
      await database.close();
      await server.close();
    });

    beforeEach(() => {
      clock = new ControlledClock(JUST_BEFORE);
      commands = new FakeCommands();
      cleanups = [];
    });
    afterEach(async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
      await database.pool.query('delete from projection_timers.timer');
      await server.flush(database);
    });

    /** One worker process's deadlines. */
    async function open(queueAnswerLimit = 5_000): Promise<Deadlines> {
      const pool = createPool(database.url, { max: 4, applicationName: 'test-deadlines', logger });
      const { redisUrl } = server;
      const made = { pool, commands, clock, logger, redisUrl, queueAnswerLimit, databaseUrl: database.url };
      const deadlines = await Deadlines.open(made);
      cleanups.push(async () => {
        await deadlines.stop();
        await pool.end();
      });
      return deadlines;
    }

    async function write(...timers: TimerDraft[]): Promise<void> {
      await writeTimers(database.pool, timers);
    }

    function many(count: number): TimerDraft[] {
      return Array.from({ length: count }, (_, index) => ({
        timerId: `timer-${String(index).padStart(4, '0')}`,
        fireAt: '2021-12-31T00:40:00Z',
        shard: index % 16,
      }));
    }

    const state = (id: string) => look.getJobState(id);

    it('wakes at the minute and fires, long before the next sweep', async () => {
      const deadlines = await open();
      deadlines.work();
      await write({ timerId: 'a', fireAt: MINUTE, shard: 7 }, { timerId: 'b', fireAt: MINUTE, shard: 7 });
      expect(await deadlines.sweep()).toMatchObject({
        fired: 0,
        obsolete: 0,
        failed: 0,
        standing: 0,
        moved: 0,
        nudges: 1,
      });
      expect(await state(NUDGE)).toBe('delayed');
      clock.set(MINUTE);
      await eventually(() => expect(commands.fired()).toEqual(['a', 'b']));
      await eventually(async () => expect(await state(NUDGE)).toBe('unknown'));
    });

    it('sends the command of the engine itself, its id following from the timer', async () => {
      const deadlines = await open();
      await write(
        { timerId: 'a', fireAt: JUST_BEFORE },
        { timerId: 'b', fireAt: JUST_BEFORE, act: 'task.withdraw', body: {} },
      );
      await deadlines.sweep();
      const [fire, other] = commands.sent;
      expect(fire?.step.command).toEqual({
        type: 'task.fire-rung',
        data: {
          obligation: { lane: '33333333-3333-4333-8333-333333333333', limitId: 'L1', period: null },
          holder: null,
          round: 1,
          climb: 1,
          rung: { rungId: 'a', kind: 'remind' },
          due: '2022-01-10',
        },
      });
      expect(other?.step.command).toEqual({ type: 'task.withdraw', data: {} });
      expect(fire?.context).toMatchObject({ actor: { name: '系统' }, causationId: null });
      expect(fire?.context.commandId).not.toBe(other?.context.commandId);
    });

    it('keeps the near horizon only in the queue', async () => {
      const deadlines = await open();
      await write(
        { timerId: 'a', fireAt: '2022-01-02T00:49:59.900Z', shard: 3 },
        { timerId: 'b', fireAt: '2022-01-02T00:49:59.901Z', shard: 4 },
        { timerId: 'c', fireAt: '2021-12-31T00:50:00.001Z', shard: 7 },
      );
      expect((await deadlines.sweep()).nudges).toBe(2);
      expect(await state('due-202201020050-03')).toBe('delayed');
      expect(await state('due-202201020050-04')).toBe('unknown');
      expect(await state('due-202112310051-07')).toBe('delayed');
    });

    it('fires each timer once with two workers at once, and the second takes what the first has not claimed', async () => {
      const [one, two] = [await open(), await open()];
      await write(...many(600));
      commands.hold();
      const first = one.sweep();
      await eventually(() => expect(commands.sent).toHaveLength(64));
      const second = two.sweep();
      await eventually(() => expect(commands.sent).toHaveLength(128));
      commands.release();
      const reports = await Promise.all([first, second]);
      expect(commands.fired()).toHaveLength(600);
      for (const report of reports) expect(report.fired).toBeGreaterThanOrEqual(256);
    });

    it('makes one event of a nudge that comes twice', async () => {
      await write({ timerId: 'a', fireAt: MINUTE, shard: 7 });
      for (const round of [1, 2]) {
        clock.set(JUST_BEFORE);
        const deadlines = await open();
        deadlines.work();
        await deadlines.sweep();
        clock.set(MINUTE);
        await eventually(() => expect(commands.sent).toHaveLength(round));
        await deadlines.stop();
      }
      expect(commands.fired()).toEqual(['a']);
    });

    it('fires nothing for a nudge before its time, and the next sweep does', async () => {
      const deadlines = await open();
      deadlines.work();
      await write({ timerId: 'a', fireAt: MINUTE, shard: 7 });
      await deadlines.sweep();
      await eventually(async () => expect(await state(NUDGE)).toBe('unknown'));
      expect(commands.sent).toEqual([]);
      clock.set(MINUTE);
      expect((await deadlines.sweep()).fired).toBe(1);
    });

    it('loses nothing when the queue forgets everything', async () => {
      const deadlines = await open();
      await write({ timerId: 'a', fireAt: MINUTE, shard: 7 });
      await deadlines.sweep();
      await server.flush(database);
      expect(await state(NUDGE)).toBe('unknown');
      await deadlines.sweep();
      expect(await state(NUDGE)).toBe('delayed');
      deadlines.work();
      clock.set(MINUTE);
      await eventually(() => expect(commands.fired()).toEqual(['a']));
    });

    it('fires by the sweep alone while the queue hangs, and fills it again afterwards', async () => {
      const deadlines = await open(200);
      await write({ timerId: 'a', fireAt: JUST_BEFORE }, { timerId: 'b', fireAt: MINUTE, shard: 7 });
      const goOn = await server.hang(database);
      try {
        expect(await deadlines.sweep()).toMatchObject({ fired: 1, nudges: null });
        expect(await deadlines.sweep()).toMatchObject({ nudges: null });
      } finally {
        await goOn();
      }
      await eventually(async () => expect((await deadlines.sweep()).nudges).toBe(1));
      expect(await state(NUDGE)).toBe('delayed');
    });

    it('finds at start what was missed while nobody was there', async () => {
      await write({ timerId: 'a', fireAt: '2021-12-01T00:50:00Z' }, { timerId: 'b', fireAt: MINUTE, shard: 7 });
      const deadlines = await open();
      deadlines.start();
      await eventually(() => expect(commands.fired()).toEqual(['a']));
      await eventually(async () => expect(await state(NUDGE)).toBe('delayed'));
    });

    it('tells of a limit only the last of the rungs that were missed together, and nothing of the earlier ones later on', async () => {
      const deadlines = await open();
      const rungs = (group: string): TimerDraft[] => [
        { group, timerId: `${group}-7`, fireAt: '2021-12-20T00:50:00Z' },
        { group, timerId: `${group}-due`, fireAt: '2021-12-30T00:50:00Z' },
        { group, timerId: `${group}+1`, fireAt: '2022-01-04T00:50:00Z' },
      ];
      await write(...rungs('L1'), ...rungs('L2'), { timerId: 'other', fireAt: '2021-12-20T00:50:00Z' });
      expect(await deadlines.sweep()).toMatchObject({ fired: 3, obsolete: 0, failed: 0 });
      expect(commands.fired()).toEqual(['L1-due', 'L2-due', 'other']);
      expect(await deadlines.sweep()).toMatchObject({ fired: 0 });
    });

    it('does nothing for obsolete timers, keeps those that failed, and lets neither hold up the others', async () => {
      const deadlines = await open();
      await write(...['a', 'b', 'c', 'd', 'e'].map((timerId) => ({ timerId, fireAt: '2021-12-31T00:40:00Z' })), {
        timerId: 'x',
        fireAt: '2021-12-31T00:30:00Z',
        act: 'task.no-such-act',
      });
      commands.refusals.set('a', 'TIMER.OBSOLETE').set('b', 'TASK.STEP_NOT_OPEN').set('c', 'TASK.UNKNOWN');
      commands.refusals.set('d', 'COMMAND.CONTENDED');
      expect(await deadlines.sweep()).toMatchObject({ fired: 1, obsolete: 3, failed: 2 });
      commands.refusals.delete('d');
      expect(await deadlines.sweep()).toMatchObject({ fired: 1, obsolete: 3, failed: 1 });
      expect(commands.fired()).toEqual(['d', 'e']);
    });

    it('leaves what is missed on a day off for the next working day, and stays healthy meanwhile', async () => {
      const deadlines = await open();
      const health = new HealthRegistry();
      deadlines.registerHealth(health);
      await write({ timerId: 'missed', fireAt: '2021-12-31T00:40:00Z' });
      commands.refusals.set('missed', 'TIMER.NOT_YET');
      expect(await deadlines.sweep()).toMatchObject({ fired: 0, waiting: 1, failed: 0 });
      expect(await health.report()).toMatchObject({
        checks: { 'deadlines-overdue': { healthy: true, details: { overdue: 0 } } },
      });
      commands.refusals.clear();
      expect(await deadlines.sweep()).toMatchObject({ fired: 1, waiting: 0 });
    });

    it('fires all others, and stays healthy, however many timers a broken stream keeps', async () => {
      const deadlines = await open();
      const health = new HealthRegistry();
      deadlines.registerHealth(health);
      const kept = many(300);
      for (const { timerId } of kept) commands.refusals.set(timerId, 'LOG.INTEGRITY');
      await write(...kept, { timerId: 'whole', fireAt: '2021-12-31T00:45:00Z' });
      expect(await deadlines.sweep()).toMatchObject({ fired: 1, failed: 0, standing: 300 });
      expect(commands.fired()).toEqual(['whole']);
      await database.pool.query(`delete from projection_timers.timer where timer_id = 'whole'`);
      expect(await health.report()).toMatchObject({
        checks: { 'deadlines-overdue': { healthy: true, details: { overdue: 0, standing: 300 } } },
      });
      commands.refusals.clear();
      expect(await deadlines.sweep()).toMatchObject({ fired: 300, standing: 0 });
    });

    it('sends a recorded timer once, though its row still stands', async () => {
      const deadlines = await open();
      await write(...many(300));
      expect((await deadlines.sweep()).fired).toBe(300);
      expect((await deadlines.sweep()).fired).toBe(0);
      expect(commands.sent).toHaveLength(300);
    });

    it('stops mid-way without dropping what it began, and leaves the rest to others', async () => {
      const [one, two] = [await open(), await open()];
      await write(...many(200));
      commands.hold();
      const sweep = one.sweep();
      await eventually(() => expect(commands.sent).toHaveLength(64));
      const stopped = one.stop();
      commands.release();
      await stopped;
      expect((await sweep).fired).toBe(64);
      expect(commands.sent).toHaveLength(64);
      await two.sweep();
      expect(commands.fired()).toHaveLength(200);
    });

    it('is healthy when a canary returns and nothing is overdue', async () => {
      const deadlines = await open();
      const health = new HealthRegistry();
      deadlines.registerHealth(health);
      await write({ timerId: 'a', fireAt: '2021-12-31T00:47:00Z' }, { timerId: 'b', fireAt: '2021-12-31T00:49:00Z' });
      expect(await health.report()).toMatchObject({
        checks: {
          'deadlines-queue': { healthy: false, details: { reason: 'DEADLINES.NO_WORKER' } },
          'deadlines-overdue': { healthy: false, details: { overdue: 1 } },
        },
      });
      deadlines.work();
      await database.pool.query('delete from projection_timers.timer');
      expect(await health.report()).toMatchObject({ ready: true });
    });
  });
}
