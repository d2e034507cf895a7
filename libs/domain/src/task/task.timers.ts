import { type CompiledCalendar, dayInShanghai } from '../calendar';
import { type Ladder, type OpenLimit, type PlannedTimer, planTimers, rungKeyOf } from '../ladder';
import { unclaimedLeads } from './lanes';
import { comingPeriod, openOfLeads } from './obligations';
import { isRunning } from './status';
import { type TaskState } from './task.state';

/** So many periods ahead are looked through for one that has a rung: in a long holiday a daily duty has none. */
const PERIODS_AHEAD = 60;

/**
 * Every timer that a task's state asks for and that has not fired: the rungs of what its lead lanes owe, and of the next period of
 * each recurring limit. Each rung that fires is an event and leads to a new plan, so one period ahead is enough to go on by. A limit is
 * never reminded of a rung below one that has fired: after a standstill only the last of those missed is told. The same state
 * always gives the same plan; keeping timers means keeping rows equal to it.
 */
export function timersOfTask(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  ladder: Ladder,
): readonly PlannedTimer[] {
  if (!isRunning(state)) return [];
  const plan = (limits: readonly OpenLimit[]) => planTimers({ taskId, round: state.round, limits, calendar, ladder });
  const known = dayInShanghai(state.recordedAt);
  const rungs = [...plan(openOfLeads(state, known)), ...ahead(state, plan)];
  return withoutPassed(rungs, new Set(state.fired));
}

/** The rungs of the next period that has some, of each recurring limit and lead lane. */
function ahead(
  state: TaskState,
  plan: (limits: readonly OpenLimit[]) => readonly PlannedTimer[],
): readonly PlannedTimer[] {
  return unclaimedLeads(state).flatMap((lane) =>
    state.limits.flatMap((limit) => {
      let after = dayInShanghai(state.recordedAt);
      for (let passed = 0; passed < PERIODS_AHEAD; passed += 1) {
        const coming = comingPeriod(limit, lane, after);
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
  const reached = new Map<string, string>();
  for (const rung of rungs) {
    const limit = limitOf(rung);
    if (fired.has(rungKeyOf(rung)) && rung.fireAt > (reached.get(limit) ?? '')) reached.set(limit, rung.fireAt);
  }
  return rungs.filter((rung) => !fired.has(rungKeyOf(rung)) && rung.fireAt >= (reached.get(limitOf(rung)) ?? ''));
}

function limitOf({ lane, limitId, period }: PlannedTimer): string {
  return `${lane} ${limitId} ${period ?? ''}`;
}
