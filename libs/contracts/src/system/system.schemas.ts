import { daySchema } from '#domain';
import { z } from 'zod';
import { positionParameter } from '../queries/query-parts';

/** The process answers. */
export const liveSchema = z.strictObject({ live: z.literal(true) });

/** What one check of a process found; details are facts for the administrator, without secrets. */
export const healthFindingSchema = z.strictObject({
  healthy: z.boolean(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** All checks of a process by name; ready only if each one is healthy. */
export const healthReportSchema = z.strictObject({
  ready: z.boolean(),
  checks: z.record(z.string(), healthFindingSchema),
});

/** Which year of the working calendar. Default: this year. */
export const readCalendarParameters = z.object({
  year: z.coerce.number().int().min(1900).max(2999).optional(),
  /** As in every read: what one has written. The calendar comes from the log itself and lags behind it only while the log is away. */
  after: positionParameter.optional(),
});

/** A year of the working calendar in force: only the days that differ from working Mondays to Fridays. */
export const calendarYearAnswerSchema = z.strictObject({
  version: z.string(),
  region: z.string(),
  year: z.int(),
  /** The arrangement of the year is not published (yet): plain weekends count until it is. */
  provisional: z.boolean(),
  days: z.array(
    z.strictObject({
      day: daySchema,
      /** `holiday`: a weekday off; `workday`: a weekend day that works. */
      kind: z.enum(['holiday', 'workday']),
      /** The festival that it belongs to, where that is known. */
      name: z.string().nullable(),
    }),
  ),
});
