import { z } from 'zod';
import { type WorkCalendar, workCalendarSchema } from '../../calendar';
import { eventsOf } from '../../shared/event-definition';
import { type CalendarState } from '../calendar.state';

const SAMPLE: WorkCalendar = { version: '2021-1', region: 'CN', years: {} };

/** A version of a region's working calendar, in full. */
export const published = eventsOf<CalendarState>()({
  type: 'calendar.published',
  schema: z.strictObject({ calendar: workCalendarSchema }),
  sample: { calendar: SAMPLE },
  begin: ({ data: { calendar } }) => ({ published: [calendar] }),
  evolve: (state, { data: { calendar } }) => ({ published: [...state.published, calendar] }),
});
