import { type CompiledCalendar, dayInShanghai } from '../calendar';
import { type Ladder, type PlannedTimer, withoutDay } from '../ladder';
import { type Rules } from '../shared/circumstances';
import { type Climbers, clocksOf, everythingClimbing, limitOf, owedBy, rungsOf } from './climbers';
import { type Holder } from './holders';
import { workingLanes } from './lanes';
import { lastNoticesFired, nextNotices } from './notices';
import { comingPeriod } from './obligations';
import { isRunning } from './status';
import { type TaskState } from './task.state';

/** So many periods ahead are looked through for one that has a rung: in a long holiday a daily duty has none. */
const PERIODS_AHEAD = 60;

/**
 * Every rung that a task's state asks for and that has not fired: those of what its lanes owe, and of the next period of
 * each recurring limit. Each rung that fires is an event and leads to a new plan, so one period ahead is enough to go on by. A limit is
 * never reminded of a rung below one that has fired: after a standstill only the last of those missed is told. Above the last rung a
 * delay is told again and again; of these notices the next one is planned.
 */
export function rungsOfTask(
  taskId: string,
  state: TaskState,
  calendar: CompiledCalendar,
  ladder: Ladder,
): readonly PlannedTimer[] {
  const climbers = owedBy(taskId, state, dayInShanghai(state.recordedAt), { calendar, ladder });
  return stillToCome(state, climbers, [...rungsOf(state, climbers), ...ahead(state, climbers)]);
}

/** A holder whose clock is none of a limit, with the rungs of that clock that have not fired. */
export interface ClockRungs {
  readonly holder: Holder;
  readonly rungs: readonly PlannedTimer[];
}

/** The rungs of the clocks of holders that have not fired. */
export function clockRungsOf(taskId: string, state: TaskState, rules: Rules): readonly ClockRungs[] {
  return clocksOf(taskId, state, rules).map(({ holder, climbers }) => ({
    holder,
    rungs: stillToCome(state, climbers, rungsOf(state, climbers)),
  }));
}

/** Of the rungs of a ladder those that are still to come; at its end the next notice. */
function stillToCome(state: TaskState, climbers: Climbers, rungs: readonly PlannedTimer[]): readonly PlannedTimer[] {
  const fired = new Set(state.fired);
  const open = withoutPassed(state, rungs, fired);
  return [...open, ...nextNotices(state, climbers, open, fired)];
}

/** Every rung that a state asks for by some rules and that has not fired. */
export function openRungs(state: TaskState, rules: Rules): readonly PlannedTimer[] {
  return [
    ...rungsOfTask('', state, rules.calendar, rules.policy.ladders.limits),
    ...clockRungsOf('', state, rules).flatMap(({ rungs }) => rungs),
  ];
}

/** Every rung that a state has by some rules, whether or not it has fired; of notices the last that has. */
export function everyRung(state: TaskState, rules: Rules): readonly PlannedTimer[] {
  const fired = new Set(state.fired);
  const all = everythingClimbing(state, dayInShanghai(state.recordedAt), rules);
  return [
    ...all.flatMap((climbers) => rungsOf(state, climbers)),
    ...all.slice(0, 1).flatMap((own) => ahead(state, own)),
    ...all.flatMap((climbers) => lastNoticesFired(state, climbers, fired)),
  ];
}

/** The rungs of the next period that has some, of each recurring limit and lane. */
function ahead(state: TaskState, climbers: Climbers): readonly PlannedTimer[] {
  if (!isRunning(state)) return [];
  const known = dayInShanghai(state.recordedAt);
  return workingLanes(state).flatMap((lane) =>
    state.limits.flatMap((limit) => {
      let after = known;
      for (let passed = 0; passed < PERIODS_AHEAD; passed += 1) {
        const coming = comingPeriod(state, limit, lane, after);
        if (coming === null || coming.from === null) return [];
        const rungs = rungsOf(state, { ...climbers, limits: [coming] });
        if (rungs.length > 0) return rungs;
        after = coming.from;
      }
      return [];
    }),
  );
}

/** The rungs that have not fired and are not below one that has, each limit (or period of one) by itself. */
function withoutPassed(
  state: TaskState,
  rungs: readonly PlannedTimer[],
  fired: ReadonlySet<string>,
): readonly PlannedTimer[] {
  if (fired.size === 0) return rungs;
  const reached = new Map<string, string>();
  for (const rung of rungs) {
    const limit = limitOf(rung);
    if (fired.has(rung.key) && rung.fireAt > (reached.get(limit) ?? '')) reached.set(limit, rung.fireAt);
  }
  const climbs = rungs.some(({ kind }) => kind === 'propose') ? climbsOf(state) : fired;
  return rungs.filter(
    (rung) => !fired.has(rung.key) && !isProposed(rung, climbs) && rung.fireAt >= (reached.get(limitOf(rung)) ?? ''),
  );
}

/** The rungs that have fired, whatever the day of their limit; none whose measure was overtaken before anybody decided on it. */
export function climbsOf({ fired, unproposed }: Pick<TaskState, 'fired' | 'unproposed'>): ReadonlySet<string> {
  return new Set(fired.filter((key) => !unproposed.includes(key)).map(withoutDay));
}

/** A measure is proposed once in a climb, though the day has moved since; again where it was overtaken: a suspension had ended it for good. */
export function isProposed({ kind, key }: Pick<PlannedTimer, 'kind' | 'key'>, climbs: ReadonlySet<string>): boolean {
  return kind === 'propose' && climbs.has(withoutDay(key));
}

/** Of the rungs of a group that are due together, after a standstill, only the last is wanted. Two turns of one kind are two groups. */
export function groupOf(rung: PlannedTimer): string {
  return `${limitOf(rung)} ${rung.due} ${rung.climb}`;
}
