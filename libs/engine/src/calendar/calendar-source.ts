import { type CalendarState, compileCalendar, type CompiledCalendar, type WorkCalendar } from '#domain';
import { derivedId } from '../command/derived-id';
import { type Loaded } from '../state/state-reader';
import { type States } from '../state/states';
import { chinaCalendar } from './china-calendar';

/** The id of a region's calendar stream. */
export function calendarIdOf(region: string): string {
  return derivedId('calendar', region);
}

/** The region whose calendar an office counts by as long as it has not published its own. */
export const DEFAULT_REGION = 'CN';

/** How long a look at the log for a newer calendar holds good, in milliseconds of this process's own clock. */
const LOOK_AGAIN_AFTER = 5_000;

/** Working calendars by version: the built-in one, and those that the office has published. */
export class CalendarSource {
  private readonly builtIn = compileCalendar(chinaCalendar());
  private readonly compiled = new Map<string, CompiledCalendar>();

  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly states: States) {
    this.forget();
  }

  /** Forgets what was published, as far as it was read. */
  forget(): void {
    this.compiled.clear();
    this.compiled.set(this.builtIn.version, this.builtIn);
    this.lookedAt = Number.NEGATIVE_INFINITY;
  }

  /** The calendar in force now; one that another process has published counts after {@link LOOK_AGAIN_AFTER} at the latest. */
  async inForce(): Promise<CompiledCalendar> {
    const { state } = await this.latest();
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

  /** Every command asks, and a calendar changes once a year: the log is looked at now and then, not each time. */
  private async latest(): Promise<Loaded<CalendarState>> {
    const id = calendarIdOf(DEFAULT_REGION);
    const due = performance.now() - this.lookedAt > LOOK_AGAIN_AFTER;
    if (!due) return this.states.calendar.known(id);
    this.lookedAt = performance.now();
    return this.states.calendar.fresh(id);
  }

  private compile(calendar: WorkCalendar): CompiledCalendar {
    const kept = this.compiled.get(calendar.version) ?? compileCalendar(calendar);
    this.compiled.set(calendar.version, kept);
    return kept;
  }
}
