import {
  addWorkingDays,
  type CompiledCalendar,
  type Day,
  dayInShanghai,
  rollForward,
  shanghaiInstant,
  workingDaysBetween,
} from '../calendar';
import { type PlannedTimer, rankOf, type RungKind } from '../ladder';
import { type Rules } from '../shared/circumstances';
import { type MovedClock } from './events/rules-moved.event';
import { awaitedAnswers } from './instructions';
import { termsOf } from './limits';
import { isDone, owes } from './obligations';
import { type Holder, holdersOf } from './holders';
import { type LimitState, type TaskState, type TurnKind } from './task.state';
import { everyRung, openRungs } from './rungs';
import { type TaskEvent } from './task-act';

/**
 * The rungs that other rules have for what went out already: due before, and no harder than the hardest that was told. Somebody who was
 * escalated at five days is not urged again because the new ladder urges at two, and one who was only urged is escalated at once where
 * that is due by now.
 */
export function passedRungs(state: TaskState, old: Rules, next: Rules, now: string): readonly string[] {
  const fired = new Set(state.fired);
  const hardest = new Map<string, number>();
  for (const rung of everyRung(state, old)) {
    if (fired.has(rung.key)) hardest.set(subjectOf(rung), Math.max(rankOf(rung), hardest.get(subjectOf(rung)) ?? 0));
  }
  return everyRung(state, next)
    .filter(
      (rung) => !fired.has(rung.key) && rung.fireAt <= now && rankOf(rung) <= (hardest.get(subjectOf(rung)) ?? -1),
    )
    .map(({ key }) => key);
}

/**
 * The hardest rung that goes out by the end of the day if a task goes on under other rules now, and would not by its own; null where that
 * changes nothing today. Of several of one obligation only the last counts, as after a standstill.
 */
export function hardestRungOfToday(state: TaskState, old: Rules, next: Rules, now: string): RungKind | null {
  const night = shanghaiInstant(dayInShanghai(now), '23:59');
  const passed = passedRungs(state, old, next, now);
  const today = lastRungs({ ...state, fired: [...state.fired, ...passed] }, next, night);
  const anyway = new Map(lastRungs(state, old, night).map((rung) => [subjectOf(rung), rung.kind]));
  const fresh = today.filter((rung) => anyway.get(subjectOf(rung)) !== rung.kind);
  const [hardest] = fresh.sort((one, other) => rankOf(other) - rankOf(one));
  return hardest?.kind ?? null;
}

/** The kinds of holders whose clock has run out before a day by other rules, and has not by its own. */
export function clocksRunOutBy(state: TaskState, old: Rules, next: Rules, today: Day): readonly TurnKind[] {
  const before = holdersOf(state, old).map((holder) => isOver(holder, today));
  const late = holdersOf(state, next).filter((holder, index) => isOver(holder, today) && before[index] !== true);
  return [...new Set(late.map(({ kind }) => kind))];
}

function isOver({ due }: Holder, today: Day): boolean {
  return due !== null && due < today;
}

/** The last rung of each obligation and clock that is due by a moment and has not gone out. */
function lastRungs(state: TaskState, rules: Rules, until: string): PlannedTimer[] {
  const last = new Map<string, PlannedTimer>();
  const due = openRungs(state, rules).filter(({ fireAt }) => fireAt <= until);
  for (const rung of due) {
    const known = last.get(subjectOf(rung));
    if (!known || known.fireAt < rung.fireAt) last.set(subjectOf(rung), rung);
  }
  return [...last.values()];
}

/** What a rung is of: an obligation or a holder’s clock, whatever its day. */
function subjectOf({ lane, limitId, period, climb }: PlannedTimer): string {
  return [lane, limitId, period ?? '', climb].join(' ');
}

/**
 * The moves of days that were counted, by a calendar that counts otherwise (民法典 art. 203). Working days that are left today stay as many;
 * a counted day that is off by now rolls on. Named days do not move, and neither does a day that is over.
 */
export function countedMoves(
  state: TaskState,
  [from, to]: readonly [CompiledCalendar, CompiledCalendar],
  reason: string,
  now: string,
): readonly TaskEvent[] {
  const today = dayInShanghai(now);
  return state.limits.flatMap((limit): readonly TaskEvent[] => {
    const { due, countedIn } = limit;
    if (due === null || countedIn === undefined || due <= today || !isStillOwed(state, limit)) return [];
    const day = countedIn === 'working-day' ? samePaceFrom(today, due, [from, to]) : rollForward(due, to);
    if (day === due) return [];
    const terms = termsOf(limit);
    const move = { from: terms, to: { ...terms, due: day }, kind: 'calendar', reason, cause: null } as const;
    return [{ type: 'limit.moved', data: { limitId: limit.limitId, period: null, ...move } }];
  });
}

/**
 * The last days of decisions and answers by other rules. A decision has as many working days from its request as they say. A day that the old
 * rules had given for an answer keeps the working days that are left today; one that a leader named does not move, and neither does one that
 * is over. Publishing 春节 had left both in the holidays.
 */
export function movedClocks(state: TaskState, old: Rules, next: Rules, now: string): readonly MovedClock[] {
  return [...movedDecisions(state, next), ...movedAnswers(state, [old.calendar, next.calendar], dayInShanghai(now))];
}

function movedDecisions(state: TaskState, next: Rules): readonly MovedClock[] {
  return holdersOf(state, next).flatMap(({ proposalId, due }) => {
    const from = state.proposals.find((proposal) => proposal.proposalId === proposalId)?.decideBy;
    if (proposalId === undefined || from === undefined || due === null || due === from) return [];
    return [{ kind: 'decide', id: proposalId, from, to: due }];
  });
}

function movedAnswers(
  state: TaskState,
  calendars: readonly [CompiledCalendar, CompiledCalendar],
  today: Day,
): readonly MovedClock[] {
  const awaited = new Set(awaitedAnswers(state).map(({ instruction }) => instruction));
  return [...awaited].flatMap(({ instructionId: id, answerBy: from, countedIn }) => {
    if (countedIn === undefined || from <= today) return [];
    const to = samePaceFrom(today, from, calendars);
    return to === from ? [] : [{ kind: 'answer', id, from, to }];
  });
}

function samePaceFrom(today: Day, due: Day, [from, to]: readonly [CompiledCalendar, CompiledCalendar]): Day {
  return addWorkingDays(today, workingDaysBetween(today, due, from), to);
}

function isStillOwed({ lanes }: TaskState, limit: LimitState): boolean {
  return limit.recurrence === null && lanes.some((lane) => owes(limit, lane) && !isDone(limit, lane.unitId, null));
}
