/** Values that no calendar can count with. */
export type CalendarErrorCode =
  | 'CALENDAR.DAY_INVALID'
  | 'CALENDAR.DAY_OUT_OF_RANGE'
  | 'CALENDAR.INSTANT_INVALID'
  | 'CALENDAR.TIME_INVALID'
  | 'CALENDAR.COUNT_INVALID'
  | 'CALENDAR.RECURRENCE_INVALID'
  | 'CALENDAR.PERIOD_INVALID';

/**
 * Thrown for a value that the zod schemas would have refused at the edge: a fault of the calling code, not a rejection of
 * a command. `code` is stable, `message` one zh-CN sentence.
 */
export class CalendarError extends Error {
  constructor(
    readonly code: CalendarErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'CalendarError';
  }
}
