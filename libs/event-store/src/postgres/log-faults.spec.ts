import { Pool, type PoolClient } from 'pg';
import { createTestDatabase, eventually } from '#testing';
import { openPostgresLog, type PostgresLog } from '../../testing/postgres-log';
import { anEvent, aStream, someEvents } from '../../testing/sample-events';
import { Subscriber } from '../../testing/subscriber';
import { TcpRelay } from '../../testing/tcp-relay';
import { isEventLogError } from '../event-log-error';
import { type AppendResult, type EventStore, type EventToAppend, type ExpectedRevision } from '../port';
import { verifyChain } from '../verify-chain';
import { HEAD_AFTER_LISTEN } from './head-listener';
import { LOG_LOCK_KEY } from './log-migrations';
import { PostgresEventStore } from './postgres-event-store';

let log: PostgresLog;

beforeAll(async () => {
  log = await openPostgresLog(createTestDatabase);
});
afterAll(() => log.close());

describe('several processes', () => {
  it('go on with a stream that another one has gone on with', async () => {
    const [a, b] = [log.another(), log.another()];
    const stream = aStream();
    expect(await a.append(stream, 'no-stream', someEvents(1))).toMatchObject({ kind: 'appended' });
    expect(await b.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended', revision: 1 });
    expect(await a.append(stream, 0, someEvents(1))).toEqual({ kind: 'wrong-revision', actual: 1 });
    expect(await a.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', revision: 2 });
    expect(await b.append(stream, 2, someEvents(1))).toMatchObject({ kind: 'appended', revision: 3 });
    expect((await verifyChain(log.store)).breaks).toEqual([]);
  });

  it('write the right link when the stream moves between the look at its tail and the lock', async () => {
    const [first, second] = [log.another(), log.another()];
    const stream = aStream();
    await first.append(stream, 'no-stream', someEvents(1));
    const release = await holdLock();
    const earlier = first.append(stream, 0, someEvents(1));
    await waitersOnLock(1);
    const later = second.append(stream, 1, someEvents(1));
    await waitersOnLock(2);
    await release();
    expect(await earlier).toMatchObject({ kind: 'appended', revision: 1 });
    expect(await later).toMatchObject({ kind: 'appended', revision: 2 });
    expect((await verifyChain(log.store)).breaks).toEqual([]);
  });

  it('give out positions without a gap, in the order in which readers see them', async () => {
    const start = Number((await log.store.head()) ?? '0');
    const subscriber = new Subscriber(log.store, String(start), 3);
    const writers = [log.another(), log.another(), log.another()];
    await Promise.all(writers.flatMap((store) => [writeChain(store, 30), writeChain(store, 30)]));
    const events = await subscriber.received(6 * 30);
    await subscriber.close();
    expect(events.map((event) => Number(event.position))).toEqual(events.map((_, index) => start + 1 + index));
  });
});

describe('a lost connection', () => {
  it('of the appender while it waits: outcome unknown, and the same append again is written once', async () => {
    const store = log.another();
    const [stream, events] = [aStream(), someEvents(2)];
    const release = await holdLock();
    const lost = store.append(stream, 'no-stream', events);
    const [pid] = await waitersOnLock(1);
    await log.database.appPool.query('select pg_terminate_backend($1)', [pid]);
    await expect(lost).rejects.toMatchObject({ code: 'LOG.OUTCOME_UNKNOWN' });
    await release();
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ kind: 'appended', revision: 1 });
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ kind: 'duplicate' });
  });

  it('after the commit, before the answer: outcome unknown, and the same append again is a duplicate', async () => {
    const relay = await TcpRelay.open(log.database.appUrl);
    const { store, end } = storeAt(relay.url);
    const streams = [aStream(), aStream()];
    const appends = streams.map((stream) => ({ stream, events: someEvents(2) }));
    await store.append(aStream(), 'no-stream', someEvents(1));
    relay.loseAnswers(true);
    const lost = appends.map(({ stream, events }) => store.append(stream, 'no-stream', events));
    for (const append of lost) await expect(append).rejects.toMatchObject({ code: 'LOG.OUTCOME_UNKNOWN' });
    relay.loseAnswers(false);

    for (const { stream, events } of appends) {
      const stored = await eventually(async () => {
        const found = await log.store.readStream(stream);
        expect(found).toHaveLength(2);
        return found;
      });
      expect(await store.append(stream, 'no-stream', events)).toEqual({ kind: 'duplicate', events: stored });
    }
    await end();
    await relay.close();
  });

  it('to a server that hangs: outcome unknown once the time is up', async () => {
    const store = log.another({ timeoutMs: 300 });
    const [stream, events] = [aStream(), someEvents(1)];
    await appendSurely(store, aStream(), 'no-stream', someEvents(1));
    const release = await holdLock();
    await expect(store.append(stream, 'no-stream', events)).rejects.toMatchObject({ code: 'LOG.OUTCOME_UNKNOWN' });
    await release();
    const result = await appendSurely(store, stream, 'no-stream', events);
    expect(['appended', 'duplicate']).toContain(result.kind);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('to a server that is away: unavailable, certainly nothing written', async () => {
    const relay = await TcpRelay.open(log.database.appUrl);
    const { store, end } = storeAt(relay.url);
    const subscriber = new Subscriber(store, await store.head());
    await subscriber.caughtUp();
    await relay.close();
    await expect(store.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject({
      code: 'LOG.UNAVAILABLE',
    });
    await expect(store.readAll(null, 1)).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    await expect(store.head()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    await subscriber.close();
    await end();
  });

  it('of LISTEN: the subscription hears what came meanwhile, and goes on', async () => {
    const faults: unknown[] = [];
    const store = log.another({ onFault: (error) => faults.push(error) }, 'test-listen');
    const start = await store.head();
    const subscriber = new Subscriber(store, start);
    await subscriber.caughtUp();
    for (const round of [1, 2, 3]) {
      const pid = await listenerPid();
      await Promise.all([
        log.database.appPool.query('select pg_terminate_backend($1)', [pid]),
        log.store.append(aStream(), 'no-stream', someEvents(2)),
      ]);
      await subscriber.received(2 * round);
      await eventually(() => expect(faults).toHaveLength(round));
    }
    await subscriber.close();
  });

  it('of everything, again and again under load: nothing lost, nothing twice', async () => {
    const [writer, reader] = [log.another(), log.another()];
    const start = await log.store.head();
    const subscriber = new Subscriber(reader, start, 7);
    let writing = true;
    const work = Promise.all([1, 2, 3, 4].map(() => writeChain(writer, 40))).finally(() => (writing = false));
    for (let round = 0; round < 8 && isTrue(writing); round += 1) {
      const written = subscriber.events.length;
      await eventually(() => expect(!isTrue(writing) || subscriber.events.length >= written + 10).toBe(true));
      await killConnectionsOfProgram();
    }
    await work;
    const events = await subscriber.received(4 * 40);
    await subscriber.close();
    expect(events).toEqual(await log.store.readAll(start, 1_000));
    expect((await verifyChain(log.store)).breaks).toEqual([]);
  });
});

describe('a changed log', () => {
  it('is noticed by who knew it before, and takes no other append with it', async () => {
    const stream = aStream();
    await log.store.append(stream, 'no-stream', someEvents(2));
    await forge(
      `update log.event set hash = decode(repeat('ab', 32), 'hex') where stream = $1 and revision = 1`,
      stream,
    );
    const [broken, fine] = await Promise.allSettled([
      log.store.append(stream, 1, someEvents(1)),
      log.store.append(aStream(), 'no-stream', someEvents(1)),
    ]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'LOG.INTEGRITY' } });
    expect(fine).toMatchObject({ status: 'fulfilled', value: { kind: 'appended' } });
    await expect(log.store.append(stream, 1, someEvents(1))).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
    const { breaks } = await verifyChain(log.store);
    expect(breaks).toMatchObject([{ fault: 'hash', stream, revision: 1, actual: 'ab'.repeat(32) }]);
    expect(await log.store.readStream(stream)).toHaveLength(2);
  });
});

