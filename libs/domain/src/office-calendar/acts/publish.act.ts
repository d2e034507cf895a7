import { z } from 'zod';
import { type WorkCalendar, workCalendarSchema } from '../../calendar';
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
  begin: (data) => wholeOr(data.calendar, null) ?? [{ type: 'calendar.published', data }],
  decide: (state, data) =>
    state.published.some(({ version }) => version === data.calendar.version)
      ? reject('CALENDAR.VERSION_EXISTS', '该版本的工作日历已经发布，请使用新的版本号。')
      : (wholeOr(data.calendar, state.published.at(-1) ?? null) ?? [{ type: 'calendar.published', data }]),
});

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
