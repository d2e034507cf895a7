import { type CompiledCalendar, type Day, dayInShanghai } from '../calendar';
import { type Ladder, type OpenLimit, type PlannedTimer, planTimers, type RungKind, timerIdOf } from '../ladder';
import { type Rules } from '../shared/circumstances';
import { clockOf, clockRungKey } from './clock-rung';
import { CLOCKED, type Holder, holdersOf } from './holders';
import { workingLanes } from './lanes';
import { comingPeriod, openOfWorking } from './obligations';
import { isRunning } from './status';
import { type TaskState } from './task.state';

/** So many periods ahead are looked through for one that has a rung: in a long holiday a daily duty has none. */
const PERIODS_AHEAD = 60;

/**
 * Every rung that a task's state asks for and that has not fired: those of what its lanes owe, and of the next period of
 * each recurring limit. Each rung that fires is an event and leads to a new plan, so one period ahead is enough to go on by. A limit is
 * never reminded of a rung below one that has fired: after a standstill only the last of those missed is told.
 */
export function rungsOfTask(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  ladder: Ladder,
): readonly PlannedTimer[] {
  return withoutPassed(ownedRungs(taskId, state, calendar, ladder), new Set(state.fired));
}

/** The rungs of what a task's lanes owe, whether or not they have fired. */
function ownedRungs(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  ladder: Ladder,
): readonly PlannedTimer[] {
  if (!isRunning(state)) return [];
  const plan = (limits: readonly OpenLimit[]) =>
    withoutAbove(state, planTimers({ taskId, round: state.round, limits, calendar, ladder }));
  const known = dayInShanghai(state.recordedAt);
  return [...plan(openOfWorking(state, known)), ...ahead(state, known, plan)];
}

/** A holder whose clock is none of a limit, with the rungs of that clock that have not fired. */
export interface ClockRungs {
  readonly holder: Holder;
  readonly rungs: readonly PlannedTimer[];
}

/** The rungs of the clocks of holders that have not fired. */
export function clockRungsOf(taskId: string, state: TaskState, rules: Rules): readonly ClockRungs[] {
  const fired = new Set(state.fired);
  return everyClockRung(taskId, state, rules).map(({ holder, rungs }) => ({
    holder,
    rungs: withoutPassed(rungs, fired),
  }));
}

function everyClockRung(taskId: string, state: TaskState, rules: Rules): readonly ClockRungs[] {
  const { calendar, policy } = rules;
  return holdersOf(state, rules).flatMap((holder) => {
    const { kind, lane, since, number, due } = holder;
    if (due === null || !CLOCKED.includes(kind)) return [];
    const limits = [{ ...clockOf(kind, lane), due, armedAt: since, climb: number }];
    const ladder = lane === null ? policy.ladders.holders : policy.ladders.replies;
    const rungs = planTimers({ taskId, round: state.round, limits, calendar, ladder }).map((rung) => {
      const key = clockRungKey(state.round, holder, rung.rungId, due);
      return { ...rung, key, timerId: timerIdOf(taskId, key) };
    });
    return [{ holder, rungs: withoutAbove(state, rungs) }];
  });
}

/** Every rung that a state asks for by some rules and that has not fired. */
export function openRungs(state: TaskState, rules: Rules): readonly PlannedTimer[] {
  return [
    ...rungsOfTask('', state, rules.calendar, rules.policy.ladders.limits),
    ...clockRungsOf('', state, rules).flatMap(({ rungs }) => rungs),
  ];
}

/** Every rung that a state has by some rules, whether or not it has fired. */
export function everyRung(state: TaskState, rules: Rules): readonly PlannedTimer[] {
  const own = ownedRungs('', state, rules.calendar, rules.policy.ladders.limits);
  return [...own, ...everyClockRung('', state, rules).flatMap(({ rungs }) => rungs)];
}

/** Rungs that tell others of a unit's delay: a supporting unit that is late is shown to its lead, and nobody above. */
const ABOVE_THE_UNIT: readonly RungKind[] = ['escalate', 'propose'];

function withoutAbove({ lanes }: TaskState, rungs: readonly PlannedTimer[]): readonly PlannedTimer[] {
  const supports = new Set(lanes.filter(({ role }) => role === 'support').map(({ unitId }) => unitId));
  return rungs.filter(({ lane, kind }) => !supports.has(lane) || !ABOVE_THE_UNIT.includes(kind));
}

/** The rungs of the next period that has some, of each recurring limit and lane. */
function ahead(
  state: TaskState,
  known: Day,
  plan: (limits: readonly OpenLimit[]) => readonly PlannedTimer[],
): readonly PlannedTimer[] {
  return workingLanes(state).flatMap((lane) =>
    state.limits.flatMap((limit) => {
      let after = known;
      for (let passed = 0; passed < PERIODS_AHEAD; passed += 1) {
        const coming = comingPeriod(state, limit, lane, after);
        if (coming === null || coming.from === null) return [];
        const rungs = plan([coming]);
        if (rungs.length > 0) return rungs;
        after = coming.from;
      }
      return [];
    }),
  );
}

/** The rungs that have not fired and are not below one that has, each limit (or period of one) by itself. */
function withoutPassed(rungs: readonly PlannedTimer[], fired: ReadonlySet<string>): readonly PlannedTimer[] {
  if (fired.size === 0) return rungs;
  const reached = new Map<string, string>();
  for (const rung of rungs) {
    const limit = limitOf(rung);
    if (fired.has(rung.key) && rung.fireAt > (reached.get(limit) ?? '')) reached.set(limit, rung.fireAt);
  }
  return rungs.filter((rung) => !fired.has(rung.key) && rung.fireAt >= (reached.get(limitOf(rung)) ?? ''));
}

function limitOf({ lane, limitId, period }: PlannedTimer): string {
  return `${lane} ${limitId} ${period ?? ''}`;
}

/** Of the rungs of a group that are due together, after a standstill, only the last is wanted. */
export function groupOf(rung: PlannedTimer): string {
  return `${limitOf(rung)} ${rung.due}`;
}
