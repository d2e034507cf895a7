import { z } from 'zod';
import { PEOPLE, actedBy } from '../../testing';
import { eventsOf, versionOf } from './event-definition';

const defined = eventsOf<null>();
/** A type that has changed twice: a field came, then it was named otherwise. */
const done = defined({
  type: 'thing.done',
  schema: z.strictObject({ who: z.string().nullable() }),
  upcasters: [(data) => ({ ...toObject(data), by: null }), (data) => ({ who: toObject(data)['by'] })],
  sample: { who: null },
  evolve: (state) => state,
});
/** A type that never changed. */
const seen = defined({
  type: 'thing.seen',
  schema: z.strictObject({ any: z.number() }),
  sample: { any: 1 },
  evolve: (state) => state,
});
const metadata = {
  commandId: '00000000-0000-4000-8000-000000000001',
  commandHash: 'hash',
  correlationId: 'test',
  causationId: null,
  act: 'thing.do',
  actor: actedBy(PEOPLE.clerk),
  recordedAt: '2025-03-03T01:00:00.000Z',
};
const raw = (type: string, schemaVersion: number, data: unknown) => ({
  eventId: '00000000-0000-4000-8000-000000000002',
  stream: 'thing-1',
  revision: 0,
  type,
  schemaVersion,
  metadata,
  data,
});
const carried = (schemaVersion: number, data: unknown) => done.read(raw('thing.done', schemaVersion, data)).data;

describe('versions of an event’s schema', () => {
  it('are counted from one, one more for each change', () => {
    expect(versionOf(done)).toBe(3);
    expect(versionOf(seen)).toBe(1);
  });

  it('are carried on step by step from the one in which an event was written', () => {
    expect(carried(1, { what: 1 })).toEqual({ who: null });
    expect(carried(2, { by: '王科长' })).toEqual({ who: '王科长' });
    expect(carried(3, { who: '王科长' })).toEqual({ who: '王科长' });
    expect(seen.read(raw('thing.seen', 1, { any: 1 })).data).toEqual({ any: 1 });
  });

  it.each([0, 4, 1.5, Number.NaN])('refuse version %p, which this program does not know', (version) => {
    expect(() => carried(version, { who: null })).toThrow(`thing-1@0 thing.done v${version}: unknown version`);
  });

  it('are checked after they were carried on', () => {
    expect(() => carried(2, { by: 1 })).toThrow('thing-1@0 thing.done v2: refused at who');
  });
});

function toObject(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
