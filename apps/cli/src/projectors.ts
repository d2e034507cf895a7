import { type Pool } from 'pg';
import { compileCalendar } from '#domain';
import { chinaCalendar } from '#engine';
import { type EventStore } from '#event-store';
import { TaizhangError } from '#platform';
import { createProjectors, type Projector } from '#projections';

/** Every projector, with the calendar that the program brings along. */
export function projectorsOn(store: EventStore, pool: Pool): readonly Projector[] {
  const standard = compileCalendar(chinaCalendar());
  const calendars = { standard, ofVersion: (version: string) => (version === standard.version ? standard : null) };
  return createProjectors({ store, pool, calendars });
}

/** The projector of a name, or all of them. @throws TaizhangError PROJECTION.UNKNOWN */
export function chosenProjectors(all: readonly Projector[], name: string | undefined): readonly Projector[] {
  const found = all.filter((projector) => name === undefined || projector.name === name);
  if (found.length > 0) return found;
  const names = all.map((projector) => projector.name).join('、');
  throw new TaizhangError('PROJECTION.UNKNOWN', `没有名为 ${name ?? ''} 的投影，可重建的有：${names}。`);
}
