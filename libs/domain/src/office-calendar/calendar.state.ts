import { type WorkCalendar } from '../calendar';

/** A region's calendar as its events tell it: every version ever published, oldest first; the last one is in force. */
export interface CalendarState {
  readonly published: readonly WorkCalendar[];
}
