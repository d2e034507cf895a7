import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { eventually } from '#testing';
import { LEDGER_ID, PEOPLE, UNITS } from '../../../../libs/domain/testing';
import { type Alterations, AlteredEventStore } from '../../../../libs/event-store/testing/altered-event-store';
import { CONTINUITY, type EventStore, MemoryEventStore, olderLog, type StoredEvent } from '#event-store';
import { createLogger, TaizhangError } from '#platform';
import { LiveReads } from '#projections';
import { LiveHub, type LiveLimits } from './live-hub';
import { LiveSubscriber } from './live-subscriber';

/** Every task stands in one ledger and with one unit; nothing is in any inbox. */
class OneLedger extends LiveReads {
  /** How often the register of tasks was asked. */
  asked = 0;
  /** Set to let the next look fail. */
  fails = false;

  override async placesOf(taskIds: readonly string[]) {
    this.asked += 1;
    if (this.fails) throw new Error('the database is away');
    return taskIds.map((taskId) => ({ taskId, ledgerId: LEDGER_ID, unitIds: [UNITS.health] }));
  }
  override async inboxAudiences() {
    return [];
  }
  override async unitsBelow() {
    return new Map<string, ReadonlySet<string>>();
  }
}

const opened: LiveHub[] = [];
afterEach(() => Promise.all(opened.splice(0).map((hub) => hub.onModuleDestroy())));

async function aHub(limits: Partial<LiveLimits> = {}, alterations: Alterations = {}) {
  const memory = new MemoryEventStore();
  const store = new AlteredEventStore(memory, alterations);
  const reads = new OneLedger(new Pool());
  const projections = { waitFor: async () => undefined };
  const logger = createLogger('silent');
  const hub = new LiveHub({ store, reads, projections, logger, limits: { gatherMs: 0, ...limits } });
  await hub.onApplicationBootstrap();
  opened.push(hub);
  return { hub, store, memory, reads };
}

const listener = (accountId: string = randomUUID(), stillThere = async (): Promise<boolean> => true) => ({
  accountId,
  subscriber: new LiveSubscriber(PEOPLE.clerk),
  taskId: null,
  stillThere,
});

async function append(store: EventStore, stream = `task-${randomUUID()}`): Promise<void> {
  const event = { eventId: randomUUID(), type: 'task.drafted', schemaVersion: 1, metadata: {}, data: {} };
  await store.append(stream, 'no-stream', [event]);
}

const refusal = async (open: Promise<unknown>): Promise<string> =>
  open.then(
    () => 'opened',
    (error: unknown) => (error instanceof TaizhangError ? error.code : 'failed'),
  );

