import { createTestDatabase } from '#testing';
import { openPostgresLog, type PostgresLog } from '../../testing/postgres-log';
import { anEvent, aStream, someEvents } from '../../testing/sample-events';
import { Subscriber } from '../../testing/subscriber';
import { type LinkedAppend } from './append-batch';
import { OwnEvents } from './own-events';
import { type PostgresEventStore } from './postgres-event-store';

const HASH = 'a'.repeat(64);

/** An append of so many events, as the appender links it. */
function linked(count: number): LinkedAppend {
  const events = Array.from({ length: count }, (_, index) => {
    const { eventId, schemaVersion } = anEvent();
    return { eventId, type: index % 2 === 0 ? 'even' : 'odd', schemaVersion, metadata: '{}', data: '{}' };
  });
  const hashes = events.map((_, index) => String(index).padStart(64, '0'));
  return { append: { stream: aStream(), expected: -1, events, bytes: 0 }, headHash: HASH, hashes };
}

describe('own events', () => {
  let own: OwnEvents;
  beforeEach(() => {
    own = new OwnEvents();
    own.start();
  });

  const positions = (after: string | null, limit = 10, types?: readonly string[]) =>
    own.after(after, limit, types)?.events.map(({ position }) => position);

  it('are given after any position from the one before the first on, so many at most', () => {
    own.take(linked(2), '5');
    own.take(linked(1), '6');
    expect(positions('3')).toEqual(['4', '5', '6']);
    expect(positions('5')).toEqual(['6']);
    expect(own.after('3', 2)).toMatchObject({ events: [{ position: '4' }, { position: '5' }], reached: '5' });
  });

  it('say nothing of what comes before them, nor whether more comes after them', () => {
    own.take(linked(2), '5');
    expect([positions(null), positions('2'), positions('5'), positions('6')]).toEqual(Array(4).fill(undefined));
  });

  it('begin anew after a gap, in which another process wrote, and after the log has turned out to be another', () => {
    own.take(linked(2), '5');
    own.take(linked(1), '7');
    expect([positions('5'), positions('6')]).toEqual([undefined, ['7']]);
    own.take(linked(1), '3');
    expect([positions('6'), positions('2')]).toEqual([undefined, ['3']]);
    own.forget();
    expect(positions('2')).toBeUndefined();
  });

  it('of other types are passed over', () => {
    own.take(linked(4), '4');
    expect(own.after('0', 3, ['odd'])).toMatchObject({ events: [{ position: '2' }], reached: '3' });
    expect(own.after('0', 3, ['none'])).toEqual({ events: [], reached: '3' });
  });

  it('are kept while somebody follows, and not without end', () => {
    const idle = new OwnEvents();
    idle.take(linked(1), '1');
    expect(idle.after('0', 1)).toBeUndefined();
    for (let position = 1; position <= 2_500; position += 1) own.take(linked(1), String(position));
    expect(positions('0')).toBeUndefined();
    expect(positions('2490')).toHaveLength(10);
  });
});

describe('a follower of a log that several processes write', () => {
  let log: PostgresLog;
  beforeAll(async () => {
    log = await openPostgresLog(createTestDatabase);
  });
  afterAll(() => log.close());

  const writeTo = async (store: PostgresEventStore, appends: number) => {
    const stream = aStream();
    for (let revision = -1; revision < 2 * appends - 1; revision += 2) {
      await store.append(stream, revision < 0 ? 'no-stream' : revision, someEvents(2));
    }
  };

  it('gets every event once and as the log holds it, whoever wrote it', async () => {
    const stores = [log.another(), log.another()];
    const followers = stores.flatMap((store) => [
      new Subscriber(store, null),
      new Subscriber(store, null, 3),
      new Subscriber(store, null, 3, ['task.reported']),
    ]);
    await Promise.all(stores.flatMap((store) => [writeTo(store, 20), writeTo(store, 20)]));
    for (const store of stores) await writeTo(store, 10);
    const written = await log.store.readAll(null, 1_000);
    expect(written).toHaveLength(2 * (4 * 20 + 2 * 10));
    for (const follower of followers) {
      expect(await follower.received(written.length)).toEqual(written);
      await follower.close();
    }
  });
});
