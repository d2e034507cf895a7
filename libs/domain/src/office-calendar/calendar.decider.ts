import { z } from 'zod';
import { type WorkCalendar, workCalendarSchema } from '../calendar';
import { type Circumstances, type CommandOf, type NoFacts } from '../shared/decider';
import { type EventOf, type Recorded } from '../shared/event';
import { reject, type Rejection } from '../shared/rejection';

/** The facts of a region's calendar: each published version in full. */
export const calendarEventSchemas = {
  'calendar.published': z.strictObject({ calendar: workCalendarSchema }),
};
export type CalendarEvent = EventOf<typeof calendarEventSchemas>;

/** What may be asked of a region's calendar. */
export const calendarCommandSchemas = {
  'calendar.publish': z.strictObject({ calendar: workCalendarSchema }),
};
export type CalendarCommand = CommandOf<typeof calendarCommandSchemas>;

/** A region's calendar as its events tell it: every version ever published, oldest first; the last one is in force. */
export interface CalendarState {
  readonly published: readonly WorkCalendar[];
}

/** How one event changes a calendar. */
export function evolveCalendar(state: CalendarState | null, event: Recorded<CalendarEvent>): CalendarState {
  return { published: [...(state?.published ?? []), event.data.calendar] };
}

/** What a command to a calendar leads to. A version is never published twice: history replays under it. */
export function decideCalendar(
  state: CalendarState | null,
  command: CalendarCommand,
  _circumstances: Circumstances,
  _facts: NoFacts,
): readonly CalendarEvent[] | Rejection {
  const { calendar } = command.data;
  if (state?.published.some(({ version }) => version === calendar.version)) {
    return reject('CALENDAR.VERSION_EXISTS', '该版本的工作日历已经发布，请使用新的版本号。');
  }
  return [{ type: 'calendar.published', data: { calendar } }];
}
