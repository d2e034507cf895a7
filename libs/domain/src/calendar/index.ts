export { CalendarError, type CalendarErrorCode } from './calendar-error';
export {
  addDays,
  addMonths,
  dayOf,
  dayOfWeek,
  daysBetween,
  daySchema,
  endOfMonth,
  isDay,
  latestDay,
  movedOn,
  yearOf,
  type Day,
  type DayOfWeek,
} from './day';
export {
  dayInShanghai,
  epochMillis,
  instantText,
  localTimeSchema,
  shanghaiInstant,
  type Instant,
  type LocalTime,
} from './shanghai-time';
export {
  calendarYearOf,
  calendarYearSchema,
  workCalendarSchema,
  type CalendarYear,
  type WorkCalendar,
} from './work-calendar';
export { compileCalendar, type CompiledCalendar } from './compiled-calendar';
export {
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  rollBackward,
  rollForward,
  workingDaysBefore,
  workingDaysBetween,
} from './working-days';
export {
  countedPeriod,
  countingUnitSchema,
  periodCountSchema,
  type CountedPeriod,
  type CountingUnit,
  type PeriodCount,
} from './counted-period';
export {
  dueOnSchema,
  recurrenceRuleSchema,
  recurrenceSchema,
  type DueOn,
  type Recurrence,
  type RecurrenceRule,
} from './recurrence';
export { nextPeriod, periodById, periodOf, type Period } from './period';
