import { createTestDatabase } from '#testing';
import { openPostgresLog } from '../testing/postgres-log';
import { aStream, someEvents } from '../testing/sample-events';
import { CONTINUITY, olderLog, onNewPast } from './continuity';
import { MemoryEventStore } from './memory/memory-event-store';
import { type EventStore } from './port';
import { verifyChain } from './verify-chain';
import { WriteGate } from './write-gate';

/** A log under a program that goes on, and what makes it an older one. */
interface ChangingLog {
  readonly store: EventStore;
  /** The server is restored from a copy that ends there. */
  endAt(position: string): Promise<void>;
  close(): Promise<void>;
}

async function memoryLog(): Promise<ChangingLog> {
  const store = new MemoryEventStore();
  return { store, endAt: async (position) => store.restore(store.copy(position)), close: () => store.close() };
}

async function postgresLog(): Promise<ChangingLog> {
  const { store, database, close } = await openPostgresLog(createTestDatabase);
  const endAt = async (position: string): Promise<void> => {
    await database.ownerPool.query('alter table log.event disable trigger all');
    await database.ownerPool.query('delete from log.event where position > $1', [position]);
    await database.ownerPool.query('alter table log.event enable always trigger event_refuse_change');
  };
  return { store, endAt, close };
}

describe.each([
  ['in memory', memoryLog],
  ['in PostgreSQL', postgresLog],
])('a log %s that becomes older under the program', (_name, open) => {
  let log: ChangingLog;
  beforeEach(async () => {
    log = await open();
  });
  afterEach(() => log.close());

  it('acknowledges no append that lands where events had been seen, and stops writing with LOG.OLDER', async () => {
    const [kept, lost] = [aStream(), aStream()];
    await log.store.append(kept, 'no-stream', someEvents(2));
    await log.store.append(lost, 'no-stream', someEvents(2));
    await log.endAt('2');
    await expect(log.store.append(kept, 1, someEvents(1))).rejects.toMatchObject({ code: 'LOG.OLDER' });
    expect(log.store.writing.stoppedBy(CONTINUITY)).toMatchObject({ code: 'LOG.OLDER' });
    await expect(log.store.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject({ code: 'LOG.OLDER' });
    expect(await log.store.head()).toBe('3');
  });

  it('acknowledges none of several events that reach beyond what had been seen but begin before it', async () => {
    await log.store.append(aStream(), 'no-stream', someEvents(2));
    await log.endAt('1');
    await expect(log.store.append(aStream(), 'no-stream', someEvents(5))).rejects.toMatchObject({ code: 'LOG.OLDER' });
  });

  it('knows what it has read as well as what it has written', async () => {
    await log.store.append(aStream(), 'no-stream', someEvents(3));
    log.store.writing.stop(CONTINUITY, olderLog());
    log.store.writing.clear(CONTINUITY);
    await log.store.readAll(null, 10);
    await log.endAt('1');
    await expect(log.store.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject({ code: 'LOG.OLDER' });
  });

  it('goes on after the cause is cleared, with sound links, and forgets what it knew', async () => {
    const stream = aStream();
    await log.store.append(stream, 'no-stream', someEvents(1));
    await log.store.append(stream, 0, someEvents(3));
    await log.endAt('1');
    await expect(log.store.append(aStream(), 'no-stream', someEvents(1))).rejects.toMatchObject({ code: 'LOG.OLDER' });
    log.store.writing.clear(CONTINUITY);
    expect(await log.store.append(stream, 0, someEvents(1))).toMatchObject({ kind: 'appended', position: '3' });
    expect(await log.store.append(stream, 1, someEvents(1))).toMatchObject({ kind: 'appended', position: '4' });
    expect((await verifyChain(log.store)).breaks).toEqual([]);
  });
});

describe('onNewPast', () => {
  it('tells of the end of a break in the past, and of nothing else, until it is ended', () => {
    const gate = new WriteGate();
    let told = 0;
    const end = onNewPast(gate, () => (told += 1));
    gate.stop(CONTINUITY, olderLog());
    gate.stop('lost streams', olderLog());
    gate.clear('lost streams');
    expect(told).toBe(0);
    gate.clear(CONTINUITY);
    gate.clear(CONTINUITY);
    expect(told).toBe(1);
    end();
    gate.stop(CONTINUITY, olderLog());
    gate.clear(CONTINUITY);
    expect(told).toBe(1);
  });
});
