import { type Pool } from 'pg';
import { builtInCalendar } from '#engine';
import { type EventStore } from '#event-store';
import { createProjectors, type Projector } from '#projections';

/** Every projector, with the calendar that the program brings along. */
export function projectorsOn(store: EventStore, pool: Pool): readonly Projector[] {
  const standard = builtInCalendar();
  const calendars = { standard, ofVersion: (version: string) => (version === standard.version ? standard : null) };
  return createProjectors({ store, pool, calendars });
}
