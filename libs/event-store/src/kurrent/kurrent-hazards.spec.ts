import { type EventStore, type StoredEvent } from '../port';
import { type Position } from '../position';
import { anEvent, aStream, someEvents } from '../../testing/sample-events';
import { type AppendFault } from '../../testing/kurrent-double/kurrent-double';
import { type ProposedRecord } from '../../testing/kurrent-double/double-log';
import { type DoubledLog, doubledServer } from '../../testing/kurrent-log';
import { Subscriber } from '../../testing/subscriber';
import { KurrentEventStore } from './kurrent-event-store';

/** What a server of this kind, or its client, has been seen to do wrong. */
describe('the log in KurrentDB, on a double that misbehaves', () => {
  let log: DoubledLog;
  let store: KurrentEventStore;

  beforeEach(async () => {
    log = await doubledServer();
    store = log.another({ idleMs: 100 });
  });
  afterEach(() => log.close());

  describe('appends', () => {
    /** One that does not wait long, for a server that does not answer. */
    const impatient = () => log.another({ timeoutMs: 2_000 });

    it.each<AppendFault>(['hang', 'clean-end'])(
      'outlast a server that writes nothing and answers: %s',
      async (fault) => {
        const stream = aStream();
        const events = someEvents(2);
        store = impatient();
        log.double.nextAppend = fault;
        await unknown(store.append(stream, 'no-stream', events));
        expect(await store.readStream(stream)).toEqual([]);
        expect(await store.append(stream, 'no-stream', events)).toMatchObject({ kind: 'appended', revision: 1 });
        expect(await store.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', revision: 2 });
      },
    );

    it.each<AppendFault>(['commit-then-end', 'commit-then-drop'])(
      'are there once when the server writes but does not say so: %s',
      async (fault) => {
        const stream = aStream();
        const events = someEvents(2);
        store = impatient();
        log.double.nextAppend = fault;
        await unknown(store.append(stream, 'no-stream', events));
        const stored = await store.readStream(stream);
        expect(stored).toHaveLength(2);
        expect(await store.append(stream, 'no-stream', events)).toEqual({ kind: 'duplicate', events: stored });
        expect(await store.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', revision: 2 });
      },
    );

    it('go on after the server was started anew', async () => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(1));
      await log.double.restart();
      const event = anEvent();
      await untilServed(() => store.append(stream, 0, [event]));
      expect(await store.readStream(stream)).toHaveLength(2);
    });

    it('of two processes with the same id but other words leave one, which both are told', async () => {
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

    it('say what to change at a server that takes too little at once', async () => {
      log.double.maxAppendSize = 1_000;
      const large = anEvent({ data: { text: 'x'.repeat(2_000) } });
      const appended = store.append(aStream(), 'no-stream', [large]);
      await expect(appended).rejects.toMatchObject({ code: 'LOG.APPEND_TOO_LARGE' });
      await expect(appended).rejects.toThrow('MaxAppendSize');
    });
  });

  describe('subscriptions', () => {
    it('are begun again when the server ends them without an error', async () => {
      const subscriber = new Subscriber(store, null);
      await append(3);
      await subscriber.received(3);
      log.double.endSubscriptions();
      await append(3);
      await subscriber.received(6);
      await subscriber.close();
      expect(subscriber.events).toEqual(await store.readAll(null, 100));
    });

    it('lose and repeat nothing when the server is started anew', async () => {
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

    it('are asked after when they fall silent', async () => {
      const subscriber = new Subscriber(store, null);
      await append(1);
      await subscriber.received(1);
      log.double.silentSubscriptions = true;
      await append(2);
      log.double.silentSubscriptions = false;
      await subscriber.received(3);
      await subscriber.close();
    });

    it('never name a position beyond what was handed on', async () => {
      // Each append leaves a claim too, for which the server says how far it has looked while events still wait.
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
  });

  describe('a server that forgets', () => {
    it.each(['$maxAge', '$maxCount', '$tb'])('is refused for %s on a stream of the ledgers', async (setting) => {
      await append(1);
      tell('$$taizhang.task-1', { [setting]: 1 });
      const checked = store.checkRetention();
      await expect(checked).rejects.toMatchObject({ code: 'LOG.STREAM_LOST' });
      await expect(checked).rejects.toThrow('taizhang.task-1');
    });

    it('is not one for the streams of others, nor when it was told otherwise since', async () => {
      tell('$$theirs-1', { $maxAge: 1 });
      tell('$$taizhang.task-1', { $maxAge: 1 });
      tell('$$taizhang.task-1', { $acl: {} });
      await store.checkRetention();
    });

    it('is found out when a stream is read of which the beginning is gone', async () => {
      const stream = aStream();
      await store.append(stream, 'no-stream', someEvents(3));
      log.double.log.forget(`taizhang.${stream}`, 1);
      await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
    });
  });

  it('stops at a record that is not of this program', async () => {
    log.double.log.append('taizhang.task-1', 'any', [record('this is no JSON')]);
    await expect(store.readAll(null, 10)).rejects.toMatchObject({ code: 'LOG.INTEGRITY' });
    const subscriber = new Subscriber(store, null);
    await subscriber.ended();
    expect(subscriber.error).toMatchObject({ code: 'LOG.INTEGRITY' });
  });

  it.each([
    'esdb://admin:geheim@127.0.0.1:2113?tls=false',
    'kurrentdb://admin:geheim@127.0.0.1:2113?tls=true&tlsVerifyCert=false',
    'esdb://admin:geheim@127.0.0.1:2113?throwOnAppendFailure=false',
    'kurrentdb://admin:geheim@127.0.0.1:port',
    'kurrentdb://admin:geheim@127.0.0.1:2113?tlsCAFile=/nowhere.pem',
  ])('refuses the address %s and keeps its password to itself', (url) => {
    const opened = (): unknown => new KurrentEventStore({ url });
    expect(opened).toThrow('EVENTSTORE_URL');
    expect(opened).not.toThrow('geheim');
  });

  async function append(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const [stream, events] = [aStream(), someEvents(1)];
      await untilServed(() => store.append(stream, 'no-stream', events));
    }
  }

  function tell(stream: string, settings: object): void {
    log.double.log.append(stream, 'any', [record(JSON.stringify(settings))]);
  }
});

function record(data: string): ProposedRecord {
  const [metadata, content] = [Buffer.from('{}'), Buffer.from(data)];
  return { id: anEvent().eventId, type: 'thing', contentType: 'application/json', metadata, data: content };
}

async function unknown(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ code: 'LOG.OUTCOME_UNKNOWN' });
}

/** Sends the same thing again until it is served, as the engine's callers do. */
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
