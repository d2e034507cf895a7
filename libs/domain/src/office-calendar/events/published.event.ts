import { z } from 'zod';
import { type WorkCalendar, workCalendarSchema } from '../../calendar';
import { eventsOf } from '../../shared/event-definition';
import { textSchema } from '../../shared/schema';
import { type CalendarState } from '../calendar.state';

const SAMPLE: WorkCalendar = { version: '2021-1', region: 'CN', years: {} };

/** A version of a region's working calendar, in full. */
export const published = eventsOf<CalendarState>()({
  type: 'calendar.published',
  schema: z.strictObject({ calendar: workCalendarSchema, reason: textSchema(2_000, 0) }),
  sample: { calendar: SAMPLE, reason: '' },
  begin: ({ data: { calendar } }) => ({ published: [calendar] }),
  evolve: (state, { data: { calendar } }) => ({ published: [...state.published, calendar] }),
});
