import { type Pool } from 'pg';
import { DEFAULT_POLICY } from '#domain';
import { builtInCalendar } from '#engine';
import { type EventStore } from '#event-store';
import { createProjectors, type Projector } from '#projections';

/** Every projector, with the rules that the program brings along. */
export function projectorsOn(store: EventStore, pool: Pool): readonly Projector[] {
  return createProjectors({ store, pool, builtIn: { calendar: builtInCalendar(), policy: DEFAULT_POLICY } });
}
