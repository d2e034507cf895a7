import { AlteredEventStore } from '../testing/altered-event-store';
import { someEvents } from '../testing/sample-events';
import { checkWhole, readUpToBreak } from './check-whole';
import { EventLogError } from './event-log-error';
import { isSealed } from './is-sealed';
import { MemoryEventStore } from './memory/memory-event-store';
import { type StoredEvent } from './port';

let store: MemoryEventStore;

beforeEach(async () => {
  store = new MemoryEventStore();
  await store.append('task-A', 'no-stream', someEvents(4));
});

const changed = (event: StoredEvent): StoredEvent => ({ ...event, data: {} });

describe('isSealed', () => {
  it('tells an event as it was written from one that was changed, and from content that nobody can seal', async () => {
    const [event] = await store.readStream('task-A', 0, 1);
    expect(isSealed(event!)).toBe(true);
    expect(isSealed({ ...event!, position: '77' })).toBe(true);
    expect(isSealed(changed(event!))).toBe(false);
    expect(isSealed({ ...event!, previousHash: 'ab'.repeat(32) })).toBe(false);
    expect(isSealed({ ...event!, data: { amount: Number.POSITIVE_INFINITY } })).toBe(false);
  });
});

describe('checkWhole', () => {
  it('takes a whole stream, a part of one, and nothing', async () => {
    const events = await store.readStream('task-A');
    for (const from of [0, 2, 4]) expect(() => checkWhole(events.slice(from), from)).not.toThrow();
  });

  it('refuses a changed event, a gap and a part that begins too late with LOG.INTEGRITY', async () => {
    const events = await store.readStream('task-A');
    const [first, second, third] = events;
    for (const [broken, from, words] of [
      [[first!, changed(second!)], 0, 'task-A 第 1 号事件的内容与封签不符'],
      [[first!, third!], 0, 'task-A 缺少第 1 号事件'],
      [[second!], 0, 'task-A 缺少第 0 号事件'],
      [[third!], 1, 'task-A 缺少第 1 号事件'],
      [[second!, changed(third!)], 1, 'task-A 第 2 号事件的内容与封签不符'],
    ] as const) {
      expect(() => checkWhole(broken, from)).toThrow(EventLogError);
      expect(() => checkWhole(broken, from)).toThrow(words);
    }
  });
});

describe('readUpToBreak', () => {
  it('gives the events before a changed one, and all of a whole stream', async () => {
    const alter = (event: StoredEvent) => (event.revision === 2 ? changed(event) : event);
    expect(await readUpToBreak(new AlteredEventStore(store, { alter }), 'task-A')).toHaveLength(2);
    expect(await readUpToBreak(store, 'task-A')).toHaveLength(4);
    expect(await readUpToBreak(store, 'task-B')).toEqual([]);
  });

  it('gives the events before a record that the store refuses to read, and passes on any other failure', async () => {
    const failing = (code: 'LOG.INTEGRITY' | 'LOG.UNAVAILABLE') => {
      const alter = (event: StoredEvent): StoredEvent => {
        if (event.revision < 3) return event;
        throw new EventLogError(code, '读不到。');
      };
      return readUpToBreak(new AlteredEventStore(store, { alter }), 'task-A');
    };
    expect(await failing('LOG.INTEGRITY')).toHaveLength(3);
    await expect(failing('LOG.UNAVAILABLE')).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
  });
});
