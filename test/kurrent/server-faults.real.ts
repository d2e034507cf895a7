import { isEventLogError, logPages, type StoredEvent, verifyChain } from '#event-store';
import { eventually } from '#testing';
import { kurrentStore } from '../../libs/event-store/testing/kurrent-log';
import { aStream, someEvents } from '../../libs/event-store/testing/sample-events';
import { Subscriber } from '../../libs/event-store/testing/subscriber';
import { Nodes } from './support/nodes';
import { leaderOf, Operator } from './support/operator';
import { Writers } from './support/writers';

type Store = ReturnType<typeof kurrentStore>;

const KILLS = Number(process.env['TAIZHANG_KILLS'] ?? '3');

/** Real processes of a real server, on this machine. */
describe('the log in KurrentDB on the nodes of EVENTSTORE_NODES', () => {
  let nodes: Nodes;
  let opened: Store[];
  const code = (expected: string) => ({ code: expected });

  beforeEach(async () => {
    nodes = await Nodes.start(process.env['EVENTSTORE_NODES'] ?? '');
    opened = [];
    await leaderOf(nodes);
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await nodes.close();
  });

  async function open(options: { readonly timeoutMs?: number } = {}): Promise<Store> {
    const store = kurrentStore({ url: nodes.url, ...options });
    opened.push(store);
    await eventually(() => store.check(), { timeoutMs: 60_000, intervalMs: 500 });
    return store;
  }

  async function everything(store: Store): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const page of logPages(store)) events.push(...page);
    return events;
  }

  async function append(store: Store, count: number): Promise<readonly string[]> {
    const streams = Array.from({ length: count }, () => aStream());
    for (const stream of streams) await store.append(stream, 'no-stream', someEvents(2));
    return streams;
  }

  it.each([
    ['small', 20, 1],
    ['large', 40, 40],
  ])(
    'loses and doubles no acknowledged append of %s ones when the leading node is killed',
    async (_name, many, size) => {
      const uncaught: unknown[] = [];
      const note = (reason: unknown): void => void uncaught.push(reason);
      process.on('unhandledRejection', note);
      const store = await open();
      const follower = new Subscriber(store, null);
      const writers = new Writers(store, size);
      writers.start(many);
      const gaps: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = writers.acknowledged.length;
        await eventually(() => expect(writers.acknowledged.length).toBeGreaterThan(before + 100), {
          timeoutMs: 60_000,
        });
        const leader = await leaderOf(nodes);
        writers.longestGap = 0;
        await nodes.kill(leader);
        await nodes.startNode(leader);
        const after = writers.acknowledged.length;
        await eventually(() => expect(writers.acknowledged.length).toBeGreaterThan(after + 20), { timeoutMs: 60_000 });
        gaps.push(Math.round(writers.longestGap));
      }
      await writers.stop();
      process.off('unhandledRejection', note);
      expect(uncaught).toEqual([]);
      const events = await everything(store);
      const times = new Map<string, number>();
      for (const { eventId } of events) times.set(eventId, (times.get(eventId) ?? 0) + 1);
      const acknowledged = writers.acknowledged.flatMap(({ eventIds }) => eventIds);
      expect(acknowledged.filter((id) => times.get(id) !== 1)).toEqual([]);
      expect([...times.values()].filter((count) => count !== 1)).toEqual([]);
      expect((await verifyChain(store)).breaks).toEqual([]);
      await follower.received(events.length);
      expect(follower.events.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId));
      await follower.close();
      process.stdout.write(
        `${nodes.count} nodes: ${acknowledged.length} acknowledged, longest gaps ${gaps.join(', ')} ms\n`,
      );
    },
  );

  it('goes on after the leading node stood still for longer than an answer may take', async () => {
    const store = await open({ timeoutMs: 3_000 });
    const follower = new Subscriber(store, null);
    const writers = new Writers(store);
    writers.start(5);
    await eventually(() => expect(writers.acknowledged.length).toBeGreaterThan(50));
    const leader = await leaderOf(nodes);
    nodes.freeze(leader, true);
    await eventually(async () => {
      const refused = await store.head().then(
        () => nodes.count > 1,
        (error: unknown) => isEventLogError(error, 'LOG.UNAVAILABLE'),
      );
      expect(refused).toBe(true);
    });
    nodes.freeze(leader, false);
    const before = writers.acknowledged.length;
    await eventually(() => expect(writers.acknowledged.length).toBeGreaterThan(before + 20), { timeoutMs: 60_000 });
    await writers.stop();
    const events = await everything(store);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
    await follower.received(events.length);
    await follower.close();
  });

  it.each([
    ['an older copy', false],
    ['an emptied server', true],
  ])('takes no append of %s put in its place under the running program', async (_name, emptied) => {
    const store = await open();
    const streams = await append(store, 3);
    await nodes.stopAll();
    const putBack = await nodes.copy();
    await nodes.startAll();
    await leaderOf(nodes);
    const follower = new Subscriber(store, null);
    await eventually(() => append(store, 2), { timeoutMs: 60_000 });
    await follower.received(10);
    await nodes.stopAll();
    await (emptied ? nodes.empty() : putBack());
    await nodes.startAll();
    await eventually(() => expect(store.writing.stopped).toMatchObject(code('LOG.OLDER')), { timeoutMs: 60_000 });
    for (const stream of streams) {
      await expect(store.append(stream, 1, someEvents(1))).rejects.toMatchObject(code('LOG.OLDER'));
    }
    await leaderOf(nodes);
    const fresh = await open();
    expect(await everything(fresh)).toHaveLength(emptied ? 0 : 6);
    await follower.ended();
  });

  it.each([
    ['retention', (operator: Operator, stream: string) => operator.keepOnly(stream, 1)],
    ['a soft deletion', (operator: Operator, stream: string) => operator.deleteSoftly(stream)],
    ['a tombstone', (operator: Operator, stream: string) => operator.deleteForGood(stream)],
  ])('stops writing within seconds of %s by an operator, names the stream, and reads on', async (name, mistake) => {
    const store = await open();
    const [stream = '', other = ''] = await append(store, 2);
    const follower = new Subscriber(store, null);
    await follower.received(4);
    const operator = new Operator(nodes.urlOf(await leaderOf(nodes)));
    await mistake(operator, `taizhang.${stream}`);
    await eventually(() => expect(store.writing.stopped).toMatchObject(code('LOG.STREAM_LOST')), { timeoutMs: 5_000 });
    expect(store.damaged()).toMatchObject([{ stream, damage: 'lost' }]);
    await expect(store.append(stream, 'no-stream', someEvents(1))).rejects.toMatchObject(code('LOG.STREAM_LOST'));
    await expect(store.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject(code('LOG.STREAM_LOST'));
    expect(await store.readStream(other)).toHaveLength(2);
    const later = await open();
    expect(later.writing.stopped).toMatchObject(code('LOG.STREAM_LOST'));
    expect((await verifyChain(later)).breaks).toEqual([]);
    expect(later.damaged()).toMatchObject([{ stream }]);
    if (name !== 'a tombstone') {
      // Written once to a deleted stream, the server brings it to life again with its old events hidden.
      await operator.forgetNothing(`taizhang.${stream}`);
      await operator.forgetNothing(`taizhang.${stream}`);
      await eventually(() => expect(store.writing.stopped).toBeNull());
      expect(await store.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', revision: 2 });
    }
    await operator.end();
    await follower.close();
  });

  it('leaves a stream aside into which somebody else has written, and follows, reads and writes all others', async () => {
    const store = await open();
    const [stream = '', other = ''] = await append(store, 2);
    const follower = new Subscriber(store, null);
    await follower.received(4);
    const operator = new Operator(nodes.urlOf(await leaderOf(nodes)));
    await operator.write(`taizhang.${stream}`, 1);
    await store.append(other, 1, someEvents(1));
    await follower.received(5);
    await eventually(() => expect(store.damaged()).toMatchObject([{ stream, damage: 'foreign', revision: 2 }]));
    expect((await verifyChain(store)).events).toBe(5);
    await expect(store.append(stream, 1, someEvents(1))).rejects.toMatchObject(code('LOG.INTEGRITY'));
    await operator.end();
    await follower.close();
  });

  it('is not held up by a hundred thousand records of somebody else', async () => {
    const store = await open();
    await append(store, 3);
    const operator = new Operator(nodes.urlOf(await leaderOf(nodes)));
    await operator.write('theirs-1', 100_000);
    const before = process.cpuUsage();
    const fresh = await open();
    const follower = new Subscriber(fresh, null);
    await follower.received(6);
    await append(fresh, 1);
    await follower.received(8);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(
      `${nodes.count} nodes: opened and followed with ${Math.round((user + system) / 1_000)} ms of CPU\n`,
    );
    await operator.end();
    await follower.close();
  });
});
