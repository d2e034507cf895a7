import { type CalendarState, compileCalendar, type CompiledCalendar, type WorkCalendar } from '#domain';
import { isEventLogError } from '#event-store';
import { UnlessAway } from '#platform';
import { derivedId } from '../command/derived-id';
import { type Loaded } from '../state/state-reader';
import { type States } from '../state/states';
import { builtInCalendar } from './china-calendar';

/** The id of a region's calendar stream. */
export function calendarIdOf(region: string): string {
  return derivedId('calendar', region);
}

/** The region whose calendar an office counts by as long as it has not published its own. */
export const DEFAULT_REGION = 'CN';

/** The stream of the calendar by which every command is decided. */
const IN_FORCE = calendarIdOf(DEFAULT_REGION);

/** How long a look at the log for a newer calendar holds good, in milliseconds of this process's own clock. */
const LOOK_AGAIN_AFTER = 5_000;

type Calendars = ReturnType<typeof calendarsOf>;

function calendarsOf(states: States) {
  return states.of('calendar');
}

/** Working calendars by version: the built-in one, and those that the office has published. */
export class CalendarSource {
  private readonly builtIn = builtInCalendar();
  private readonly compiled = new Map<string, CompiledCalendar>();

  private readonly looks: UnlessAway<unknown>;
  private lookedAt = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds that only grow; a parameter for tests */
  constructor(
    private readonly states: States,
    private readonly now: () => number = () => performance.now(),
  ) {
    const isAway = (error: unknown): boolean => isEventLogError(error, 'LOG.UNAVAILABLE', 'LOG.REFUSED');
    this.looks = new UnlessAway(() => this.latest(), { isAway, now });
    this.forget();
  }

  /** Forgets what was published, as far as it was read. */
  forget(): void {
    this.compiled.clear();
    this.compiled.set(this.builtIn.version, this.builtIn);
    this.lookedAt = Number.NEGATIVE_INFINITY;
  }

  /**
   * The calendar in force now, to decide by; one that another process has published counts after {@link LOOK_AGAIN_AFTER}
   * at the latest.
   * @throws what the log throws: nothing is decided by a calendar that may be out of force
   */
  async inForce(): Promise<CompiledCalendar> {
    const known = this.isLookDue() ? undefined : calendarsOf(this.states).lastKnown(IN_FORCE);
    return this.lastOf(known ?? (await this.latest()));
  }

  /**
   * The calendar that pages count remaining days by: the one in force, or the last one known here while the log is away, or
   * the built-in one before the log has answered at all. So lists are served without the log.
   */
  async lastKnown(): Promise<CompiledCalendar> {
    await this.looks.ask();
    return this.lastOf(calendarsOf(this.states).lastKnown(IN_FORCE));
  }

  /** The calendar of a version that an event has pinned; the one in force where the version is not known. */
  async ofVersion(version: string): Promise<CompiledCalendar> {
    const kept = this.compiled.get(version);
    if (kept) return kept;
    const { state } = await this.unlessBroken((calendars) => calendars.fresh(IN_FORCE));
    const published = state?.published.find((calendar) => calendar.version === version);
    return published ? this.compile(published) : this.inForce();
  }

  private isLookDue(): boolean {
    return this.now() - this.lookedAt > LOOK_AGAIN_AFTER;
  }

  /** Every command asks, and a calendar changes once a year: the log is looked at now and then, not each time. */
  private async latest(): Promise<Loaded<CalendarState>> {
    if (!this.isLookDue()) return this.unlessBroken((calendars) => calendars.known(IN_FORCE));
    this.lookedAt = this.now();
    try {
      return await this.unlessBroken((calendars) => calendars.fresh(IN_FORCE));
    } catch (error) {
      this.lookedAt = Number.NEGATIVE_INFINITY;
      throw error;
    }
  }

  /**
   * The calendars of a broken stream are those before the break: no new one can be published, and the rest of the house,
   * whose every command asks for a calendar, goes on.
   */
  private async unlessBroken(
    read: (calendars: Calendars) => Promise<Loaded<CalendarState>>,
  ): Promise<Loaded<CalendarState>> {
    try {
      return await read(calendarsOf(this.states));
    } catch (error) {
      if (!isEventLogError(error, 'LOG.INTEGRITY')) throw error;
      return calendarsOf(this.states).upToBreak(IN_FORCE);
    }
  }

  private lastOf(loaded: Loaded<CalendarState> | undefined): CompiledCalendar {
    const last = loaded?.state?.published.at(-1);
    return last ? this.compile(last) : this.builtIn;
  }

  private compile(calendar: WorkCalendar): CompiledCalendar {
    const kept = this.compiled.get(calendar.version) ?? compileCalendar(calendar);
    this.compiled.set(calendar.version, kept);
    return kept;
  }
}
