import { type PoolClient } from 'pg';
import { z } from 'zod';
import { compileCalendar, type CompiledCalendar, workCalendarSchema } from '#domain';
import { type ReadableEntry } from '../runtime/log-entry';

/** The calendars that the program brings along. */
export interface BuiltInCalendars {
  /** One by the version that an event has pinned; null when it is not a built-in one. */
  readonly ofVersion: (version: string) => CompiledCalendar | null;
  /** Counted with as long as none was published. */
  readonly standard: CompiledCalendar;
}

const calendarRows = z.array(z.object({ calendar: workCalendarSchema }));

/** Calendars by the version that an assignment has pinned: the built-in ones, and those published in the log so far. */
export class PinnedCalendars {
  private published: Map<string, CompiledCalendar> | null = null;
  private inForce: CompiledCalendar | null = null;

  constructor(
    private readonly builtIn: BuiltInCalendars,
    private readonly schema: string,
  ) {}

  /** Keeps the calendars that a batch publishes, before its tasks are planned. */
  async take(entries: readonly ReadableEntry[], client: PoolClient): Promise<void> {
    await this.load(client);
    for (const { event, position } of entries) {
      if (event.type !== 'calendar.published') continue;
      const { calendar } = event.data;
      await client.query(
        `insert into ${this.schema}.calendar (version, place, calendar) values ($1, $2, $3) on conflict do nothing`,
        [calendar.version, position, JSON.stringify(calendar)],
      );
      this.keep(compileCalendar(calendar));
    }
  }

  /** The calendar of a version; the one in force where none is pinned, or where this program does not know the version. */
  ofVersion(version: string | null): CompiledCalendar {
    const pinned = version === null ? null : (this.published?.get(version) ?? this.builtIn.ofVersion(version));
    return pinned ?? this.inForce ?? this.builtIn.standard;
  }

  /** What is kept may be of a batch that was rolled back, or lack what another process has read. */
  forget(): void {
    this.published = null;
    this.inForce = null;
  }

  private async load(client: PoolClient): Promise<void> {
    if (this.published) return;
    const result = await client.query(`select calendar from ${this.schema}.calendar order by place`);
    this.published = new Map();
    for (const { calendar } of calendarRows.parse(result.rows)) this.keep(compileCalendar(calendar));
  }

  private keep(calendar: CompiledCalendar): void {
    this.published?.set(calendar.version, calendar);
    this.inForce = calendar;
  }
}
