import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { CALENDAR_ACTS } from './acts';
import { type CalendarState } from './calendar.state';
import { CALENDAR_EVENTS } from './events';

/** A region's working calendar. It belongs to no ledger. */
export const CALENDAR = defineAggregate<
  'calendar',
  CalendarState,
  DataOfActs<typeof CALENDAR_ACTS>,
  DataOfEvents<typeof CALENDAR_EVENTS>
>({
  name: 'calendar',
  acts: CALENDAR_ACTS,
  events: CALENDAR_EVENTS,
  unknown: reject('CALENDAR.UNKNOWN', '该地区还没有发布过工作日历，请先发布。'),
  reach: () => ({}),
});
