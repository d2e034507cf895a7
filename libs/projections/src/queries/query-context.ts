import { type Actor, type CompiledCalendar, type Day, type Sight } from '#domain';

/** Who asks, what that person may see through the operation, and the day that lamps and remaining days are of. */
export interface QueryContext {
  readonly actor: Actor;
  /** From the domain's `sightOf(actor, operation)`. A row outside is as if it were not there. */
  readonly sights: readonly Sight[];
  /** The day in Asia/Shanghai. */
  readonly today: Day;
  /** Working days are counted by it: the calendar in force. */
  readonly calendar: CompiledCalendar;
}
