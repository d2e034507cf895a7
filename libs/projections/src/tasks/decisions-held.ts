import { type CompiledCalendar, type Day, type HeldChange, type TaskState, workingDaysBetween } from '#domain';

/**
 * The working days for which requests waited for their decision until a day, one request after the other; null where none was made. A
 * decision runs beside the turns of the units, whose days these stay, so the turns charge it to nobody: that a unit waited for weeks for
 * an answer was seen nowhere. The end of a task settles what nobody decided.
 */
export function decisionDays(
  { proposals }: Pick<TaskState, 'proposals'>,
  today: Day,
  calendar: CompiledCalendar,
): number | null {
  if (proposals.length === 0) return null;
  return proposals.reduce((days, { on, decided }) => days + workingDaysBetween(on, decided?.on ?? today, calendar), 0);
}

/** The same as beginnings and ends, for the figures of a ledger; none of an entry that was a mistake. */
export function decisionChanges({ proposals, ended }: Pick<TaskState, 'proposals' | 'ended'>): readonly HeldChange[] {
  if (ended === 'voided') return [];
  return proposals.flatMap(({ on, decided }) => [
    { holder: 'decide', day: on, net: -1 },
    ...(decided === null ? [] : [{ holder: 'decide', day: decided.on, net: 1 }]),
  ]);
}
