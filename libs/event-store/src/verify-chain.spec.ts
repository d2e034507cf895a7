import { anEvent, someEvents } from '../testing/sample-events';
import { MemoryEventStore } from './memory/memory-event-store';
import { type StoredEvent } from './port';
import { type ChainProgress, verifyChain } from './verify-chain';

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
    expect(verdict).toEqual({ events: 7, streams: 2, position: '7', firstBreak: null });
    expect(progress.map((step) => step.events)).toEqual([3, 6, 7]);
  });

  it('finds nothing wrong with nothing', async () => {
    const verdict = await verifyChain(new MemoryEventStore());
    expect(verdict).toEqual({ events: 0, streams: 0, position: null, firstBreak: null });
  });

  it('names an event whose content was changed', async () => {
    const events = await changed((all) => edit(all, 3, { data: { index: 99 } }));
    const { firstBreak, events: good } = await verifyChain(events);
    expect(good).toBe(3);
    expect(firstBreak).toMatchObject({ fault: 'hash', stream: 'task-B', revision: 0, position: '4' });
    expect(firstBreak?.actual).toBe(events[3]?.hash);
    expect(firstBreak?.expected).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<Partial<StoredEvent>>([{ metadata: {} }, { type: 'task.opened' }, { schemaVersion: 2 }])(
    'notices a changed %p',
    async (over) => {
      const { firstBreak } = await verifyChain(await changed((all) => edit(all, 5, over)));
      expect(firstBreak).toMatchObject({ fault: 'hash', stream: 'task-A', revision: 3 });
    },
  );

  it('names the successor of an event that was rewritten with a fitting hash', async () => {
    const other = new MemoryEventStore();
    await other.append('task-A', 'no-stream', [anEvent()]);
    const [forged] = await other.readAll(null, 1);
    const events = await changed((all) => edit(all, 0, { ...forged }));
    const { firstBreak } = await verifyChain(events);
    expect(firstBreak).toMatchObject({ fault: 'previous-hash', stream: 'task-A', revision: 1, expected: forged?.hash });
  });

  it('names the place of an event taken out, moved or doubled', async () => {
    const out = await verifyChain(await changed((all) => all.splice(1, 1)));
    expect(out.firstBreak).toMatchObject({ fault: 'revision', revision: 2, expected: '1', actual: '2' });
    const doubled = await verifyChain(await changed((all) => all.splice(1, 0, all[0]!)));
    expect(doubled.firstBreak).toMatchObject({ fault: 'position', position: '1' });
    const moved = await changed((all) => {
      const [second, third] = [all[1]!, all[2]!];
      edit(all, 1, { ...third, position: second.position });
      edit(all, 2, { ...second, position: third.position });
    });
    expect((await verifyChain(moved)).firstBreak).toMatchObject({ fault: 'revision', expected: '1', actual: '2' });
    const renamed = await verifyChain(await changed((all) => edit(all, 3, { stream: 'task-C' })));
    expect(renamed.firstBreak).toMatchObject({ fault: 'hash', stream: 'task-C', revision: 0 });
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const verdict = await verifyChain(await aLog(), {
      batchSize: 2,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(verdict).toMatchObject({ events: 2, firstBreak: null });
  });
});
