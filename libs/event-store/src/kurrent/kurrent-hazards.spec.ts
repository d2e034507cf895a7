import { eventually } from '#testing';
import { isEventLogError } from '../event-log-error';
import { type DamagedStream, type EventStore, type StoredEvent } from '../port';
import { type Position } from '../position';
import { anEvent, aStream, someEvents } from '../../testing/sample-events';
import { aRecord } from '../../testing/kurrent-double/double-log';
import { type AppendFault, type Refusal } from '../../testing/kurrent-double/kurrent-double';
import { type DoubledLog, doubledServer } from '../../testing/kurrent-log';
import { Subscriber } from '../../testing/subscriber';
import { KurrentEventStore } from './kurrent-event-store';

/** Faults that were seen in servers of this kind, in their client, or in how they were operated. */
describe('the log in KurrentDB, on a double that misbehaves', () => {
  let log: DoubledLog;
  let store: KurrentEventStore;
  let found: DamagedStream[];

  beforeEach(async () => {
    log = await doubledServer();
    found = [];
    store = log.another({ idleMs: 100, onDamage: (damage) => found.push(damage) });
  });
  afterEach(() => log.close());

  const onServer = (stream: string): string => `taizhang.${stream}`;
  const code = (expected: string) => ({ code: expected });

  async function append(count: number, to: EventStore = store): Promise<readonly string[]> {
    const streams = Array.from({ length: count }, () => aStream());
    for (const stream of streams) await untilServed(() => to.append(stream, 'no-stream', someEvents(1)));
    return streams;
  }

  describe('appends', () => {
    /** A store that gives up soon, for a server that does not answer. */
    const impatient = () => log.another({ timeoutMs: 1_000 });

    it.each<AppendFault>(['hang', 'end', 'drop'])(
      'are written by a retry after the server wrote nothing: %s',
      async (fault) => {
        const stream = aStream();
        const events = someEvents(2);
        store = impatient();
        log.double.nextAppend = fault;
        await expectOutcomeUnknown(store.append(stream, 'no-stream', events));
        expect(await store.readStream(stream)).toEqual([]);
        expect(await store.append(stream, 'no-stream', events)).toMatchObject({ kind: 'appended', revision: 1 });
        expect(await store.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', revision: 2 });
      },
    );

    it.each<AppendFault>(['commit-then-hang', 'commit-then-end', 'commit-then-drop'])(
      'are stored once when the server writes but does not answer: %s',
      async (fault) => {
        const stream = aStream();
        const events = someEvents(2);
        store = impatient();
        log.double.nextAppend = fault;
        await expectOutcomeUnknown(store.append(stream, 'no-stream', events));
        const stored = await store.readStream(stream);
        expect(stored).toHaveLength(2);
        expect(await store.append(stream, 'no-stream', events)).toEqual({ kind: 'duplicate', events: stored });
        expect(await store.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', revision: 2 });
      },
    );

    it('are served again after a restart of the server', async () => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(1));
      await log.double.restart();
      const event = anEvent();
      await untilServed(() => store.append(stream, 0, [event]));
      expect(await store.readStream(stream)).toHaveLength(2);
    });

    it('ignore late answers, on which the client used to end the program', async () => {
      log.double.lateAnswers = true;
      for (let round = 0; round < 3; round += 1) {
        const appends = Promise.allSettled(
          Array.from({ length: 20 }, () => store.append(aStream(), 'no-stream', someEvents(1))),
        );
        await log.double.restart();
        await appends;
      }
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(1));
      expect(await store.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended', revision: 1 });
    });

    it('fail with log errors and no unhandled rejection when the connection breaks while large ones wait', async () => {
      const uncaught: unknown[] = [];
      const note = (reason: unknown): void => void uncaught.push(reason);
      process.on('unhandledRejection', note);
      try {
        const large = () => [anEvent({ data: { text: 'x'.repeat(60_000) } })];
        const appends = Array.from({ length: 200 }, () => store.append(aStream(), 'no-stream', large()));
        const settled = Promise.allSettled(appends);
        await log.double.log.grown(5);
        await log.double.restart();
        const refused = (await settled).filter(({ status }) => status === 'rejected');
        expect(refused.length).toBeGreaterThan(0);
        const reasons = refused.map((result) => ('reason' in result ? isEventLogError(result.reason) : false));
        expect(new Set(reasons)).toEqual(new Set([true]));
        await append(1);
      } finally {
        process.off('unhandledRejection', note);
      }
      expect(uncaught).toEqual([]);
    });

    it('with the same id from two processes are stored once, and both processes get the stored event', async () => {
      const other = log.another();
      for (let round = 0; round < 20; round += 1) {
        const stream = aStream();
        const event = anEvent();
        const late = { ...event, metadata: { recordedAt: 'later' } };
        const results = await Promise.all([
          store.append(stream, 'no-stream', [event]),
          other.append(stream, 'no-stream', [late]),
        ]);
        expect(results.map(({ kind }) => kind).sort()).toEqual(['appended', 'duplicate']);
        const [stored] = await store.readStream(stream);
        expect(results).toContainEqual({ kind: 'duplicate', events: [stored] });
        expect(results).toContainEqual(expect.objectContaining({ kind: 'appended', hash: stored?.hash }));
      }
    });

    it('to a stream whose end is known cause no read', async () => {
      const stream = aStream();
      await store.check();
      await store.append(stream, 'no-stream', someEvents(1));
      const { reads } = log.double;
      for (let revision = 0; revision < 20; revision += 1) await store.append(stream, revision, someEvents(1));
      expect(log.double.reads).toBe(reads);
    });

    it('write to their own stream only', async () => {
      const streams = await append(3);
      await store.append(streams[0] ?? '', 0, someEvents(3));
      expect(new Set(log.double.log.records.map(({ stream }) => stream))).toEqual(new Set(streams.map(onServer)));
    });
  });

  describe('subscriptions', () => {
    it('start again when the server ends them without an error', async () => {
      const subscriber = new Subscriber(store, null);
      await append(3);
      await subscriber.received(3);
      log.double.endSubscriptions();
      await append(3);
      await subscriber.received(6);
      await subscriber.close();
      expect(subscriber.events).toEqual(await store.readAll(null, 100));
    });

    it('lose and repeat no event when the server restarts', async () => {
      const subscriber = new Subscriber(store, null, 4);
      for (let round = 0; round < 3; round += 1) {
        await append(5);
        await log.double.restart();
      }
      await append(5);
      await subscriber.received(20);
      await subscriber.close();
      expect(subscriber.events).toEqual(await store.readAll(null, 100));
    });

    it('start again when they are silent although there are new events', async () => {
      const subscriber = new Subscriber(store, null);
      await append(1);
      await subscriber.received(1);
      log.double.silentSubscriptions = true;
      await append(2);
      log.double.silentSubscriptions = false;
      await subscriber.received(3);
      await subscriber.close();
    });

    it('give the position of the last event handed over, never a later one', async () => {
      await append(6);
      const all = await store.readAll(null, 100);
      let position: Position | null = null;
      const seen: StoredEvent[] = [];
      while (seen.length < all.length) {
        const message = await firstMessage(store, position);
        expect(message.events.length).toBeLessThanOrEqual(2);
        seen.push(...message.events);
        position = message.position;
        expect(position).toBe(seen.at(-1)?.position);
      }
      expect(seen).toEqual(all);
    });

    it('of one process share one subscription at the server', async () => {
      const followers = [1, 2, 3, 4].map(() => new Subscriber(store, null));
      await append(2);
      for (const follower of followers) await follower.received(2);
      expect(log.double.subscriptions).toBe(1);
      for (const follower of followers) await follower.close();
    });
  });

  describe('a server that others use too', () => {
    function foreign(count: number): void {
      for (let index = 0; index < count; index += 1) {
        log.double.log.append('theirs-1', 'any', [aRecord('their.thing', Buffer.from('{}'))]);
      }
    }

    it('does not send this process the records of other programs', async () => {
      await append(3);
      foreign(300);
      const fresh = log.another();
      await fresh.check();
      const before = log.double.recordsSent;
      expect(await fresh.head()).not.toBeNull();
      const subscriber = new Subscriber(fresh, null);
      await subscriber.received(3);
      foreign(300);
      await append(1, fresh);
      await subscriber.received(4);
      await fresh.head();
      await subscriber.close();
      expect(log.double.recordsSent - before).toBeLessThan(20);
    });
  });

  describe('a stream that lost its past', () => {
    it('refuses appends after a soft deletion under the running program, so that no number is issued twice', async () => {
      const stream = aStream('series');
      await store.append(stream, 'no-stream', someEvents(2));
      log.double.log.deleteSoftly(onServer(stream));
      const written = log.double.log.records.length;
      expect(await store.append(stream, 'no-stream', someEvents(1))).toMatchObject({ kind: 'wrong-revision' });
      const stranger = log.another();
      await expect(stranger.append(stream, 'no-stream', someEvents(1))).rejects.toMatchObject(code('LOG.STREAM_LOST'));
      expect(log.double.log.records).toHaveLength(written);
    });

    it.each([
      ['$maxAge', (name: string) => log.double.log.setMetadata(name, { $maxAge: 60 })],
      ['$maxCount', (name: string) => log.double.log.setMetadata(name, { $maxCount: 10 })],
      ['$tb', (name: string) => log.double.log.setMetadata(name, { $tb: 1 })],
      ['a soft deletion', (name: string) => log.double.log.deleteSoftly(name)],
      ['a tombstone', (name: string) => log.double.log.tombstone(name)],
    ])('stops all writing and is reported as lost, when %s came before the start', async (_name, damage) => {
      const [stream = '', other = ''] = await append(2);
      damage(onServer(stream));
      const fresh = log.another();
      await fresh.check();
      expect(fresh.damaged()).toMatchObject([{ stream, damage: 'lost' }]);
      await expect(fresh.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject(code('LOG.STREAM_LOST'));
      expect(fresh.writing.stopped?.message).toContain(stream);
      expect(await fresh.readStream(other)).toHaveLength(1);
      expect((await fresh.readAll(null, 10)).map((event) => event.stream)).toEqual([stream, other]);
    });

    it.each([
      ['retention', (name: string) => log.double.log.setMetadata(name, { $maxCount: 1 })],
      ['a soft deletion', (name: string) => log.double.log.deleteSoftly(name)],
    ])('stops all writing when %s comes while running, until it is taken back', async (_name, damage) => {
      const [stream = ''] = await append(1);
      await store.check();
      damage(onServer(stream));
      await eventually(() => expect(store.writing.stopped).toMatchObject(code('LOG.STREAM_LOST')));
      expect(found).toMatchObject([{ stream, damage: 'lost' }]);
      await expect(store.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject(code('LOG.STREAM_LOST'));
      log.double.log.setMetadata(onServer(stream), {});
      await eventually(() => expect(store.writing.stopped).toBeNull());
      expect(await store.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended', revision: 1 });
    });

    it('is reported by a read that finds its beginning gone', async () => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(3));
      log.double.log.scavenge(onServer(stream), 1);
      await expect(store.readStream(stream)).rejects.toMatchObject(code('LOG.STREAM_LOST'));
      expect(store.damaged()).toMatchObject([{ stream, revision: 0 }]);
    });

    it.each(['TASK-X', 'task-not a uuid', '系列-1', '', 'x'.repeat(300)])(
      'is ignored when its name cannot be one of this program: %p',
      async (name) => {
        const [stream = ''] = await append(1);
        log.double.log.append(onServer(name), 'any', [aRecord('thing', Buffer.from('{}'))]);
        log.double.log.setMetadata(onServer(name), { $maxCount: 1 });
        log.double.log.tombstone(onServer(name));
        const fresh = log.another();
        await fresh.check();
        expect((await fresh.readAll(null, 10)).map((event) => event.stream)).toEqual([stream]);
        expect(fresh.damaged()).toEqual([]);
        expect(await fresh.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended' });
      },
    );

    it('is refused as lost to a reader after it was deleted for good', async () => {
      const [stream = ''] = await append(1);
      log.double.log.tombstone(onServer(stream));
      await expect(store.readStream(stream)).rejects.toMatchObject(code('LOG.STREAM_LOST'));
      expect(store.damaged()).toMatchObject([{ stream, damage: 'lost' }]);
    });

    it('is not reported for the streams of others, nor for a change of access rights alone', async () => {
      const [stream = ''] = await append(1);
      log.double.log.setMetadata('theirs-1', { $maxAge: 1 });
      log.double.log.setMetadata(onServer(stream), { $acl: {} });
      await store.check();
      expect(store.damaged()).toEqual([]);
      expect(await store.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended' });
    });
  });

  describe('a record that is not of this program', () => {
    it('blocks its own stream only: all others are read, followed and written', async () => {
      const [before = ''] = await append(1);
      log.double.log.append(onServer('task-1'), 'any', [aRecord('thing', Buffer.from('this is no JSON'))]);
      const [after = ''] = await append(1);
      const subscriber = new Subscriber(store, null);
      await subscriber.received(2);
      await subscriber.close();
      expect((await store.readAll(null, 10)).map(({ stream }) => stream)).toEqual([before, after]);
      expect(await store.readAll(null, 1)).toHaveLength(1);
      expect(store.damaged()).toMatchObject([{ stream: 'task-1', damage: 'foreign', revision: 0 }]);
      expect(store.writing.stopped).toBeNull();
      await expect(store.readStream('task-1')).rejects.toMatchObject(code('LOG.INTEGRITY'));
      await expect(store.append('task-1', 0, someEvents(1))).rejects.toMatchObject(code('LOG.INTEGRITY'));
    });

    it('makes a writer that knew its stream fail with LOG.INTEGRITY', async () => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(1));
      log.double.log.append(onServer(stream), 'any', [aRecord('thing', Buffer.from('{}'))]);
      await expect(store.append(stream, 0, someEvents(1))).rejects.toMatchObject(code('LOG.INTEGRITY'));
      expect((await store.readAll(null, 10)).map(({ revision }) => revision)).toEqual([0]);
    });
  });

  describe('a server that comes back with another past', () => {
    it.each([
      ['an older copy', 2],
      ['an emptied one', 0],
    ])('stops writing with LOG.OLDER: %s', async (_name, kept) => {
      const streams = await append(2);
      const subscriber = new Subscriber(store, null);
      await append(3);
      await subscriber.received(5);
      const records = log.double.log.records.length;
      await log.double.restart(() => log.double.log.returnTo(kept));
      expect(records).toBe(5);
      await eventually(() => expect(store.writing.stopped).toMatchObject(code('LOG.OLDER')));
      await expect(store.append(streams[0] ?? '', 0, someEvents(1))).rejects.toMatchObject(code('LOG.OLDER'));
      expect(log.double.log.records).toHaveLength(kept);
      await subscriber.ended();
      expect(subscriber.error).toMatchObject(code('LOG.OLDER'));
    });

    it('gets no append between its return and the comparison', async () => {
      const streams = await append(2);
      const subscriber = new Subscriber(store, null);
      await append(1);
      await subscriber.received(3);
      const restarted = log.double.restart(() => log.double.log.returnTo(2));
      const hasty = Promise.allSettled(streams.map((stream) => store.append(stream, 0, someEvents(1))));
      await restarted;
      for (const { status } of await hasty) expect(status).toBe('rejected');
      expect(log.double.log.records).toHaveLength(2);
      await subscriber.ended();
    });

    it('is written to again once the cause `continuity` is cleared', async () => {
      await append(2);
      const subscriber = new Subscriber(store, null);
      await append(1);
      await subscriber.received(3);
      await log.double.restart(() => log.double.log.returnTo(2));
      await eventually(() => expect(store.writing.stopped).not.toBeNull());
      await subscriber.ended();
      store.writing.clear('continuity');
      const again = new Subscriber(store, null);
      await append(1);
      await again.received(3);
      await again.close();
      expect(again.events).toEqual(await store.readAll(null, 10));
    });
  });

  describe('the error', () => {
    it.each<[Refusal, string, string]>([
      ['unauthenticated', 'LOG.REFUSED', '用户名或口令'],
      ['denied', 'LOG.REFUSED', '$all'],
      ['not-leader', 'LOG.UNAVAILABLE', '主节点'],
    ])('gives the reason of a refusal: %s', async (refusal, expected, words) => {
      log.double.refusal = refusal;
      const checked = store.check();
      await expect(checked).rejects.toMatchObject(code(expected));
      await expect(checked).rejects.toThrow(words);
    });

    it('names MaxAppendSize when the server takes too little at once, at the opening and at an append', async () => {
      log.double.maxAppendSize = 1_048_576;
      const checked = store.check();
      await expect(checked).rejects.toMatchObject(code('LOG.APPEND_TOO_LARGE'));
      await expect(checked).rejects.toThrow('MaxAppendSize');
      log.double.maxAppendSize = 1_000;
      const large = anEvent({ data: { text: 'x'.repeat(2_000) } });
      await expect(store.append(aStream(), 'no-stream', [large])).rejects.toThrow('MaxAppendSize');
    });

    it('says that nothing listens when the head is asked for while the server is away', async () => {
      const subscriber = new Subscriber(store, null);
      await append(1);
      await subscriber.received(1);
      log.double.stop();
      await eventually(async () => expect(store.head()).rejects.toThrow('没有程序在监听'));
      await log.double.listen();
      await eventually(async () => expect(await store.head()).not.toBeNull());
      await subscriber.close();
    });

    it('is LOG.UNAVAILABLE for a server that does not answer', async () => {
      log.double.frozen = true;
      await expect(log.another({ timeoutMs: 200 }).check()).rejects.toMatchObject(code('LOG.UNAVAILABLE'));
    });
  });

  it.each([
    'esdb://admin:geheim@127.0.0.1:2113?tls=false',
    'kurrentdb://admin:geheim@127.0.0.1:2113?tls=true&tlsVerifyCert=false',
    'esdb://admin:geheim@127.0.0.1:2113?throwOnAppendFailure=false',
    'kurrentdb://admin:geheim@127.0.0.1:port',
  ])('refuses the address %s without showing its password', (url) => {
    const opened = (): unknown => new KurrentEventStore({ url });
    expect(opened).toThrow('EVENTSTORE_URL');
    expect(opened).not.toThrow('geheim');
  });
});

async function expectOutcomeUnknown(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ code: 'LOG.OUTCOME_UNKNOWN' });
}

/** Tries again until it succeeds, as the engine's callers do. */
async function untilServed<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 50) throw error;
    }
  }
}

async function firstMessage(store: EventStore, after: Position | null) {
  for await (const message of store.subscribe(after, { signal: new AbortController().signal, batchSize: 2 })) {
    if (message.kind === 'events') return message;
  }
  throw new Error('no events came');
}
