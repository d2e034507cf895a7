import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { healthReportSchema } from '#contracts';
import { type AppendResult, EventLogError, MemoryEventStore } from '#event-store';
import { ControlledClock, type HealthReport, type TaizhangError } from '#platform';
import { ProjectionRunner } from '#projections';
import { projectorsOn, StartSteps, StartUp } from '#runtime';
import { eventually } from '#testing';
import { doubledServer } from '../../libs/event-store/testing/kurrent-log';
import { LogWriter } from '../../libs/projections/testing';
import { InterruptibleLog } from '../support/interruptible-log';
import { openTestHouse, type TestHouse } from '../support/test-house';
import { Person } from './support/person';
import { runHouse } from './support/running-house';

const START = '2021-08-02T01:00:00.000Z';

/** What "ready" promises to whoever sends a request right after it. */
describe('a product that says it is ready', () => {
  let opened: TestHouse | undefined;
  let stopping: AbortController;
  let running: Promise<void>;
  let told: string[];

  beforeEach(() => {
    stopping = new AbortController();
    running = Promise.resolve();
    told = [];
  });
  afterEach(async () => {
    stopping.abort();
    await running;
    await opened?.close();
    opened = undefined;
  });

  /**
   * Opens a house on a log and begins its start.
   * @param before done with the house before its start begins
   * @returns its address, and what the start is made of
   */
  async function begin(
    log: InterruptibleLog,
    before: (house: TestHouse) => Promise<void> = async () => undefined,
  ): Promise<{ address: string; steps: StartSteps }> {
    const house = await openTestHouse(new ControlledClock(START), log);
    opened = house;
    await before(house);
    const steps = new StartSteps(house.foundation, house.house, 200);
    const start = new StartUp({
      steps: steps.all,
      listener: {
        waiting: () => void told.push('waiting'),
        trouble: ({ code }: TaizhangError) => void told.push(code),
        ready: () => void told.push('ready'),
      },
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    });
    house.house.health.register('start', () => start.check());
    const address = await house.listen();
    running = start.run(stopping.signal);
    return { address, steps };
  }

  /**
   * Waits until the tables follow the log. One that begins to follow only later reads by itself what is in the log by then, held
   * back or not: on a fast machine the posts were in their table already.
   */
  async function tablesFollow({ foundation, house }: TestHouse): Promise<void> {
    const head = await foundation.store.head();
    if (head === null) throw new Error('a founded log has an end');
    await house.projections.waitFor(house.projections.names, head, { timeoutMs: 20_000 });
  }

  /** What an api process on the same database lacks. */
  async function lackOfAnApi(): Promise<unknown> {
    if (!opened) throw new Error('no house is open');
    const { foundation, house } = opened;
    const { store, pool, clock, logger } = foundation;
    const projections = new ProjectionRunner({ store, pool, clock, logger, projectors: projectorsOn(store, pool) });
    const steps = new StartSteps(foundation, { ...house, role: 'api', worker: null, projections }, 200);
    try {
      for (const step of steps.all) await step(stopping.signal);
      return null;
    } catch (error) {
      return error;
    }
  }

  /** As of a worker that has passed over events and was cut off before it could write that down. */
  async function setCheckpointBack(name: string): Promise<void> {
    await opened?.foundation.pool.query(
      'update projection.checkpoint set position = null, hash = null where name = $1',
      [name],
    );
  }

  async function health(address: string): Promise<{ status: number; checks: HealthReport['checks'] }> {
    const response = await fetch(`${address}/health/ready`);
    return { status: response.status, checks: healthReportSchema.parse(await response.json()).checks };
  }

  async function administrator(address: string, { signIn }: StartSteps): Promise<Person> {
    const text = await readFile(signIn?.passwordFile ?? '', 'utf8');
    return new Person(address, 'admin', /一次性口令：(\S+)/u.exec(text)?.[1] ?? '').signIn();
  }

  it('shows the first administrator’s posts: until the tables do, it waits and its health is red', async () => {
    const log = new InterruptibleLog(new MemoryEventStore());
    log.hold();
    const { address, steps } = await begin(log, tablesFollow);
    await eventually(() => expect(told).toEqual(['waiting']));
    expect((await log.readAll(null, 10)).map(({ type }) => type)).toContain('post.granted');
    const { status, checks } = await health(address);
    expect(status).toBe(503);
    expect(checks['start']).toMatchObject({ healthy: false, details: { code: 'START.WAITING' } });
    expect(checks['start']?.details?.['message']).toContain('posts');
    log.release();
    await running;
    expect(told).toEqual(['waiting', 'ready']);
    expect((await health(address)).checks['start']).toEqual({ healthy: true });
    expect(await (await administrator(address, steps)).tries('units', { name: '云岭市医改办' })).toBe('accepted');
  });

  it.each(['PostgreSQL', 'a double of KurrentDB that holds other things'])(
    'lets the first administrator act right after it, on %s',
    async (kind) => {
      const server = kind === 'PostgreSQL' ? undefined : await doubledServer();
      const others = Array.from({ length: 500 }, () => {
        return {
          id: randomUUID(),
          type: 'other',
          contentType: 'json',
          metadata: Buffer.from('{}'),
          data: Buffer.from('{}'),
        };
      });
      server?.double.log.append('other-things', 'any', others);
      const house = await runHouse(START, server?.store);
      try {
        const person = await new Person(house.address, 'admin', house.firstPassword).signIn();
        expect(await person.tries('units', { name: '云岭市医改办' })).toBe('accepted');
      } finally {
        await house.close();
        await server?.close();
      }
    },
    60_000,
  );

  it('lacks nothing, as an api, because of a table that none of the last events concerned', async () => {
    await begin(new InterruptibleLog(new MemoryEventStore()));
    await running;
    await setCheckpointBack('ledgers');
    expect(await lackOfAnApi()).toBeNull();
    await setCheckpointBack('posts');
    const lack = await lackOfAnApi();
    expect(lack).toMatchObject({ code: 'START.WAITING' });
    expect(String(lack)).toContain('（posts）');
  });

  it('starts for reading only while the log must not be written to: no account is made, lists are served', async () => {
    const lost = new EventLogError('LOG.STREAM_LOST', '事件库中有流被删除，已停止写入。');
    const store = new LogOnceFounded((log) => log.writing.stop('streams', lost));
    const { address, steps } = await begin(new InterruptibleLog(store));
    await eventually(() => expect(told).toEqual(['LOG.STREAM_LOST']));
    const { status, checks } = await health(address);
    expect(status).toBe(503);
    for (const name of ['start', 'log']) {
      expect(checks[name]).toMatchObject({ healthy: false, details: { code: 'LOG.STREAM_LOST' } });
    }
    expect(steps.signIn).toBeNull();
    expect(await opened?.foundation.identity.accounts.listAccounts({})).toEqual([]);
    expect(await store.readAll(null, 10)).toHaveLength(1);
    store.writing.clear('streams');
    await running;
    // A slow machine is also told that it waits for the tables in between.
    expect(told.filter((line) => line !== 'waiting')).toEqual(['LOG.STREAM_LOST', 'ready']);
    const person = await administrator(address, steps);
    store.writing.stop('streams', lost);
    expect(await person.get('units')).toMatchObject({ status: 200 });
    expect(await person.send('units', { name: '云岭市医改办' })).toMatchObject({
      status: 503,
      body: { code: 'LOG.STREAM_LOST', message: lost.message },
    });
  });

  it('starts and stays red where a projection stands still, which it names; the others are served', async () => {
    const poison = { type: 'post.granted', data: { poison: true } };
    const store = new LogOnceFounded(async (log) => {
      await new LogWriter(log).write('account-11111111-1111-4111-8111-111111111111', poison);
    });
    const { address } = await begin(new InterruptibleLog(store));
    await eventually(() => expect(told).toContain('PROJECTION.EVENT_NOT_APPLIED'));
    const { status, checks } = await health(address);
    expect(status).toBe(503);
    expect(checks['start']?.details?.['message']).toContain(
      'post.granted account-11111111-1111-4111-8111-111111111111@0',
    );
    expect(told).not.toContain('ready');
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    // An api whose worker is another process reads of it in the table.
    expect(await lackOfAnApi()).toMatchObject({ code: 'PROJECTION.EVENT_NOT_APPLIED' });
  });
});

/** A log to which something happens as soon as it has its first event, which names it. */
class LogOnceFounded extends MemoryEventStore {
  private founded = false;

  constructor(private readonly then: (log: MemoryEventStore) => void | Promise<void>) {
    super();
  }

  override async append(...[stream, expected, events]: Parameters<MemoryEventStore['append']>): Promise<AppendResult> {
    const result = await super.append(stream, expected, events);
    if (!this.founded) {
      this.founded = true;
      await this.then(this);
    }
    return result;
  }
}
