import { type CompiledCalendar, type Day, dayInShanghai } from '../calendar';
import {
  type Ladder,
  lastNoticeBy,
  noticeAfter,
  type OpenLimit,
  type PlannedTimer,
  planTimers,
  type RungKind,
  timerIdOf,
  withoutDay,
} from '../ladder';
import { type Rules } from '../shared/circumstances';
import { clockOf, clockRungKey } from './clock-rung';
import { CLOCKED, type Holder, holdersOf } from './holders';
import { workingLanes } from './lanes';
import { comingPeriod, openOfWorking } from './obligations';
import { isRunning } from './status';
import { type Obligation } from './task.parts';
import { type TaskState } from './task.state';

/** So many periods ahead are looked through for one that has a rung: in a long holiday a daily duty has none. */
const PERIODS_AHEAD = 60;

/** What goes up one ladder: what is open, and how the rungs of it are named. */
interface Climbers {
  readonly limits: readonly OpenLimit[];
  readonly ladder: Ladder;
  readonly calendar: CompiledCalendar;
  readonly named: (rung: PlannedTimer) => PlannedTimer;
}

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
  const fired = new Set(state.fired);
  const known = dayInShanghai(state.recordedAt);
  const climbers = owedBy(state, known, calendar, ladder);
  const rungs = [...plan(taskId, state, climbers), ...ahead(taskId, state, climbers)];
  return [...withoutPassed(rungs, fired), ...nextNotices(taskId, state, climbers, rungs)];
}

/** What a task's working lanes owe. */
function owedBy(state: TaskState, by: Day, calendar: CompiledCalendar, ladder: Ladder): Climbers {
  const limits = isRunning(state) ? openOfWorking(state, by) : [];
  return { limits, ladder, calendar, named: (rung) => rung };
}

/** The rungs of a ladder, whether or not they have fired. */
function plan(
  taskId: string,
  state: TaskState,
  { limits, ladder, calendar, named }: Climbers,
): readonly PlannedTimer[] {
  return withoutAbove(state, planTimers({ taskId, round: state.round, limits, calendar, ladder })).map(named);
}

/** A holder whose clock is none of a limit, with the rungs of that clock that have not fired. */
export interface ClockRungs {
  readonly holder: Holder;
  readonly rungs: readonly PlannedTimer[];
}

/** The rungs of the clocks of holders that have not fired. */
export function clockRungsOf(taskId: string, state: TaskState, rules: Rules): readonly ClockRungs[] {
  const fired = new Set(state.fired);
  return clocks(taskId, state, rules).map(({ holder, climbers }) => {
    const rungs = plan(taskId, state, climbers);
    return { holder, rungs: [...withoutPassed(rungs, fired), ...nextNotices(taskId, state, climbers, rungs)] };
  });
}

function clocks(taskId: string, state: TaskState, rules: Rules) {
  const { calendar, policy } = rules;
  return holdersOf(state, rules).flatMap((holder) => {
    const { kind, lane, due } = holder;
    if (due === null || !CLOCKED.includes(kind)) return [];
    const ladder = lane === null ? policy.ladders.holders : policy.ladders.replies;
    const named = (rung: PlannedTimer): PlannedTimer => {
      const key = clockRungKey(state.round, holder, rung.rungId, due);
      return { ...rung, key, timerId: timerIdOf(taskId, key) };
    };
    const climbers: Climbers = { limits: [clockLimit(holder, due)], ladder, calendar, named };
    return [{ holder, climbers }];
  });
}

/** A holder's clock in the place of a limit. */
function clockLimit({ kind, lane, since, number }: Holder, due: Day): OpenLimit {
  return { ...clockOf(kind, lane), due, armedAt: since, climb: number };
}

/** Every rung that a state asks for by some rules and that has not fired. */
export function openRungs(state: TaskState, rules: Rules): readonly PlannedTimer[] {
  return [
    ...rungsOfTask('', state, rules.calendar, rules.policy.ladders.limits),
    ...clockRungsOf('', state, rules).flatMap(({ rungs }) => rungs),
  ];
}

/** Every rung that a state has by some rules, whether or not it has fired; of notices the last that has. */
export function everyRung(state: TaskState, { calendar, policy }: Rules): readonly PlannedTimer[] {
  const own = owedBy(state, dayInShanghai(state.recordedAt), calendar, policy.ladders.limits);
  const all = [own, ...clocks('', state, { calendar, policy }).map(({ climbers }) => climbers)];
  const fired = new Set(state.fired);
  return [
    ...ahead('', state, own),
    ...all.flatMap((climbers) => plan('', state, climbers)),
    ...all.flatMap((climbers) =>
      climbers.limits.flatMap((limit) => lastNoticeFired('', state, climbers, limit, fired)?.rung ?? []),
    ),
  ];
}

