import { type CalendarState, compileCalendar, type CompiledCalendar, type WorkCalendar } from '#domain';
import { isEventLogError } from '#event-store';
import { UnlessAway } from '#platform';
import { builtInCalendar } from '../calendar/china-calendar';
import { derivedId } from '../command/derived-id';
import { type States } from '../state/states';
import { PublishedStreams } from './published-stream';

/** The id of a region's calendar stream. */
export function calendarIdOf(region: string): string {
  return derivedId('calendar', region);
}

/** The region whose calendar an office counts by as long as it has not published its own. */
export const DEFAULT_REGION = 'CN';

/** The stream of the calendar by which every command is decided. */
const IN_FORCE = calendarIdOf(DEFAULT_REGION);

/** Working calendars by version: the built-in one, and those that the office has published. */
export class CalendarSource {
  private readonly builtIn = builtInCalendar();
  private readonly compiled = new Map<string, CompiledCalendar>();
  private readonly streams: PublishedStreams<'calendar'>;
  private readonly looks: UnlessAway<unknown>;

  /** @param now milliseconds that only grow; a parameter for tests */
  constructor(states: States, now: () => number = () => performance.now()) {
    this.streams = new PublishedStreams(states, 'calendar', now);
    const isAway = (error: unknown): boolean => isEventLogError(error, 'LOG.UNAVAILABLE', 'LOG.REFUSED');
    this.looks = new UnlessAway(() => this.streams.inForce(IN_FORCE), { isAway, now });
    this.forget();
  }

  /** Forgets what was published, as far as it was read. */
  forget(): void {
    this.compiled.clear();
    this.compiled.set(this.builtIn.version, this.builtIn);
    this.streams.forget();
  }

  /** The calendar in force now, to decide by. @throws what the log throws */
  async inForce(): Promise<CompiledCalendar> {
    return this.lastOf(await this.streams.inForce(IN_FORCE));
  }

  /**
   * The calendar that pages count remaining days by: the one in force, or the last one known here while the log is away, or
   * the built-in one before the log has answered at all. So lists are served without the log.
   */
  async lastKnown(): Promise<CompiledCalendar> {
    await this.looks.ask();
    return this.lastOf(this.streams.lastKnown(IN_FORCE));
  }

  /** The calendar of a version that an event has pinned; undefined where it is not known. */
  async ofVersion(version: string): Promise<CompiledCalendar | undefined> {
    const kept = this.compiled.get(version);
    if (kept) return kept;
    const state = await this.streams.fresh(IN_FORCE);
    const published = state?.published.find((calendar) => calendar.version === version);
    return published && this.compile(published);
  }

  private lastOf(state: CalendarState | null | undefined): CompiledCalendar {
    const last = state?.published.at(-1);
    return last ? this.compile(last) : this.builtIn;
  }

  private compile(calendar: WorkCalendar): CompiledCalendar {
    const kept = this.compiled.get(calendar.version) ?? compileCalendar(calendar);
    this.compiled.set(calendar.version, kept);
    return kept;
  }
}
