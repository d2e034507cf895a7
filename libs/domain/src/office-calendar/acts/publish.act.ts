import { z } from 'zod';
import { workCalendarSchema } from '../../calendar';
import { actsOf } from '../../shared/act-definition';
import { type EventIn } from '../../shared/event-definition';
import { SYSTEM } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { type CalendarState } from '../calendar.state';
import { type CALENDAR_EVENTS } from '../events';
import { published } from '../events/published.event';

export type CalendarEvent = EventIn<typeof CALENDAR_EVENTS>;

/** 发布工作日历. A version is never published twice: history replays under it. */
export const publish = actsOf<'calendar', CalendarState, CalendarEvent>('calendar')({
  type: 'calendar.publish',
  word: '发布工作日历',
  command: z.strictObject({ calendar: workCalendarSchema }),
  sample: published.sample,
  grants: SYSTEM,
  identity: ({ calendar: { region } }) => [region],
  begin: (data) => [{ type: 'calendar.published', data }],
  decide: (state, data) =>
    state.published.some(({ version }) => version === data.calendar.version)
      ? reject('CALENDAR.VERSION_EXISTS', '该版本的工作日历已经发布，请使用新的版本号。')
      : [{ type: 'calendar.published', data }],
});