describe('the hub', () => {
  it('looks nothing up while nobody listens', async () => {
    const { hub, store, reads } = await aHub();
    await append(store);
    const stream = await eventually(async () => {
      const opening = await hub.open(listener(), false);
      const text = String(opening.read());
      opening.destroy();
      // Only what is heard from now on matters, and the greeting says from where.
      expect(text).toContain('"position":"1"');
      return hub.open(listener(), false);
    });
    expect(reads.asked).toBe(0);
    await append(store);
    await eventually(() => expect(String(stream.read())).toContain('event: ledger'));
    expect(reads.asked).toBe(1);
  });

  it('tells everything after a failure of the read models', async () => {
    const { hub, store, reads } = await aHub();
    const stream = await hub.open(listener(), false);
    stream.read();
    reads.fails = true;
    await append(store);
    await eventually(() => expect(reads.asked).toBeGreaterThan(0));
    reads.fails = false;
    await eventually(() => expect(String(stream.read())).toContain('event: ledger'));
  });

  it('says nothing of a ledger whose stream is broken, and tells of all others', async () => {
    const broken = randomUUID();
    const alter = (event: StoredEvent) => (event.stream === `ledger-${broken}` ? { ...event, data: { x: 1 } } : event);
    const { hub, store } = await aHub({}, { alter });
    const stream = await hub.open(listener(), false);
    stream.read();
    const whole = randomUUID();
    await append(store, `ledger-${broken}`);
    await append(store, `ledger-${whole}`);
    let heard = '';
    await eventually(() => {
      heard += String(stream.read() ?? '');
      expect(heard).toContain(whole);
    });
    expect(heard).not.toContain(broken);
  });

  it('has everybody ask anew when the log is restored from an older copy, and tells what comes then', async () => {
    const { hub, store, memory } = await aHub();
    await append(store);
    const copy = memory.copy();
    for (let index = 0; index < 5; index += 1) await append(store);
    const stream = await hub.open(listener(), false);
    await eventually(() => expect(String(stream.read())).not.toBe('null'));
    memory.restore(copy);
    store.writing.stop(CONTINUITY, olderLog());
    store.writing.clear(CONTINUITY);
    await eventually(() => expect(String(stream.read())).toContain('id: 1\nevent: resync'));
    await append(store);
    await eventually(() => expect(String(stream.read())).toContain('id: 2\nevent: ledger'));
  });

  it('tells what comes also where it was still waiting for what is lost', async () => {
    const store = new MemoryEventStore();
    const reads = new OneLedger(new Pool());
    let waiting = 0;
    // Read models that never get there, as a rebuild has put them behind.
    const waitFor = async (
      _names: readonly string[],
      position: string,
      options?: { readonly signal?: AbortSignal },
    ) => {
      if (position !== '2') return;
      waiting += 1;
      await new Promise((_resolve, reject) => options?.signal?.addEventListener('abort', reject, { once: true }));
    };
    const logger = createLogger('silent');
    const hub = new LiveHub({ store, reads, projections: { waitFor }, logger, limits: { gatherMs: 0 } });
    await hub.onApplicationBootstrap();
    opened.push(hub);
    const stream = await hub.open(listener(), false);
    const empty = store.copy();
    for (let index = 0; index < 2; index += 1) await append(store);
    await eventually(() => expect(waiting).toBe(1));
    store.restore(empty);
    store.writing.stop(CONTINUITY, olderLog());
    store.writing.clear(CONTINUITY);
    await eventually(() => expect(String(stream.read())).toContain('event: resync'));
    await append(store);
    await eventually(() => expect(String(stream.read())).toContain('id: 1\nevent: ledger'));
  });

  it('bounds the pages of one account and of all', async () => {
    const { hub } = await aHub({ connectionsPerAccount: 2, connections: 3 });
    const one = randomUUID();
    const first = await hub.open(listener(one), false);
    await hub.open(listener(one), false);
    expect(await refusal(hub.open(listener(one), false))).toBe('LIVE.TOO_MANY_PAGES');
    await hub.open(listener(), false);
    expect(await refusal(hub.open(listener(), false))).toBe('LIVE.UNAVAILABLE');
    first.destroy();
    await eventually(() => expect(hub.size).toBe(2));
    expect(await refusal(hub.open(listener(), false))).toBe('opened');
  });

  it('ends the page of somebody who may not listen any more, and beats for the others', async () => {
    const { hub } = await aHub({ heartbeatMs: 5 });
    let there = true;
    const leaving = await hub.open(
      listener(randomUUID(), async () => there),
      false,
    );
    const staying = await hub.open(listener(), false);
    staying.read();
    await eventually(() => expect(String(staying.read())).toContain(':\n\n'));
    there = false;
    leaving.resume();
    await eventually(() => expect(leaving.readableEnded).toBe(true));
    await eventually(() => expect(hub.size).toBe(1));
  });

  it('ends all pages when it closes and lets nobody in', async () => {
    const { hub } = await aHub();
    const stream = await hub.open(listener(), false);
    stream.resume();
    await hub.onModuleDestroy();
    await eventually(() => expect(stream.readableEnded).toBe(true));
    expect(await refusal(hub.open(listener(), false))).toBe('LIVE.UNAVAILABLE');
  });
});