/** The next notice of each delay that has come to the end of its ladder. One under a request for more time waits. */
function nextNotices(
  taskId: string,
  state: TaskState,
  climbers: Climbers,
  rungs: readonly PlannedTimer[],
): readonly PlannedTimer[] {
  const { notices } = climbers.ladder;
  if (notices === null) return [];
  const fired = new Set(state.fired);
  const open = new Set(withoutPassed(rungs, fired).map(limitOf));
  const input = inputOf(taskId, state, climbers);
  return longestOwed(climbers.limits).flatMap((limit) => {
    if (limit.held || open.has(limitOf(limit))) return [];
    const noticeOf = (days: number) => withoutAbove(state, noticeAfter(days, limit, input)).map(climbers.named);
    let days = lastNoticeBy(dayInShanghai(state.recordedAt), limit, input) ?? notices.from;
    let next = noticeOf(days);
    // Where lateness counts from a later day since, those that went out by the former one do not go out again.
    while (next.some(({ key }) => fired.has(key))) next = noticeOf((days += notices.every));
    return next;
  });
}

/** Of the periods of a recurring limit the one that is owed longest: a daily duty had been told again for each of its days. */
function longestOwed(limits: readonly OpenLimit[]): readonly OpenLimit[] {
  const oldest = new Map<string, OpenLimit>();
  for (const limit of limits) {
    const duty = `${limit.lane} ${limit.limitId}`;
    const known = oldest.get(duty);
    if (!known || limit.due < known.due) oldest.set(duty, limit);
  }
  return [...oldest.values()];
}

/** The last notice of a delay that went out. Those before it may have been left out in a standstill. */
function lastNoticeFired(
  taskId: string,
  state: TaskState,
  climbers: Climbers,
  limit: OpenLimit,
  fired: ReadonlySet<string>,
): { readonly days: number; readonly rung: PlannedTimer } | null {
  const { notices } = climbers.ladder;
  if (notices === null) return null;
  const input = inputOf(taskId, state, climbers);
  const latest = lastNoticeBy(dayInShanghai(state.recordedAt), limit, input);
  for (let days = latest ?? 0; days >= notices.from; days -= notices.every) {
    const [rung] = noticeAfter(days, limit, input).map(climbers.named);
    if (rung && fired.has(rung.key)) return { days, rung };
  }
  return null;
}

/** The notice that is due by a day, for one that was planned before a standstill: of those missed only the last is told. */
export function noticeDue(
  state: TaskState,
  { obligation, holder, unit, climb }: NoticeOf,
  today: Day,
  { calendar, policy }: Rules,
): string | null {
  const all = [
    owedBy(state, today, calendar, policy.ladders.limits),
    ...clocks('', state, { calendar, policy }).map(({ climbers }) => climbers),
  ];
  const subject = obligation ?? clockOf(holder ?? '', unit);
  for (const climbers of all) {
    const limit = climbers.limits.find((each) => limitOf(each) === limitOf(subject) && each.climb === climb);
    const days = limit && lastNoticeBy(today, limit, inputOf('', state, climbers));
    if (days !== undefined && days !== null) return `notice-${String(days)}`;
  }
  return null;
}

/** What a notice is about, as it is fired. */
interface NoticeOf {
  readonly obligation: Obligation | null;
  readonly holder: string | null;
  readonly unit?: string | undefined;
  readonly climb: number;
}

function inputOf(taskId: string, { round }: TaskState, { calendar, ladder }: Climbers) {
  return { taskId, round, calendar, ladder };
}

/** Rungs that tell others of a unit's delay: a supporting unit that is late is shown to its lead, and nobody above. */
const ABOVE_THE_UNIT: readonly RungKind[] = ['escalate', 'propose', 'notice'];

function withoutAbove({ lanes }: TaskState, rungs: readonly PlannedTimer[]): readonly PlannedTimer[] {
  const supports = new Set(lanes.filter(({ role }) => role === 'support').map(({ unitId }) => unitId));
  return rungs.filter(({ lane, kind }) => !supports.has(lane) || !ABOVE_THE_UNIT.includes(kind));
}

/** The rungs of the next period that has some, of each recurring limit and lane. */
function ahead(taskId: string, state: TaskState, climbers: Climbers): readonly PlannedTimer[] {
  if (!isRunning(state)) return [];
  const known = dayInShanghai(state.recordedAt);
  return workingLanes(state).flatMap((lane) =>
    state.limits.flatMap((limit) => {
      let after = known;
      for (let passed = 0; passed < PERIODS_AHEAD; passed += 1) {
        const coming = comingPeriod(state, limit, lane, after);
        if (coming === null || coming.from === null) return [];
        const rungs = plan(taskId, state, { ...climbers, limits: [coming] });
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
  return rungs.filter(
    (rung) => !fired.has(rung.key) && !isProposed(rung, fired) && rung.fireAt >= (reached.get(limitOf(rung)) ?? ''),
  );
}

/** A measure is proposed once in a climb, though the day has moved since. */
export function isProposed({ kind, key }: Pick<PlannedTimer, 'kind' | 'key'>, fired: Iterable<string>): boolean {
  if (kind !== 'propose') return false;
  const known = withoutDay(key);
  for (const each of fired) if (withoutDay(each) === known) return true;
  return false;
}

function limitOf({ lane, limitId, period }: Obligation): string {
  return `${lane} ${limitId} ${period ?? ''}`;
}

/** Of the rungs of a group that are due together, after a standstill, only the last is wanted. */
export function groupOf(rung: PlannedTimer): string {
  return `${limitOf(rung)} ${rung.due}`;
}
