import { carriedOn, schemaVersionOf, type Upcasters } from './schema-versions';

/** A type that has changed twice: a field came, then it was named otherwise. */
const UPCASTERS: Upcasters = {
  'thing.done': [(data) => ({ ...toObject(data), by: null }), (data) => ({ who: toObject(data)['by'] })],
};
const carried = (schemaVersion: number, data: unknown, type = 'thing.done') =>
  carriedOn({ type, schemaVersion, data }, UPCASTERS);

describe('versions of an event’s schema', () => {
  it('are counted from one, one more for each change', () => {
    expect(schemaVersionOf('thing.done', UPCASTERS)).toBe(3);
    expect(schemaVersionOf('thing.else', UPCASTERS)).toBe(1);
  });

  it('are carried on step by step from the one in which an event was written', () => {
    expect(carried(1, { what: 1 })).toEqual({ known: true, data: { who: null } });
    expect(carried(2, { by: '王科长' })).toEqual({ known: true, data: { who: '王科长' } });
    expect(carried(3, { who: '王科长' })).toEqual({ known: true, data: { who: '王科长' } });
    expect(carried(1, { any: 1 }, 'thing.else')).toEqual({ known: true, data: { any: 1 } });
  });

  it.each([0, 4, 1.5, Number.NaN])('leave version %p alone, which this program does not know', (version) => {
    expect(carried(version, { by: 1 })).toEqual({ known: false, data: { by: 1 } });
  });
});

function toObject(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
