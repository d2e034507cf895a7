import {
  type AppendResult,
  comparePositions,
  EventLogError,
  type EventStore,
  type EventToAppend,
  GENESIS_HASH,
  type JsonObject,
  LOG_LIMITS,
  type Position,
  type StoredEvent,
  type SubscriptionMessage,
  verifyChain,
} from '../src/index';
import { anEvent, aStream, eventOfSize, nested, someEvents, withHole } from './sample-events';
import { Subscriber } from './subscriber';

/** A log to try: other tests may have written to it before. */
export interface LogUnderTest {
  readonly store: EventStore;
  /** The same log as another process would open it; whoever asks closes it. A log in memory gives itself. */
  another(): EventStore;
  /** A store of its own over a log of its own, to be closed by the test. */
  separate(): Promise<EventStore>;
  /** Takes everything down. */
  close(): Promise<void>;
}

/** What every adapter of the port promises. */
export function describeEventStore(name: string, makeLog: () => Promise<LogUnderTest>): void {
  describe(`${name}: event store contract`, () => {
    let log: LogUnderTest;
    let store: EventStore;

    beforeAll(async () => {
      log = await makeLog();
      store = log.store;
    });
    afterAll(() => log.close());

    describeAppend(() => store);
    describeDuplicates(() => store);
    describeConcurrentAppends(() => store);
    describeRefusals(() => store);
    describeReads(() => store);
    describeSubscription(() => log);
    describeWriteGate(() => log);
    describeClosing(() => log);

    it('leaves a log whose whole chain holds', async () => {
      const verdict = await verifyChain(store);
      expect(verdict.breaks).toEqual([]);
      expect(verdict.position).toBe(await store.head());
    });
  });
}

