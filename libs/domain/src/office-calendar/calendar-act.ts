import { type WorkCalendar } from '../calendar';
import { actsOf } from '../shared/act-definition';
import { type EventIn } from '../shared/event-definition';
import { type CalendarState } from './calendar.state';
import { type CALENDAR_EVENTS } from './events';

export type CalendarEvent = EventIn<typeof CALENDAR_EVENTS>;

/** Defines an act on a calendar. */
export const calendarAct = actsOf<'calendar', CalendarState, CalendarEvent>('calendar');

/** What the id of a calendar's stream is derived from: its region. */
export function calendarIdentity({ calendar: { region } }: { readonly calendar: WorkCalendar }): readonly string[] {
  return [region];
}
