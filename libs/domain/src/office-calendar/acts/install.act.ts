import { z } from 'zod';
import { workCalendarSchema } from '../../calendar';
import { ENGINE } from '../../shared/grant';
import { calendarAct, calendarIdentity } from '../calendar-act';
import { published } from '../events/published.event';

/**
 * The calendar that a program brings along is written into the log at its first start: what days were counted by is then in the record,
 * and a later program that knows more years changes nothing by itself.
 */
export const install = calendarAct({
  type: 'calendar.install',
  word: '写入随附的工作日历',
  command: z.strictObject({ calendar: workCalendarSchema }),
  sample: { calendar: published.sample.calendar },
  grants: ENGINE,
  identity: calendarIdentity,
  begin: ({ calendar }) => [{ type: 'calendar.published', data: { calendar, reason: '' } }],
  // There is one already, and it stands.
  decide: () => [],
});
