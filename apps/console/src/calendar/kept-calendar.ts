import { calendarYearSchema } from '#domain';
import { z } from 'zod';

const keptCalendarSchema = z.object({
  edits: z.record(z.string(), z.object({ year: z.int(), before: calendarYearSchema, after: calendarYearSchema })),
  notice: z.string(),
});

/** A calendar as it was edited and not published yet: the changed years, and the notice that they are taken from. */
export type KeptCalendar = Readonly<z.infer<typeof keptCalendarSchema>>;

/** Before anything is changed. */
export const NOTHING_EDITED: KeptCalendar = { edits: {}, notice: '' };

/** What was kept on this computer; null where nothing readable is there, or nothing was changed. */
export function readKeptCalendar(stored: unknown): KeptCalendar | null {
  const { data } = keptCalendarSchema.safeParse(stored);
  if (data === undefined) return null;
  return Object.keys(data.edits).length === 0 && data.notice === '' ? null : data;
}
