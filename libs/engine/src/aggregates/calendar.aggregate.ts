import { type CalendarCommand, type CalendarEvent, type CalendarState, decideCalendar, type NoFacts } from '#domain';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';

/** A region's working calendar. */
export function calendarAggregate(states: States): Aggregate<CalendarState, CalendarCommand, CalendarEvent, NoFacts> {
  return { reader: states.calendar, decide: decideCalendar, reach: async () => ({}), gather: async () => ({}) };
}
