import { randomUUID } from 'node:crypto';
import { INSTALLATION_STREAM } from '#domain';
import { CONTINUITY, EventLogError, type LogPlace, MemoryEventStore, onNewPast } from '#event-store';
import { createLogger, migrate } from '#platform';
import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { someEvents } from '../../../event-store/testing/sample-events';
import { LogContinuity } from './log-continuity';
import { chooseOrigin, noteOrigin, readOrigin } from './log-origin';
import { PROJECTION_MIGRATIONS } from './projection-migrations';

const logger = createLogger('silent');

describe('the continuity of log and read models', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;
  /** Up to where the read models go. */
  let places: LogPlace[];
  let opened: LogContinuity[];

  beforeEach(async () => {
    database = await createTestDatabase();
    await migrate(database.pool, PROJECTION_MIGRATIONS, { lockKey: 1 });
    store = new MemoryEventStore();
    places = [];
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((each) => each.stop()));
    await database.close();
  });

  /** A process on the database, with a log that it may found. */
  function program(log = store, { pool } = database, everyMs = 5_000): LogContinuity {
    const found = (installationId: string): Promise<void> => foundedAs(log, installationId);
    const continuity = new LogContinuity({ pool, store: log, places: [async () => places], logger, found, everyMs });
    opened.push(continuity);
    return continuity;
  }

  async function foundedAs(log: MemoryEventStore, installationId: string): Promise<void> {
    const event = { type: 'installation.founded', schemaVersion: 1, metadata: {}, data: { installationId } };
    await log.append(INSTALLATION_STREAM, 'no-stream', [{ ...event, eventId: installationId }]);
  }

  /** A log of its own installation, with some events. */
  async function anotherLog(): Promise<MemoryEventStore> {
    const log = new MemoryEventStore();
    await foundedAs(log, randomUUID());
    await log.append('task-1', 'no-stream', someEvents(4));
    return log;
  }

  /** The log with events, and read models of all of it. */
  async function levelled(): Promise<LogContinuity> {
    const continuity = program();
    await continuity.check();
    await store.append('task-1', 'no-stream', someEvents(4));
    places = [await endOf(store)];
    await continuity.check();
    return continuity;
  }

  async function endOf(log: MemoryEventStore): Promise<LogPlace> {
    const [last] = (await log.readAll(null, 10_000)).slice(-1);
    if (!last) throw new Error('an empty log has no end');
    return { position: last.position, hash: last.hash };
  }

  const stop = () => store.writing.stoppedBy(CONTINUITY)?.code ?? null;

  describe('of an empty log', () => {
    it('begins with a first event that names it, once, and the database notes the name', async () => {
      expect(await program().check()).toMatchObject({ kind: 'same' });
      expect(await program().check()).toMatchObject({ kind: 'same' });
      const [first, ...rest] = await store.readAll(null, 10);
      expect(first).toMatchObject({ stream: INSTALLATION_STREAM, type: 'installation.founded' });
      expect(rest).toEqual([]);
      expect(await readOrigin(database.pool)).toEqual({ installationId: first?.data['installationId'], founded: true });
    });

    it('is not founded by one that only looks', async () => {
      const looking = new LogContinuity({ pool: database.pool, store, places: [], logger });
      expect(await looking.check()).toMatchObject({ kind: 'new' });
      expect(await store.head()).toBeNull();
      expect(await readOrigin(database.pool)).toBeNull();
    });

    it('gets the name that was chosen before a crash', async () => {
      const chosen = await chooseOrigin(database.pool, randomUUID());
      expect(await program().check()).toEqual({ kind: 'same', installationId: chosen });
    });

    it('is known by the name that was in it when a crash came before noting that', async () => {
      const chosen = await chooseOrigin(database.pool, randomUUID());
      await foundedAs(store, chosen);
      expect(await program().check()).toEqual({ kind: 'same', installationId: chosen });
      expect(await readOrigin(database.pool)).toEqual({ installationId: chosen, founded: true });
    });

    it('is founded once by several processes at the same time', async () => {
      const standings = await Promise.all(Array.from({ length: 6 }, () => program().check()));
      expect(new Set(standings.map(({ kind }) => kind))).toEqual(new Set(['same']));
      expect(await store.readAll(null, 10)).toHaveLength(1);
    });

    it('goes to one of two databases, and the other does not take it silently', async () => {
      const second = await createTestDatabase();
      try {
        await migrate(second.pool, PROJECTION_MIGRATIONS, { lockKey: 1 });
        const standings = await Promise.all([program().check(), program(store, second).check()]);
        expect(standings.map(({ kind }) => kind).sort()).toEqual(['same', 'unadopted']);
        expect(await store.readAll(null, 10)).toHaveLength(1);
      } finally {
        await second.close();
      }
    });
  });

  describe('stops writing, with health red and reading going on,', () => {
    it('where a full log meets an empty database', async () => {
      store = await anotherLog();
      const continuity = program();
      expect(await continuity.check()).toMatchObject({ kind: 'unadopted' });
      expect(stop()).toBe('LOG.UNADOPTED');
      expect(await readOrigin(database.pool)).toBeNull();
    });

    it('on another installation’s log, of whatever length', async () => {
      await levelled();
      const other = await anotherLog();
      const continuity = program(other);
      expect(await continuity.check()).toMatchObject({ kind: 'other' });
      expect(other.writing.stopped).toMatchObject({ code: 'LOG.OTHER' });
      expect(continuity.health()).toMatchObject({ healthy: false, details: { code: 'LOG.OTHER' } });
      expect(await other.readAll(null, 10)).toHaveLength(5);
    });

    it('when the log becomes another installation’s while it runs', async () => {
      const continuity = await levelled();
      store.restore((await anotherLog()).copy());
      await continuity.check();
      expect(stop()).toBe('LOG.OTHER');
    });

    it('on a log that does not begin with a name', async () => {
      await store.append('task-1', 'no-stream', someEvents(1));
      expect(await program().check()).toMatchObject({ kind: 'nameless' });
      expect(stop()).toBe('LOG.OTHER');
    });

    it('when the read models are beyond the log’s end', async () => {
      const continuity = await levelled();
      store.restore(store.copy('3'));
      expect(await continuity.check()).toMatchObject({ kind: 'older' });
      expect(stop()).toBe('LOG.OLDER');
      expect(continuity.health()).toEqual({
        healthy: false,
        details: {
          code: 'LOG.OLDER',
          message:
            '事件日志比台账各表旧（可能由旧副本恢复），已停止写入，现在只能查看，请告知系统管理员；如确认以现有日志为准，请运行 taizhang rebuild，否则请换回完整的日志。',
        },
      });
      expect(await store.readAll(null, 10)).toHaveLength(3);
    });

    it('when the log has grown again from an older copy, as far and further', async () => {
      const continuity = await levelled();
      const copy = store.copy('3');
      const elsewhere = new MemoryEventStore();
      elsewhere.restore(copy);
      await elsewhere.append('task-2', 'no-stream', someEvents(9));
      store.restore(elsewhere.copy());
      expect(await continuity.check()).toMatchObject({ kind: 'older' });
    });

    it('when the log is emptied', async () => {
      const continuity = await levelled();
      store.restore([]);
      expect(await continuity.check()).toMatchObject({ kind: 'older' });
      places = [];
      expect(await continuity.check()).toMatchObject({ kind: 'older' });
    });
  });

  describe('goes on by itself', () => {
    it('when the whole log is back, and whoever keeps something of it in memory is told', async () => {
      const continuity = await levelled();
      let forgotten = 0;
      onNewPast(store.writing, () => (forgotten += 1));
      const whole = store.copy();
      store.restore(store.copy('3'));
      await continuity.check();
      expect(forgotten).toBe(0);
      store.restore(whole);
      expect(await continuity.check()).toMatchObject({ kind: 'same' });
      expect([stop(), forgotten]).toEqual([null, 1]);
      expect(continuity.health()).toEqual({ healthy: true });
    });

    it('when the read models are those of the log again', async () => {
      const continuity = await levelled();
      store.restore(store.copy('3'));
      await continuity.check();
      places = [await endOf(store)];
      await continuity.check();
      expect(stop()).toBeNull();
    });

    it('with its memory forgotten, when the read models were made anew before it had noticed anything', async () => {
      const continuity = await levelled();
      let forgotten = 0;
      onNewPast(store.writing, () => (forgotten += 1));
      store.restore(store.copy('3'));
      places = [await endOf(store)];
      await continuity.check();
      expect([stop(), forgotten]).toEqual([null, 1]);
      await continuity.check();
      expect(forgotten).toBe(1);
    });

    it('when a write has met an older log whose tables lack nothing of it', async () => {
      const continuity = await levelled();
      const level = store.copy();
      await store.append('task-2', 'no-stream', someEvents(2));
      store.restore(level);
      await expect(store.append('task-3', 'no-stream', someEvents(1))).rejects.toMatchObject({ code: 'LOG.OLDER' });
      expect(stop()).toBe('LOG.OLDER');
      expect(await continuity.check()).toMatchObject({ kind: 'same' });
      expect(stop()).toBeNull();
      expect(await store.append('task-4', 'no-stream', someEvents(1))).toMatchObject({ kind: 'appended' });
    });

    it('looking from time to time', async () => {
      await levelled();
      const watching = program(store, database, 1);
      watching.watch();
      const whole = store.copy();
      store.restore(store.copy('3'));
      await eventually(() => expect(stop()).toBe('LOG.OLDER'));
      store.restore(whole);
      await eventually(() => expect(stop()).toBeNull());
    });

    it('at once when it is told to look', async () => {
      const continuity = await levelled();
      store.restore(store.copy('3'));
      continuity.checkSoon();
      await eventually(() => expect(stop()).toBe('LOG.OLDER'));
    });
  });

  it('says nothing new while the log is away', async () => {
    const continuity = await levelled();
    jest.spyOn(store, 'readStream').mockRejectedValue(new EventLogError('LOG.UNAVAILABLE', 'away'));
    await expect(continuity.check()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    expect(stop()).toBeNull();
    jest.restoreAllMocks();
    store.restore(store.copy('3'));
    await continuity.check();
    jest.spyOn(store, 'readStream').mockRejectedValue(new EventLogError('LOG.UNAVAILABLE', 'away'));
    continuity.checkSoon();
    await expect(continuity.check()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    expect(stop()).toBe('LOG.OLDER');
    jest.restoreAllMocks();
  });

  it('notes another name only when it is told to', async () => {
    store = await anotherLog();
    const continuity = program();
    const { installationId } = await continuity.check();
    await noteOrigin(database.pool, installationId ?? '');
    expect(await continuity.check()).toMatchObject({ kind: 'same' });
    expect(stop()).toBeNull();
  });
});
