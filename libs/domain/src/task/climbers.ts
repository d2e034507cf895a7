import {
  type CompiledCalendar,
  type Day,
  dayInShanghai,
  type Instant,
  rollBackward,
  workingDaysBefore,
} from '../calendar';
import {
  type Ladder,
  lateFrom,
  type OpenLimit,
  type PlannedTimer,
  planTimers,
  type RungKind,
  timerIdOf,
  type TimerPlanInput,
} from '../ladder';
import { type Rules } from '../shared/circumstances';
import { clockOf, clockRungKey } from './clock-rung';
import { CLOCKED, type Holder, holdersOf } from './holders';
import { daysLate } from './lateness';
import { type OpenObligation, openOfWorking } from './obligations';
import { isRunning } from './status';
import { type Obligation } from './task.parts';
import { type TaskState, type TurnKind } from './task.state';

/** What goes up one ladder: what is open, the ladder, and how the rungs of it are named. */
export interface Climbers extends TimerPlanInput {
  readonly named: (rung: PlannedTimer) => PlannedTimer;
}

/** What a task's working lanes owe by a day. */
export function owedBy(
  taskId: string,
  state: TaskState,
  by: Day,
  { calendar, ladder }: { readonly calendar: CompiledCalendar; readonly ladder: Ladder },
): Climbers {
  const open = isRunning(state) ? openOfWorking(state, by) : [];
  const limits = open.map((each) =>
    each.backSince === undefined ? each : goingOn(state, each, each.backSince, calendar),
  );
  return { taskId, round: state.round, limits, ladder, calendar, named: (rung) => rung };
}

/**
 * A delay whose ladder goes on after a return: the working days that it was late before, while the unit had it in hand, count on from the day of
 * the return.
 */
function goingOn(state: TaskState, open: OpenObligation, backSince: Instant, calendar: CompiledCalendar): OpenLimit {
  const from = lateFrom(open);
  const back = dayInShanghai(backSince);
  if (from >= back) return open;
  const late = daysLate(state, { obligation: open, holder: null, due: from }, back, calendar);
  return { ...open, countedFrom: workingDaysBefore(rollBackward(back, calendar), late, calendar) };
}

/** A holder whose clock is none of a limit, with that clock in the place of one. */
export interface HolderClock {
  readonly holder: Holder;
  readonly climbers: Climbers;
}

/** The clocks of holders. */
export function clocksOf(taskId: string, state: TaskState, rules: Rules): readonly HolderClock[] {
  const { calendar, policy } = rules;
  const { round } = state;
  return holdersOf(state, rules).flatMap((holder) => {
    const { kind, lane, due } = holder;
    if (due === null || !CLOCKED.includes(kind)) return [];
    const ladder = lane === null ? policy.ladders.holders : policy.ladders.replies;
    const named = (rung: PlannedTimer): PlannedTimer => {
      const key = clockRungKey(round, holder, rung.rungId, due);
      return { ...rung, key, timerId: timerIdOf(taskId, key) };
    };
    return [{ holder, climbers: { taskId, round, limits: [clockLimit(holder, due)], ladder, calendar, named } }];
  });
}

function clockLimit({ kind, lane, since, number }: Holder, due: Day): OpenLimit {
  return { ...clockOf(kind, lane), due, armedAt: since, climb: number };
}

/** Everything that climbs in a task: what its lanes owe by a day, and the clocks of its holders. */
export function everythingClimbing(state: TaskState, by: Day, rules: Rules): readonly Climbers[] {
  const { calendar, policy } = rules;
  const own = owedBy('', state, by, { calendar, ladder: policy.ladders.limits });
  return [own, ...clocksOf('', state, rules).map(({ climbers }) => climbers)];
}

/** The rungs of a ladder, whether or not they have fired. */
export function rungsOf(state: TaskState, climbers: Climbers): readonly PlannedTimer[] {
  return withoutAbove(state, planTimers(climbers)).map(climbers.named);
}

/** From here on a delay is brought to those above, who are to do something about it. Of a supporting unit it is shown to its lead, and to nobody above. */
export const ABOVE: readonly RungKind[] = ['escalate', 'propose', 'notice'];

/** The clock of an answer to an instruction stands in the place of a limit by this name. */
export const ANSWER: TurnKind = 'answer';

/** The rungs that go out at all: of a supporting unit none that tell those above, but of its answer to a leader, who asked it in person. */
export function withoutAbove({ lanes }: TaskState, rungs: readonly PlannedTimer[]): readonly PlannedTimer[] {
  const supports = new Set(lanes.filter(({ role }) => role === 'support').map(({ unitId }) => unitId));
  return rungs.filter(({ lane, limitId, kind }) => !supports.has(lane) || limitId === ANSWER || !ABOVE.includes(kind));
}

/** What a rung is of, whatever its climb and day. */
export function limitOf({ lane, limitId, period }: Obligation): string {
  return `${lane} ${limitId} ${period ?? ''}`;
}
