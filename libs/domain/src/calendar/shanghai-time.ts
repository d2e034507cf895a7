import { z } from 'zod';
import { CalendarError } from './calendar-error';
import { type Day } from './day';
import { DAY_LENGTH, dayNumber, dayText, parseDayNumber } from './day-number';

/**
 * Asia/Shanghai has kept +08:00 without summer time since 15 September 1991, and no event is older, so the zone is a fixed
 * offset. The zone database of the machine is not asked: a wrong setting of it would move deadlines.
 */
const SHANGHAI_OFFSET = 8 * 3_600_000;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A time of day in Shanghai, `HH:MM`, 24 hours. */
export const localTimeSchema = z.string().regex(TIME, '时间不存在，请按“08:50”的格式填写。');

/** See `localTimeSchema`. */
export type LocalTime = z.infer<typeof localTimeSchema>;

/** A moment: an ISO text with `Z` or an offset (never without: that would mean the machine's zone), or epoch milliseconds. */
export type Instant = string | number;

/** Epoch milliseconds of a moment; throws `CALENDAR.INSTANT_INVALID`. Digits beyond milliseconds are cut off. */
export function epochMillis(instant: Instant): number {
  const millis = typeof instant === 'number' ? instant : parseInstant(instant);
  if (millis === null || !Number.isFinite(millis)) {
    throw new CalendarError('CALENDAR.INSTANT_INVALID', '时刻无效，请使用带时区的格式，如“2021-09-30T08:50:00Z”。');
  }
  return Math.floor(millis);
}

/** The moment as ISO text in UTC with milliseconds. */
export function instantText(instant: Instant): string {
  return new Date(epochMillis(instant)).toISOString();
}

/** The day in Shanghai at a moment. */
export function dayInShanghai(instant: Instant): Day {
  return dayText(Math.floor((epochMillis(instant) + SHANGHAI_OFFSET) / DAY_LENGTH));
}

/** The moment at which Shanghai's clocks show `time` on `day`, as ISO text in UTC. Throws `CALENDAR.TIME_INVALID`. */
export function shanghaiInstant(day: Day, time: LocalTime): string {
  const parts = TIME.exec(time);
  if (parts === null)
    throw new CalendarError('CALENDAR.TIME_INVALID', `“${time}”不是有效时间，请按“08:50”的格式填写。`);
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return instantText(dayNumber(day) * DAY_LENGTH + minutes * 60_000 - SHANGHAI_OFFSET);
}

/** Date.parse would take 30 February for 2 March, and a text without an offset for a moment in the zone of the machine. */
function parseInstant(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (parts === null) return null;
  const day = parseDayNumber(parts[1] ?? '');
  if (day === null) return null;
  const seconds = (Number(parts[2]) * 60 + Number(parts[3])) * 60 + Number(parts[4]);
  const millis = Number((parts[5] ?? '').padEnd(3, '0').slice(0, 3));
  return day * DAY_LENGTH + seconds * 1_000 + millis - offsetMillis(parts[6] ?? 'Z');
}

function offsetMillis(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
