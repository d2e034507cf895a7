import { type CommandBus } from '@nestjs/cqrs';
import { DEFAULT_POLICY } from '#domain';
import { Act, chinaCalendar, type CommandContext, type CommandOutcome, derivedId, ownContext } from '#engine';
import { comparePositions, type Position } from '#event-store';

/**
 * Writes the rules that the program brings along into a log that has none: the policy, and the calendar. They are asked for at each start,
 * and change nothing where some are there.
 * @returns the position from which on they hold
 */
export async function ensureRules(bus: CommandBus): Promise<Position> {
  const policy = { type: 'policy.install', data: { policy: DEFAULT_POLICY } } as const;
  const calendar = { type: 'calendar.install', data: { calendar: chinaCalendar() } } as const;
  const outcomes: readonly CommandOutcome[] = [
    await bus.execute(new Act({ aggregate: 'policy', id: null, command: policy }, contextOf(policy))),
    await bus.execute(new Act({ aggregate: 'calendar', id: null, command: calendar }, contextOf(calendar))),
  ];
  return outcomes
    .map(({ position }) => position)
    .reduce((one, other) => (comparePositions(one, other) > 0 ? one : other));
}

/** Another program, which brings other rules along, asks for something else. */
function contextOf({ type, data }: { readonly type: string; readonly data: object }): CommandContext {
  return ownContext(derivedId('first-rules', type, JSON.stringify(data)));
}