describe('a row that holds no event', () => {
  const NUMBER = `update log.event set data = '42' where stream = $1 and revision = 1`;

  it('is left out of what is read in order, in pages that stay full, and its stream is named', async () => {
    const store = log.another();
    const [broken, whole] = [aStream(), aStream()];
    const start = await store.head();
    await store.append(broken, 'no-stream', someEvents(3));
    await store.append(whole, 'no-stream', someEvents(2));
    await forge(NUMBER, broken);
    expect(store.damaged()).toEqual([]);
    const page = await store.readAll(start, 3);
    expect(page.map(({ stream, revision }) => [stream, revision])).toEqual([
      [broken, 0],
      [broken, 2],
      [whole, 0],
    ]);
    const named = { stream: broken, damage: 'foreign', revision: 1 };
    expect(store.damaged()).toMatchObject([named]);
    expect(store.damaged()[0]?.message).toContain(`${broken} 第 1 号事件`);
    expect(await verifyChain(store)).toMatchObject({ breaks: [{}, { stream: broken, whole: 1 }], damaged: [named] });
  });

  it('keeps its own stream from being read, and no stream that shares the query', async () => {
    const store = log.another();
    const [broken, whole] = [aStream(), aStream()];
    await store.append(broken, 'no-stream', someEvents(2));
    await store.append(whole, 'no-stream', someEvents(2));
    await forge(NUMBER, broken);
    const [refused, read] = await Promise.allSettled([store.readStream(broken), store.readStream(whole)]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'LOG.INTEGRITY' } });
    expect(read).toMatchObject({ status: 'fulfilled', value: { length: 2 } });
    expect(store.damaged()).toMatchObject([{ stream: broken }]);
    expect(await store.readStream(broken, 0, 1)).toHaveLength(1);
  });

  it('at the end of the log lets a subscriber wait for what comes, and come to it', async () => {
    const store = log.another();
    const stream = aStream();
    const start = await store.head();
    await store.append(stream, 'no-stream', someEvents(2));
    await forge(NUMBER, stream);
    const subscriber = new Subscriber(store, start);
    await subscriber.received(1);
    await subscriber.caughtUp();
    const queries = jest.spyOn(Pool.prototype, 'query');
    // Time enough for many looks at the log, if the subscriber did not wait.
    for (let look = 0; look < 50; look += 1) await store.head();
    expect(queries.mock.calls.length).toBeLessThan(60);
    queries.mockRestore();
    const later = aStream();
    await store.append(later, 'no-stream', someEvents(1));
    const events = await subscriber.received(2);
    await subscriber.close();
    expect(events.map((event) => event.stream)).toEqual([stream, later]);
  });
});

