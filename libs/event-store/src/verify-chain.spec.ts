import { AlteredEventStore } from '../testing/altered-event-store';
import { anEvent, someEvents } from '../testing/sample-events';
import { type ChainProgress } from './chain-walk';
import { MemoryEventStore } from './memory/memory-event-store';
import { type DamagedStream, type StoredEvent } from './port';
import { verifyChain } from './verify-chain';

async function aLog(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await store.append('task-A', 'no-stream', someEvents(3));
  await store.append('task-B', 'no-stream', someEvents(2));
  await store.append('task-A', 2, someEvents(2));
  return store;
}

async function changed(change: (events: StoredEvent[]) => void): Promise<StoredEvent[]> {
  const events = await (await aLog()).readAll(null, 100);
  change(events);
  return events;
}

function edit(events: StoredEvent[], index: number, over: Partial<StoredEvent>): StoredEvent {
  const before = events[index]!;
  events[index] = { ...before, ...over };
  return before;
}

describe('verifyChain', () => {
  it('finds a whole log good and tells how far it is', async () => {
    const progress: ChainProgress[] = [];
    const verdict = await verifyChain(await aLog(), { batchSize: 3, onProgress: (step) => progress.push(step) });
    expect(verdict).toEqual({ events: 7, streams: 2, position: '7', breaks: [], moreBreaks: 0, damaged: [] });
    expect(progress.map((step) => step.events)).toEqual([3, 6, 7]);
  });

  it('finds nothing wrong with nothing', async () => {
    const verdict = await verifyChain(new MemoryEventStore());
    expect(verdict).toEqual({ events: 0, streams: 0, position: null, breaks: [], moreBreaks: 0, damaged: [] });
  });

  it('names an event whose content was changed, and finds the other streams whole to their ends', async () => {
    const events = await changed((all) => edit(all, 3, { data: { index: 99 } }));
    const { breaks, ...rest } = await verifyChain(events);
    expect(breaks).toMatchObject([{ fault: 'hash', stream: 'task-B', revision: 0, position: '4', whole: 0 }]);
    expect(breaks[0]?.actual).toBe(events[3]?.hash);
    expect(breaks[0]?.expected).toMatch(/^[0-9a-f]{64}$/);
    expect(rest).toEqual({ events: 5, streams: 1, position: '7', moreBreaks: 0, damaged: [] });
  });

  it('names the first break of each stream and judges no stream beyond its own', async () => {
    const events = await changed((all) => {
      edit(all, 1, { metadata: {} });
      edit(all, 2, { data: {} });
      edit(all, 4, { type: 'task.opened' });
    });
    const { breaks, events: good, streams } = await verifyChain(events);
    expect(breaks.map(({ stream, revision, whole }) => [stream, revision, whole])).toEqual([
      ['task-A', 1, 1],
      ['task-B', 1, 1],
    ]);
    expect([good, streams]).toEqual([2, 0]);
  });

  it.each<Partial<StoredEvent>>([
    { metadata: {} },
    { type: 'task.opened' },
    { schemaVersion: 2 },
    { eventId: '00000000-0000-4000-8000-000000000001' },
  ])('notices a changed %p', async (over) => {
    const { breaks } = await verifyChain(await changed((all) => edit(all, 5, over)));
    expect(breaks).toMatchObject([{ fault: 'hash', stream: 'task-A', revision: 3 }]);
  });

  it('names content that has no canonical form, and goes on', async () => {
    const { breaks, events } = await verifyChain(await changed((all) => edit(all, 3, { data: { text: '\u0000' } })));
    expect(breaks).toMatchObject([{ fault: 'hash', stream: 'task-B', revision: 0, expected: '' }]);
    expect(events).toBe(5);
  });

  it('names the successor of an event that was rewritten with a fitting hash', async () => {
    const other = new MemoryEventStore();
    await other.append('task-A', 'no-stream', [anEvent()]);
    const [forged] = await other.readAll(null, 1);
    const events = await changed((all) => edit(all, 0, { ...forged }));
    const { breaks } = await verifyChain(events);
    expect(breaks).toMatchObject([
      { fault: 'previous-hash', stream: 'task-A', revision: 1, expected: forged?.hash, whole: 1 },
    ]);
  });

  it('names the place of an event taken out or moved', async () => {
    const out = await verifyChain(await changed((all) => all.splice(1, 1)));
    expect(out.breaks).toMatchObject([{ fault: 'revision', revision: 2, expected: '1', actual: '2', whole: 1 }]);
    const begun = await verifyChain(await changed((all) => all.splice(0, 1)));
    expect(begun.breaks).toMatchObject([{ fault: 'revision', stream: 'task-A', revision: 1, whole: 0 }]);
    const moved = await changed((all) => {
      const [second, third] = [all[1]!, all[2]!];
      edit(all, 1, { ...third, position: second.position });
      edit(all, 2, { ...second, position: third.position });
    });
    expect((await verifyChain(moved)).breaks).toMatchObject([{ fault: 'revision', expected: '1', actual: '2' }]);
    const renamed = await verifyChain(await changed((all) => edit(all, 3, { stream: 'task-C' })));
    expect(renamed.breaks).toMatchObject([
      { fault: 'hash', stream: 'task-C', revision: 0 },
      { fault: 'revision', stream: 'task-B', revision: 1, whole: 0 },
    ]);
  });

  it('names a wrong order of the log once, and judges each stream as usual', async () => {
    const swapped = await changed((all) => all.push(...all.splice(2, 1)));
    const { breaks, streams, position } = await verifyChain(swapped);
    expect(breaks.filter(({ fault }) => fault === 'position')).toMatchObject([{ position: '3', expected: '7' }]);
    expect(breaks.filter(({ fault }) => fault !== 'position')).toMatchObject([{ stream: 'task-A', revision: 3 }]);
    expect([streams, position]).toEqual([1, '7']);
    const late = await changed((all) => {
      const [third, fourth] = [all[2]!, all[3]!];
      edit(all, 2, fourth);
      edit(all, 3, third);
    });
    expect(await verifyChain(late)).toMatchObject({ breaks: [{ fault: 'position', position: '3' }], streams: 2 });
  });

  it('keeps a thousand breaks and counts the others', async () => {
    const [one] = await (await aLog()).readAll(null, 1);
    const broken = Array.from({ length: 1_002 }, (_, index) => {
      return { ...one!, stream: `task-${index}`, position: String(index + 1) };
    });
    const { breaks, moreBreaks, streams } = await verifyChain(broken);
    expect([breaks.length, moreBreaks, streams]).toEqual([1_000, 2, 0]);
  });

  it('counts no stream as whole that the store has found damaged', async () => {
    const found: DamagedStream = {
      stream: 'task-B',
      damage: 'foreign',
      revision: 2,
      message: '不是本系统写入的内容。',
    };
    const gone: DamagedStream = { stream: 'task-Z', damage: 'lost', revision: null, message: '已被删除。' };
    const store = new AlteredEventStore(await aLog(), { damaged: [found, gone] });
    expect(await verifyChain(store)).toMatchObject({ breaks: [], damaged: [found, gone], events: 7, streams: 1 });
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const verdict = await verifyChain(await aLog(), {
      batchSize: 2,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(verdict).toMatchObject({ events: 2, breaks: [] });
  });
});
