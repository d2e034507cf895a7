import { type PoolClient } from 'pg';
import { z } from 'zod';
import { compileCalendar, type CompiledCalendar, type WorkCalendar, workCalendarSchema } from '#domain';
import { type Position } from '#event-store';
import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** The calendars that the program brings along. */
export interface BuiltInCalendars {
  /** One by the version that an event has pinned; null when it is not a built-in one. */
  readonly ofVersion: (version: string) => CompiledCalendar | null;
  /** Counted with as long as none was published. */
  readonly standard: CompiledCalendar;
}

const column = columnsOf<{ readonly calendar: WorkCalendar; readonly position: Position }>();

/** The calendars that were published, of which an assignment names one. */
export const CALENDAR = table(
  'calendar',
  {
    version: column.text(({ calendar }) => calendar.version, { key: true }),
    place: column.bigint(({ position }) => position),
    calendar: column.json(({ calendar }) => calendar),
  },
  { comment: 'Calendars published so far, in log order; assignments name them by version.' },
);

const calendarRows = z.array(z.object({ calendar: workCalendarSchema }));

/** Calendars by the version that an assignment has pinned: the built-in ones, and those published in the log so far. */
export class PinnedCalendars {
  private published: Map<string, CompiledCalendar> | null = null;
  private inForce: CompiledCalendar | null = null;

  constructor(
    private readonly builtIn: BuiltInCalendars,
    private readonly schema: string,
  ) {}

  /** Keeps a calendar that is published; it is in force from there on. */
  async take(calendar: WorkCalendar, position: Position, client: PoolClient): Promise<void> {
    await this.load(client);
    await client.query(CALENDAR.insertMissing(this.schema, [{ calendar, position }]));
    this.keep(compileCalendar(calendar));
  }

  /** The calendar of a version; the one in force where none is pinned, or where this program does not know the version. */
  ofVersion(version: string | null): CompiledCalendar {
    return this.pinned(version) ?? this.inForce ?? this.builtIn.standard;
  }

  /** The calendar of a version, at whatever time it is asked for; null where none is pinned or this program does not know it. */
  pinned(version: string | null): CompiledCalendar | null {
    const { standard } = this.builtIn;
    if (version === null) return null;
    if (version === standard.version) return standard;
    return this.published?.get(version) ?? this.builtIn.ofVersion(version);
  }

  /** What is kept may be of a batch that was rolled back, or lack what another process has read. */
  forget(): void {
    this.published = null;
    this.inForce = null;
  }

  /** Reads what was published before, unless it is known; to be done before asking for a version. */
  async load(client: PoolClient): Promise<void> {
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
