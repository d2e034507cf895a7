import { type CompiledCalendar, type Day, dayInShanghai, workingDaysBetween } from '../calendar';
import { type TaskState, type TurnKind } from './task.state';
import { BESIDE } from './turns';

/** How long somebody held a task: a unit by its answers or its work, the office, who checks or closes; or nobody, while it was suspended. */
export interface Held {
  readonly kind: TurnKind;
  /** The unit; null where it was no unit's turn. */
  readonly lane: string | null;
  /** Those after the day on which a turn came, up to and with the one on which it went, or today. */
  readonly workingDays: number;
}

/** Who held a task how long until a day, each kind of turn once for a unit, in the order in which they came first. */
export function heldOf(
  { spans, turns }: Pick<TaskState, 'spans' | 'turns'>,
  today: Day,
  calendar: CompiledCalendar,
): readonly Held[] {
  const held = new Map<string, Held>();
  const add = (kind: TurnKind, lane: string | null, from: Day, to: Day) => {
    const key = `${kind} ${lane ?? ''}`;
    const known = held.get(key)?.workingDays ?? 0;
    held.set(key, { kind, lane, workingDays: known + workingDaysBetween(from, to, calendar) });
  };
  for (const { kind, lane, from, to } of spans) add(kind, lane, from, to);
  for (const { kind, lane, since } of turns) {
    if (!BESIDE.includes(kind)) add(kind, lane, dayInShanghai(since), today);
  }
  return [...held.values()];
}

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

/** The day on which a task came into somebody's hands first; null before it is on the account. */
export function heldFrom({ spans, turns }: Pick<TaskState, 'spans' | 'turns'>): Day | null {
  const days = [...spans.map(({ from }) => from), ...turns.map(({ since }) => dayInShanghai(since))];
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** A day on which turns came or went: by how many more ended on it than began. Sums of these give the days that many tasks were held. */
export interface HeldChange {
  /** The unit whose turn it was; where it was no unit's, the kind of turn. */
  readonly holder: string;
  readonly day: Day;
  readonly net: number;
}

/** The beginnings and ends of a task's turns, and of its requests' waiting beside them; none of an entry that was a mistake. */
export function heldChanges(state: Pick<TaskState, 'spans' | 'turns' | 'ended' | 'proposals'>): readonly HeldChange[] {
  return state.ended === 'voided' ? [] : [...turnChanges(state), ...decisionChanges(state)];
}

function turnChanges({ spans, turns }: Pick<TaskState, 'spans' | 'turns'>): readonly HeldChange[] {
  return [
    ...spans.flatMap(({ kind, lane, from, to }) => [
      { holder: lane ?? kind, day: from, net: -1 },
      { holder: lane ?? kind, day: to, net: 1 },
    ]),
    ...turns
      .filter(({ kind }) => !BESIDE.includes(kind))
      .map(({ kind, lane, since }) => ({ holder: lane ?? kind, day: dayInShanghai(since), net: -1 })),
  ];
}

function decisionChanges({ proposals }: Pick<TaskState, 'proposals'>): readonly HeldChange[] {
  return proposals.flatMap(({ on, decided }) => [
    { holder: 'decide', day: on, net: -1 },
    ...(decided === null ? [] : [{ holder: 'decide', day: decided.on, net: 1 }]),
  ]);
}

/** How many working days each holder had, by the beginnings and ends of all its turns; those that go on count up to today. */
export function heldInAll(
  changes: readonly HeldChange[],
  today: Day,
  calendar: CompiledCalendar,
): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  // A turn that ended on day e and began on day b held the working days up to e less those up to b, whichever day they are counted from.
  for (const { holder, day, net } of changes) {
    days.set(holder, (days.get(holder) ?? 0) - net * workingDaysBetween(day, today, calendar));
  }
  return days;
}
