import { compileCalendar, type CompiledCalendar, type WorkCalendar } from '#domain';
import { derivedId } from '../command/derived-id';
import { type States } from '../state/states';
import { chinaCalendar } from './china-calendar';

/** The id of a region's calendar stream. */
export function calendarIdOf(region: string): string {
  return derivedId('calendar', region);
}

/** The region whose calendar an office counts by as long as it has not published its own. */
export const DEFAULT_REGION = 'CN';

/** Working calendars by version: the built-in one, and those that the office has published. */
export class CalendarSource {
  private readonly builtIn = compileCalendar(chinaCalendar());
  private readonly compiled = new Map<string, CompiledCalendar>([[this.builtIn.version, this.builtIn]]);

  constructor(private readonly states: States) {}

  /** The calendar in force now. */
  async inForce(): Promise<CompiledCalendar> {
    const { state } = await this.states.calendar.known(calendarIdOf(DEFAULT_REGION));
    const last = state?.published.at(-1);
    return last ? this.compile(last) : this.builtIn;
  }

  /** The calendar of a version that an event has pinned; the one in force where the version is not known. */
  async ofVersion(version: string): Promise<CompiledCalendar> {
    const kept = this.compiled.get(version);
    if (kept) return kept;
    const { state } = await this.states.calendar.fresh(calendarIdOf(DEFAULT_REGION));
    const published = state?.published.find((calendar) => calendar.version === version);
    return published ? this.compile(published) : this.inForce();
  }

  private compile(calendar: WorkCalendar): CompiledCalendar {
    const kept = this.compiled.get(calendar.version) ?? compileCalendar(calendar);
    this.compiled.set(calendar.version, kept);
    return kept;
  }
}