function describeAppend(store: () => EventStore): void {
  describe('append', () => {
    it('stores events as given, linked and numbered from 0', async () => {
      const stream = aStream();
      const [first, second] = [anEvent(), anEvent({ type: 'task.closed', schemaVersion: 3 })];
      const result = await store().append(stream, 'no-stream', [first, second]);
      const events = await store().readStream(stream);

      expect(events).toMatchObject([
        { ...first, stream, revision: 0, previousHash: GENESIS_HASH },
        { ...second, stream, revision: 1, previousHash: events[0]?.hash },
      ]);
      expect(result).toEqual({
        kind: 'appended',
        revision: 1,
        position: events[1]?.position,
        hash: events[1]?.hash,
      });
      expectInOrder(events);
    });

    it.each(contents)('gives back %s unchanged', async (_name, data) => {
      const stream = aStream();
      await store().append(stream, 'no-stream', [anEvent({ data, metadata: { copy: data } })]);
      const [event] = await store().readStream(stream);
      expect(event?.data).toEqual(data);
      expect(event?.metadata).toEqual({ copy: data });
    });

    it('leaves undefined members out', async () => {
      const stream = aStream();
      await store().append(stream, 'no-stream', [anEvent({ data: { kept: 1, left: undefined } })]);
      const [event] = await store().readStream(stream);
      expect(event?.data).toStrictEqual({ kept: 1 });
    });

    it('is not touched by what the writer does to its objects afterwards', async () => {
      const stream = aStream();
      const data = { list: [1] };
      const appending = store().append(stream, 'no-stream', [anEvent({ data })]);
      data.list.push(2);
      await appending;
      data.list.push(3);
      expect((await store().readStream(stream))[0]?.data).toEqual({ list: [1] });
    });

    it('goes on from the revision read', async () => {
      const stream = aStream();
      await appendNew(store(), stream, 2);
      expect(await store().append(stream, 1, someEvents(3))).toMatchObject({ kind: 'appended', revision: 4 });
      expect(await store().append(stream, 4, someEvents(1))).toMatchObject({ kind: 'appended', revision: 5 });
      expect((await store().readStream(stream)).map((event) => event.revision)).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('answers wrong-revision with the real one and writes nothing', async () => {
      const stream = aStream();
      expect(await store().append(stream, 0, someEvents(1))).toEqual(wrong('no-stream'));
      await appendNew(store(), stream, 2);
      for (const expected of ['no-stream', 0, 2, 7] as const) {
        expect(await store().append(stream, expected, someEvents(2))).toEqual(wrong(1));
      }
      expect(await store().readStream(stream)).toHaveLength(2);
    });

    it('takes as many events as the limit allows, all or none', async () => {
      const stream = aStream();
      const events = someEvents(LOG_LIMITS.appendEvents);
      expect(await store().append(stream, 0, events)).toEqual(wrong('no-stream'));
      expect(await store().append(stream, 'no-stream', events)).toMatchObject({ revision: events.length - 1 });
      expectInOrder(await store().readStream(stream));
    });
  });
}

const contents: [string, JsonObject][] = [
  ['an empty object', {}],
  ['Chinese text', { 标题: '深化“放管服”改革', note: '〔2021〕12号，㐂𠮷' }],
  [
    'numbers',
    { zero: 0, negative: -1.5, tiny: 5e-324, huge: 1.7976931348623157e308, safe: 9007199254740991, third: 1 / 3 },
  ],
  ['nesting', { list: [[], [{}], [null, true, false, 'x']], object: { a: { b: { c: [1, 2, { d: null }] } } } }],
  ['escapes', { text: 'tab\t line\n quote" back\\slash \\u0000 \\ud800 \u0001 \u007f \u2028', '"\\': '\\' }],
  ['keys in another order', { ﬀ: 1, '€': 2, b: 3, a: 4, '': 5, '1': 6, '10': 7, '😂': 8, ö: 9 }],
];

function describeDuplicates(store: () => EventStore): void {
  describe('idempotence by event id', () => {
    it('answers a repeated append with the facts first written', async () => {
      const stream = aStream();
      const events = someEvents(3);
      await store().append(stream, 'no-stream', events);
      await store().append(stream, 2, someEvents(1));
      const again = events.map((event) => ({ ...event, data: { other: true }, metadata: { other: true } }));
      const result = await store().append(stream, 'no-stream', again);

      const stored = await store().readStream(stream);
      expect(result).toEqual({ kind: 'duplicate', events: stored.slice(0, 3) });
      expect(stored).toHaveLength(4);
    });

    it('says duplicate whatever revision is expected, in the order of the append', async () => {
      const stream = aStream();
      const [first, second] = [anEvent(), anEvent()];
      await store().append(stream, 'no-stream', [first, second]);
      const stored = await store().readStream(stream);
      for (const expected of ['no-stream', 0, 1, 9] as const) {
        const result = await store().append(stream, expected, [second, first]);
        expect(result).toEqual({ kind: 'duplicate', events: [...stored].reverse() });
      }
    });

    it('refuses an append of which only a part is known', async () => {
      const stream = aStream();
      const known = anEvent();
      await store().append(stream, 'no-stream', [known]);
      await refused(store().append(stream, 0, [known, anEvent()]), 'LOG.EVENT_ID_TAKEN');
      await refused(store().append(stream, 0, [anEvent(), known]), 'LOG.EVENT_ID_TAKEN');
      expect(await store().readStream(stream)).toHaveLength(1);
    });
  });
}

function describeConcurrentAppends(store: () => EventStore): void {
  describe('concurrent appends', () => {
    it('lets one of many win the same revision', async () => {
      const stream = aStream();
      await appendNew(store(), stream, 1);
      const results = await Promise.all(times(20, () => store().append(stream, 0, someEvents(2))));
      expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result.kind === 'wrong-revision')).toEqual(times(19, () => wrong(2)));
      expect(await store().readStream(stream)).toHaveLength(3);
    });

    it('writes the same append once, however often it comes at once', async () => {
      const stream = aStream();
      const events = someEvents(2);
      const results = await Promise.all(times(5, () => store().append(stream, 'no-stream', events)));
      expect(results.map((result) => result.kind).sort()).toEqual(['appended', ...times(4, () => 'duplicate')]);
      expect(await store().readStream(stream)).toHaveLength(2);
    });

    it('keeps the order of appends to one stream that were not waited for', async () => {
      const stream = aStream();
      const results = await Promise.all(
        times(10, (index) => store().append(stream, index === 0 ? 'no-stream' : index - 1, someEvents(1))),
      );
      expect(results.map((result) => (result.kind === 'appended' ? result.revision : result))).toEqual(
        times(10, (index) => index),
      );
    });

    it('serves many writers that come again as soon as they are answered', async () => {
      const start = await store().head();
      await Promise.all(times(100, () => writeStream(store(), [1, 2, 1, 1, 3])));
      const all = await readOn(store(), start, 1_000);
      expect(all).toHaveLength(100 * 8);
      expectInOrder(all);
    });

    it('answers each of many at once by itself', async () => {
      const [old, repeated] = [aStream(), aStream()];
      const twice = someEvents(2);
      await appendNew(store(), old, 1);
      await store().append(repeated, 'no-stream', twice);
      const good = times(20, () => aStream());
      const appends = [
        store().append(old, 'no-stream', someEvents(1)),
        store().append(repeated, 'no-stream', twice),
        store().append(old, 5, [anEvent({ data: { text: 'a\u0000b' } })]),
        store().append(repeated, 1, [twice[0] ?? anEvent(), anEvent()]),
        store().append(aStream(), 'no-stream', [eventOfSize(LOG_LIMITS.eventBytes + 1)]),
        store().append(aStream(), 'no-stream', [anEvent({ data: { list: withHole() } })]),
        ...good.map((stream) => store().append(stream, 'no-stream', someEvents(2))),
      ];
      const [late, again, invalid, taken, large, hole, ...appended] = await Promise.allSettled(appends);

      expect(late).toMatchObject({ value: wrong(0) });
      expect(again).toMatchObject({ value: { kind: 'duplicate' } });
      expect(invalid).toMatchObject({ reason: { code: 'LOG.EVENT_INVALID' } });
      expect(taken).toMatchObject({ reason: { code: 'LOG.EVENT_ID_TAKEN' } });
      expect(large).toMatchObject({ reason: { code: 'LOG.EVENT_TOO_LARGE' } });
      expect(hole).toMatchObject({ reason: { code: 'LOG.EVENT_INVALID' } });
      for (const result of appended) expect(result).toMatchObject({ value: { kind: 'appended', revision: 1 } });
      for (const stream of good) expect(await store().readStream(stream)).toHaveLength(2);
    });
  });
}

