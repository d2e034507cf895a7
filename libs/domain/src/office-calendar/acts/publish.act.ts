import { z } from 'zod';
import { addDays, type Day, dayOfWeek, type WorkCalendar, workCalendarSchema } from '../../calendar';
import { type Decision } from '../../shared/act-definition';
import { SYSTEM } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { calendarAct, calendarIdentity, type CalendarEvent } from '../calendar-act';
import { published } from '../events/published.event';

/**
 * 发布工作日历: every year of it, whole. A version is never published twice, since history replays under it. Days of open tasks that were
 * counted move by events of their own.
 */
export const publish = calendarAct({
  type: 'calendar.publish',
  word: '发布工作日历',
  command: z.strictObject({ calendar: workCalendarSchema, reason: freeTextSchema(2_000, 0).default('') }),
  sample: published.sample,
  grants: SYSTEM,
  identity: calendarIdentity,
  begin: (data) => faultOf(data.calendar, null) ?? [{ type: 'calendar.published', data }],
  decide: (state, data) =>
    state.published.some(({ version }) => version === data.calendar.version)
      ? reject('CALENDAR.VERSION_EXISTS', '该版本的工作日历已经发布，请使用新的版本号。')
      : (faultOf(data.calendar, state.published.at(-1) ?? null) ?? [{ type: 'calendar.published', data }]),
});

function faultOf(calendar: WorkCalendar, inForce: WorkCalendar | null): Decision<CalendarEvent> | null {
  return wholeOr(calendar, inForce) ?? plausibleOr(calendar);
}

/** Weekdays that are off in a year at most. The arrangements of the State Council have had some 20, a region's own holidays add up to five. */
const MOST_DAYS_OFF = 40;
/** Weekdays off in a row at most: 春节 of 2020, prolonged, had seven. */
const LONGEST_REST = 10;

/** The refusal of a calendar that nobody has arranged: with weeks of days off lateness had been written away, by one person. */
function plausibleOr({ years }: WorkCalendar): Decision<CalendarEvent> | null {
  const doubtful = Object.keys(years).filter((year) => {
    const off = years[year]?.off ?? [];
    return off.length > MOST_DAYS_OFF || longestRest(off) > LONGEST_REST;
  });
  if (doubtful.length === 0) return null;
  return reject(
    'CALENDAR.IMPLAUSIBLE',
    `${doubtful.join('、')}年的放假日过多：全年周一至周五放假不超过${MOST_DAYS_OFF}天，连续不超过${LONGEST_REST}天。请按国务院办公厅的放假安排核对。`,
  );
}

/** How many weekdays of a list follow one another, weekends aside, at most. */
function longestRest(off: readonly Day[]): number {
  const all = new Set(off);
  const after = (day: Day): Day => addDays(day, dayOfWeek(day) === 5 ? 3 : 1);
  const runFrom = (day: Day): number => {
    let run = 1;
    for (let next = after(day); all.has(next); next = after(next)) run += 1;
    return run;
  };
  return Math.max(0, ...off.map(runFrom));
}

/** The refusal of a calendar with a hole: one of 2027 alone had taken the holidays from 2026. */
function wholeOr({ years }: WorkCalendar, inForce: WorkCalendar | null): Decision<CalendarEvent> | null {
  const listed = [...Object.keys(years), ...Object.keys(inForce?.years ?? {})].map(Number).sort((a, b) => a - b);
  const [first, last] = [listed.at(0) ?? 0, listed.at(-1) ?? -1];
  const wanted = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  const missing = wanted.filter((year) => years[year] === undefined);
  if (missing.length === 0) return null;
  return reject(
    'CALENDAR.YEARS_MISSING',
    `工作日历缺少${missing.join('、')}年，发布后这些年份的节假日会丢失，请连同这些年份一起发布。`,
  );
}
