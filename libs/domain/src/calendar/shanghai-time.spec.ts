import fc from 'fast-check';
import { CalendarError, dayInShanghai, epochMillis, instantText, localTimeSchema, shanghaiInstant } from '.';

describe('shanghai time', () => {
  it('changes the day at 16:00 UTC', () => {
    expect(dayInShanghai('2025-12-31T15:59:59.999Z')).toBe('2025-12-31');
    expect(dayInShanghai('2025-12-31T16:00:00Z')).toBe('2026-01-01');
    expect(dayInShanghai(Date.UTC(2025, 11, 31, 16))).toBe('2026-01-01');
    expect(dayInShanghai('2026-01-01T00:10:00+08:00')).toBe('2026-01-01');
  });

  it('gives the moment of a time of day', () => {
    expect(shanghaiInstant('2026-01-01', '08:50')).toBe('2026-01-01T00:50:00.000Z');
    expect(shanghaiInstant('2026-01-01', '00:00')).toBe('2025-12-31T16:00:00.000Z');
    expect(shanghaiInstant('1969-12-31', '23:59')).toBe('1969-12-31T15:59:00.000Z');
  });

  it.each(['2025-01-01T08:00:00', '2025-02-30T08:00:00Z', '2025-01-01', '2025-01-01T24:00:00Z', 'now', ''])(
    'refuses %p, which names no moment by itself',
    (text) => {
      expect(() => dayInShanghai(text)).toThrow(CalendarError);
    },
  );

  it('refuses a time that does not exist and a number that is no moment', () => {
    expect(() => shanghaiInstant('2025-01-01', '24:00')).toThrow(CalendarError);
    expect(() => shanghaiInstant('2025-01-01', '8:50')).toThrow(CalendarError);
    expect(() => dayInShanghai(Number.NaN)).toThrow(CalendarError);
    expect(localTimeSchema.safeParse('23:60').success).toBe(false);
  });

  it('reads offsets and fractions of seconds as Date.parse does', () => {
    const moment = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(moment, offset, (millis, minutes) => {
        const local = new Date(millis + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const zone = `${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        const text = `${local}${minutes < 0 ? '-' : '+'}${zone}`;
        expect(epochMillis(text)).toBe(Date.parse(text));
        expect(instantText(text)).toBe(new Date(millis).toISOString());
      }),
    );
    expect(instantText('2025-01-01T00:00:00.123456Z')).toBe('2025-01-01T00:00:00.123Z');
    expect(instantText('2025-01-01T00:00:00.5Z')).toBe('2025-01-01T00:00:00.500Z');
  });

  it('agrees with the zone database on the day of any moment since 1992', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) }), (millis) => {
        expect(dayInShanghai(millis)).toBe(clock.format(millis));
      }),
    );
  });
});