function describeRefusals(store: () => EventStore): void {
  describe('refusals', () => {
    it.each(['', 'task', 'task-', '-1', 'Task-1', 'task-1_2', 'task-a b', 'task-台账', `task-${'x'.repeat(196)}`])(
      'refuses the stream name %p',
      async (stream) => {
        await refused(store().append(stream, 'no-stream', someEvents(1)), 'LOG.STREAM_NAME');
        await refused(store().readStream(stream), 'LOG.STREAM_NAME');
      },
    );

    it.each(invalidEvents)('refuses %s', async (_name, events) => {
      const stream = aStream();
      await refused(store().append(stream, 'no-stream', events), 'LOG.EVENT_INVALID');
      expect(await store().readStream(stream)).toEqual([]);
    });

    it.each([-1, 0.5, Number.NaN, 2 ** 31])('refuses the expected revision %p', async (expected) => {
      await refused(store().append(aStream(), expected, someEvents(1)), 'LOG.EVENT_INVALID');
    });

    it('takes an event of exactly the limit and refuses one byte more', async () => {
      const stream = aStream();
      const size = LOG_LIMITS.eventBytes;
      expect(await store().append(stream, 'no-stream', [eventOfSize(size)])).toMatchObject({ kind: 'appended' });
      await refused(store().append(stream, 0, [eventOfSize(size + 1)]), 'LOG.EVENT_TOO_LARGE');
    });

    it('counts bytes, not characters', async () => {
      const event = anEvent({ metadata: {}, data: { text: '账'.repeat(LOG_LIMITS.eventBytes / 3) } });
      await refused(store().append(aStream(), 'no-stream', [event]), 'LOG.EVENT_TOO_LARGE');
    });

    it('refuses an append that is too large as a whole', async () => {
      const large = times(5, () => eventOfSize(LOG_LIMITS.eventBytes));
      await refused(store().append(aStream(), 'no-stream', large), 'LOG.APPEND_TOO_LARGE');
      const many = someEvents(LOG_LIMITS.appendEvents + 1);
      await refused(store().append(aStream(), 'no-stream', many), 'LOG.APPEND_TOO_LARGE');
    });
  });
}