it('refuses a pool too small for it', () => {
  const pool = new Pool({ max: 2 });
  expect(() => new PostgresEventStore({ pool })).toThrow(RangeError);
});

async function writeChain(store: EventStore, count: number): Promise<void> {
  const stream = aStream();
  for (let revision = 0; revision < count; revision += 1) {
    const result = await appendSurely(store, stream, revision === 0 ? 'no-stream' : revision - 1, [anEvent()]);
    expect(['appended', 'duplicate']).toContain(result.kind);
  }
}

async function appendSurely(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): Promise<AppendResult> {
  for (;;) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (!isEventLogError(error, 'LOG.OUTCOME_UNKNOWN', 'LOG.UNAVAILABLE')) throw error;
    }
  }
}

/** Takes the log's lock, so that appends wait; gives back how to let go. */
async function holdLock(): Promise<() => Promise<void>> {
  const client: PoolClient = await log.database.ownerPool.connect();
  await client.query('select pg_advisory_lock($1)', [LOG_LOCK_KEY]);
  return async () => {
    await client.query('select pg_advisory_unlock($1)', [LOG_LOCK_KEY]);
    client.release();
  };
}

async function waitersOnLock(count: number): Promise<number[]> {
  return eventually(async () => {
    const result = await log.database.appPool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory' order by pid`,
    );
    expect(result.rows).toHaveLength(count);
    return result.rows.map((row) => row.pid);
  });
}

let lastListener = 0;

async function listenerPid(): Promise<number> {
  return eventually(async () => {
    const result = await log.database.appPool.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and application_name = 'test-listen' and query = $1`,
      [HEAD_AFTER_LISTEN],
    );
    const pid = result.rows[0]?.pid ?? 0;
    expect(pid).toBeGreaterThan(0);
    expect(pid).not.toBe(lastListener);
    lastListener = pid;
    return pid;
  });
}

async function killConnectionsOfProgram(): Promise<void> {
  await log.database.appPool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'test-log'`,
  );
}

async function forge(sql: string, stream: string): Promise<void> {
  const { ownerPool } = log.database;
  await ownerPool.query('alter table log.event disable trigger all');
  await ownerPool.query(sql, [stream]);
  await ownerPool.query('alter table log.event enable always trigger event_refuse_change');
  await ownerPool.query('alter table log.event enable always trigger event_refuse_truncate');
}

function storeAt(url: string): { store: PostgresEventStore; end: () => Promise<void> } {
  const pool = new Pool({ connectionString: url, max: 6 });
  pool.on('error', () => undefined);
  const store = new PostgresEventStore({ pool, pollMs: 60_000, retryMs: 20 });
  return { store, end: () => store.close().then(() => pool.end()) };
}

// The flag is changed by work that goes on meanwhile, which the compiler does not see.
function isTrue(flag: boolean): boolean {
  return flag;
}