const sameId = anEvent();
const invalidEvents: [string, EventToAppend[]][] = [
  ['an append without events', []],
  ['the same id twice', [sameId, { ...sameId }]],
  ['an id that is no UUID', [anEvent({ eventId: 'event-1' })]],
  ['an upper-case id', [anEvent({ eventId: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' })]],
  ['an empty type', [anEvent({ type: '' })]],
  ['a type with a space', [anEvent({ type: 'task closed' })]],
  ['a type that is too long', [anEvent({ type: 'x'.repeat(101) })]],
  ['schema version 0', [anEvent({ schemaVersion: 0 })]],
  ['half a schema version', [anEvent({ schemaVersion: 1.5 })]],
  ['U+0000 in a value', [anEvent({ data: { text: 'a\u0000' } })]],
  ['U+0000 in a key', [anEvent({ metadata: { 'a\u0000': 1 } })]],
  ['U+0000 after a backslash', [anEvent({ data: { text: '\\\u0000' } })]],
  ['a lone high surrogate', [anEvent({ data: { text: 'x\ud83d' } })]],
  ['a lone low surrogate', [anEvent({ data: { list: ['\ude02'] } })]],
  ['not a number', [anEvent({ data: { value: Number.NaN } })]],
  ['infinity', [anEvent({ data: { value: Number.POSITIVE_INFINITY } })]],
  ['an array with a hole', [anEvent({ data: { list: withHole() } })]],
  ['endless nesting', [anEvent({ data: nested(20_000) })]],
  ['a bad event among good ones', [anEvent(), anEvent({ data: { text: '\u0000' } }), anEvent()]],
];

function describeReads(store: () => EventStore): void {
  describe('reads', () => {
    it('reads a stream from a revision on, so many at most', async () => {
      const stream = aStream();
      await appendNew(store(), stream, 5);
      const revisions = async (from?: number, limit?: number): Promise<number[]> =>
        (await store().readStream(stream, from, limit)).map((event) => event.revision);
      expect(await revisions()).toEqual([0, 1, 2, 3, 4]);
      expect(await revisions(3)).toEqual([3, 4]);
      expect(await revisions(1, 2)).toEqual([1, 2]);
      expect(await revisions(5)).toEqual([]);
      expect(await store().readStream(aStream())).toEqual([]);
    });

    it('reads many streams at a time, each for who asked for it', async () => {
      const streams = times(150, () => aStream());
      for (const [index, stream] of streams.entries()) await appendNew(store(), stream, 1 + (index % 5));
      const reads = [
        ...streams.map((stream) => ({ stream, from: 0, limit: 3 })),
        ...streams.map((stream) => ({ stream, from: 2, limit: undefined })),
        { stream: aStream(), from: 0, limit: undefined },
      ];
      const whole = await Promise.all(streams.map((stream) => store().readStream(stream)));
      const found = await Promise.all(reads.map(({ stream, from, limit }) => store().readStream(stream, from, limit)));
      expect(whole.map((events) => events.length)).toEqual(streams.map((_, index) => 1 + (index % 5)));
      const wanted = [...whole.map((events) => events.slice(0, 3)), ...whole.map((events) => events.slice(2)), []];
      expect(found).toEqual(wanted);
    });

    it('reads a long stream whole', async () => {
      const stream = aStream();
      const size = LOG_LIMITS.appendEvents;
      await appendNew(store(), stream, size);
      for (const round of [1, 2, 3]) await store().append(stream, round * size - 1, someEvents(size));
      const events = await store().readStream(stream);
      expect(events.map((event) => event.revision)).toEqual(times(4 * size, (index) => index));
      expect(await store().readStream(stream, 1)).toEqual(events.slice(1));
    });

    it('reads the log in order, after a position', async () => {
      const start = await store().head();
      const streams = times(7, () => aStream());
      for (const stream of streams) await appendNew(store(), stream, 3);
      const all = await readOn(store(), start, 1_000);
      expect(all.map((event) => event.stream)).toEqual(streams.flatMap((stream) => times(3, () => stream)));
      expectInOrder(all);
      for (const limit of [1, 2, 21]) expect(await readOn(store(), start, limit)).toEqual(all);
      expect(await store().readAll(all.at(-1)?.position ?? null, 10)).toEqual([]);
    });

    it('knows its head', async () => {
      const result = await store().append(aStream(), 'no-stream', someEvents(3));
      expect(result).toMatchObject({ position: await store().head() });
    });

    it('finds the event at a position, and nothing where none stands', async () => {
      const stream = aStream();
      await appendNew(store(), stream, 3);
      for (const event of await store().readStream(stream))
        expect(await store().eventAt(event.position)).toEqual(event);
      const head = await store().head();
      expect(await store().eventAt(String(BigInt(head ?? '0') + 1_000_000n))).toBeUndefined();
      await refused(store().eventAt('x'), 'LOG.POSITION');
    });

    it('begins empty', async () => {
      const first = await store().readAll(null, 1);
      expect(comparePositions(null, first[0]?.position ?? null)).toBeLessThan(0);
    });

    it.each([0, -1, 1.5, LOG_LIMITS.readEvents + 1])('refuses to read %p events', async (limit) => {
      await refused(store().readAll(null, limit), 'LOG.READ_LIMIT');
      await refused(store().readStream(aStream(), 0, limit), 'LOG.READ_LIMIT');
    });

    it.each([-1, 0.5])('refuses to read from revision %p', async (from) => {
      await refused(store().readStream(aStream(), from), 'LOG.READ_LIMIT');
    });

    it.each(['', 'x', '-1', '01', '1.5', '1 '])('refuses the position %p', async (position) => {
      await refused(store().readAll(position, 1), 'LOG.POSITION');
    });
  });
}

function describeSubscription(log: () => LogUnderTest): void {
  describe('subscription', () => {
    it('catches up, says so, and goes on live', async () => {
      const { store } = log();
      const start = await store.head();
      await appendNew(store, aStream(), 5);
      const subscriber = new Subscriber(store, start, 2);
      await subscriber.caughtUp();
      expect(subscriber.messages.map((message) => message.kind)).toEqual(['events', 'events', 'events', 'caught-up']);
      expect(subscriber.messages.at(-1)).toEqual({ kind: 'caught-up', position: await store.head() });
      await appendNew(store, aStream(), 3);
      await subscriber.received(8);
      await subscriber.close();
      expect(subscriber.events).toEqual(await readOn(store, start, 1_000));
    });

    it('says caught-up at once when there is nothing after its position', async () => {
      const { store } = log();
      const start = await store.head();
      const subscriber = new Subscriber(store, start);
      await subscriber.caughtUp();
      expect(subscriber.messages).toEqual([{ kind: 'caught-up', position: start }]);
      await subscriber.close();
    });

    it('goes on exactly after any position it gave', async () => {
      const { store } = log();
      const start = await store.head();
      for (const count of [1, 2, 3]) await appendNew(store, aStream(), count);
      const all = await readOn(store, start, 1_000);
      for (const [index, event] of all.entries()) {
        const subscriber = new Subscriber(store, event.position, 2);
        await subscriber.caughtUp();
        await subscriber.close();
        expect(subscriber.events).toEqual(all.slice(index + 1));
      }
    });

    it('waits for a subscriber who is slow, whom nobody else waits for', async () => {
      const { store } = log();
      const start = await store.head();
      await appendNew(store, aStream(), 1);
      const stop = new AbortController();
      const slow = store.subscribe(start, { signal: stop.signal, batchSize: 10 })[Symbol.asyncIterator]();
      const seen = await eventsOfNext(slow);
      // Nothing is taken from it while the others go on.
      const quick = new Subscriber(store, start);
      for (let round = 0; round < 30; round += 1) await appendNew(store, aStream(), 10);
      await quick.received(301);
      await quick.close();
      while (seen.length < 301) {
        const events = await eventsOfNext(slow);
        expect(events.length).toBeLessThanOrEqual(10);
        seen.push(...events);
      }
      stop.abort();
      await slow.return?.();
      expect(seen).toEqual(quick.events);
    });

    it('leaves out what is of other types, and says how far it looked', async () => {
      const { store } = log();
      const start = await store.head();
      const types = ['task.closed', 'task.hung'];
      const mixed = ['task.closed', 'task.reported', 'task.hung', 'task.closed.late', 'task.reported'];
      await store.append(aStream(), 'no-stream', ofTypes(mixed));
      const subscriber = new Subscriber(store, start, 10, types);
      await subscriber.caughtUp();
      const wanted = subscriber.events;
      expect(wanted.map(({ type }) => type)).toEqual(types);
      const head = await store.head();
      expect(subscriber.messages).toEqual([
        { kind: 'events', events: wanted, position: wanted[1]?.position },
        { kind: 'progress', position: head },
        { kind: 'caught-up', position: head },
      ]);
      await store.append(aStream(), 'no-stream', ofTypes(['task.reported', 'task.hung']));
      await subscriber.received(3);
      await subscriber.close();
    });

    it('brings all of the wanted types, however many others are between', async () => {
      const { store, another } = log();
      const other = another();
      const start = await store.head();
      const subscriber = new Subscriber(store, start, 2, ['task.hung']);
      for (const round of times(20, (index) => index)) {
        const kinds = round % 3 === 0 ? ['task.hung', 'task.reported'] : ['task.reported'];
        await (round % 2 === 0 ? store : other).append(aStream(), 'no-stream', ofTypes(kinds));
      }
      await subscriber.received(7);
      await subscriber.close();
      expect(subscriber.events).toEqual((await readOn(store, start, 100)).filter(({ type }) => type === 'task.hung'));
      if (other !== store) await other.close();
    });

    it('hears what another process appends', async () => {
      const { store, another } = log();
      const other = another();
      const start = await store.head();
      const subscriber = new Subscriber(store, start);
      await subscriber.caughtUp();
      await appendNew(other, aStream(), 2);
      await subscriber.received(2);
      await subscriber.close();
      if (other !== store) await other.close();
    });

    it('loses and repeats nothing between old and new, whoever writes', async () => {
      const { store, another } = log();
      const other = another();
      const start = await store.head();
      const plans = times(8, (row) => times(25, (column) => 1 + ((row * 7 + column * 5) % 4)));
      const total = plans.flat().reduce((sum, count) => sum + count, 0);
      const writing = plans.map((plan, index) => writeStream(index % 2 === 0 ? store : other, plan));
      const subscribers: Subscriber[] = [];
      for (const round of times(6, (index) => index)) {
        subscribers.push(new Subscriber(round % 2 === 0 ? other : store, start, 1 + round * 7));
        await store.append(aStream('pace'), 'no-stream', someEvents(1));
      }
      await Promise.all(writing);

      const all = await readOn(store, start, 1_000);
      expect(all).toHaveLength(total + 6);
      expectInOrder(all);
      for (const subscriber of subscribers) {
        await subscriber.received(total + 6);
        await subscriber.close();
        expect(subscriber.events.map((event) => event.position)).toEqual(all.map((event) => event.position));
      }
      if (other !== store) await other.close();
    });

    it('ends without an error when aborted, before it began or while it waits', async () => {
      const { store } = log();
      const aborted: unknown[] = [];
      for await (const message of store.subscribe(null, { signal: AbortSignal.abort() })) aborted.push(message);
      expect(aborted).toEqual([]);
      const subscriber = new Subscriber(store, await store.head());
      await subscriber.caughtUp();
      await subscriber.close();
    });

    it('can be left in the middle', async () => {
      const { store } = log();
      const start = await store.head();
      await appendNew(store, aStream(), 2);
      const seen: Position[] = [];
      for await (const message of store.subscribe(start, { signal: new AbortController().signal, batchSize: 1 })) {
        if (message.kind === 'events') seen.push(message.position);
        break;
      }
      expect(seen).toHaveLength(1);
    });

    it('refuses a wrong position and a wrong batch size', async () => {
      const { store } = log();
      const wrongPosition = new Subscriber(store, 'x');
      await wrongPosition.ended();
      expect(wrongPosition.error).toMatchObject({ code: 'LOG.POSITION' });
      const wrongSize = new Subscriber(store, null, 0);
      await wrongSize.ended();
      expect(wrongSize.error).toMatchObject({ code: 'LOG.READ_LIMIT' });
    });
  });
}

function describeWriteGate(log: () => LogUnderTest): void {
  describe('stopped writing', () => {
    it('refuses appends with the cause, reads on, and goes on once the cause is cleared', async () => {
      const store = await log().separate();
      const stream = aStream();
      await appendNew(store, stream, 1);
      store.writing.stop('test', new EventLogError('LOG.OLDER', '日志较旧'));
      await refused(store.append(stream, 0, someEvents(1)), 'LOG.OLDER');
      expect(await store.readStream(stream)).toHaveLength(1);
      store.writing.clear('test');
      expect(await store.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended' });
      await store.close();
    });
  });
}

function describeClosing(log: () => LogUnderTest): void {
  describe('closing', () => {
    it('finishes the appends it took, then refuses', async () => {
      const store = await log().separate();
      const taken = Promise.all(times(5, () => store.append(aStream(), 'no-stream', someEvents(1))));
      const closing = store.close();
      expect((await taken).map((result) => result.kind)).toEqual(times(5, () => 'appended'));
      await closing;
      await store.close();
      await refused(store.append(aStream(), 'no-stream', someEvents(1)), 'LOG.CLOSED');
      await refused(store.readAll(null, 1), 'LOG.CLOSED');
      await refused(store.readStream(aStream()), 'LOG.CLOSED');
      await refused(store.head(), 'LOG.CLOSED');
    });

    it('tells its subscribers, as an ended loop would look finished', async () => {
      const store = await log().separate();
      expect(await store.head()).toBeNull();
      const subscriber = new Subscriber(store, null);
      await subscriber.caughtUp();
      expect(subscriber.messages).toEqual([{ kind: 'caught-up', position: null }]);
      await store.close();
      await subscriber.ended();
      expect(subscriber.error).toMatchObject({ code: 'LOG.CLOSED' });
    });
  });
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function ofTypes(types: readonly string[]): EventToAppend[] {
  return types.map((type) => anEvent({ type }));
}

function wrong(actual: number | 'no-stream'): AppendResult {
  return { kind: 'wrong-revision', actual };
}

async function refused(work: Promise<unknown>, code: string): Promise<void> {
  await expect(work).rejects.toMatchObject({ code });
}

async function appendNew(store: EventStore, stream: string, count: number): Promise<void> {
  expect(await store.append(stream, 'no-stream', someEvents(count))).toMatchObject({ kind: 'appended' });
}

async function writeStream(store: EventStore, counts: readonly number[]): Promise<void> {
  const stream = aStream();
  let revision = -1;
  for (const count of counts) {
    const result = await store.append(stream, revision < 0 ? 'no-stream' : revision, someEvents(count));
    revision += count;
    expect(result).toMatchObject({ kind: 'appended', revision });
  }
}

async function readOn(store: EventStore, after: Position | null, limit: number): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll(events.at(-1)?.position ?? after, limit);
    events.push(...page);
    if (page.length < limit) return events;
  }
}

function expectInOrder(events: readonly StoredEvent[]): void {
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (before !== undefined) expect(comparePositions(event.position, before.position)).toBeGreaterThan(0);
  }
}

/** The events of a subscription's next message; none when it says something else. */
async function eventsOfNext(subscription: AsyncIterator<SubscriptionMessage>): Promise<StoredEvent[]> {
  const next = await subscription.next();
  if (next.done === true) throw new Error('the subscription has ended');
  return next.value.kind === 'events' ? [...next.value.events] : [];
}
