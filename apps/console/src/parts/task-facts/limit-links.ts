import { dayInShanghai, daysBetween, periodById, recurrenceSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { termsWord } from '../../telling';
import { EVENT_WORDS } from '../../words/events.words';
import { TASK_WORDS } from '../../words/task.words';

type LimitStand = TaskDetail['limits'][number];
type Move = LimitStand['chain'][number];

/** One of the days that a limit, or a period of it, has had. */
export interface Link {
  readonly key: string;
  readonly day: string;
  /** How the day came about; empty for the first one. */
  readonly note: string;
  /** True for the last one: the others no longer count. */
  readonly counts: boolean;
}

const words = TASK_WORDS.limits;
const MOVES: Readonly<Record<string, string>> = EVENT_WORDS.values.moveKinds;

/** The days that a limit itself has had, the first one first. */
export function limitLinks({ chain }: Pick<LimitStand, 'chain'>): Link[] {
  return linked(
    chain.filter(({ period }) => period === null),
    null,
  );
}

/** A period of a recurring limit that is not due on the day of its rhythm, with the days that it has had. */
interface MovedPeriod {
  readonly period: string;
  readonly links: Link[];
}

/** The periods that were moved by themselves, then those that are owed and were put off by a suspension of the whole limit. */
export function periodLinks(limit: LimitStand): MovedPeriod[] {
  const moved = new Set(limit.chain.flatMap(({ period }) => (period === null ? [] : [period])));
  const alone = [...moved].map((period) => ({
    period,
    links: linked(
      limit.chain.filter((move) => move.period === period),
      ownDay(limit, period),
    ),
  }));
  return [...alone, ...postponed(limit).filter(({ period }) => !moved.has(period))];
}

function postponed(limit: LimitStand): MovedPeriod[] {
  const suspension = limit.chain.findLast(({ kind, period }) => kind === 'suspension' && period === null);
  if (suspension === undefined) return [];
  return limit.openPeriods.flatMap(({ period, due }) => {
    const own = ownDay(limit, period);
    return own === null || own === due
      ? []
      : [{ period, links: linked([{ ...suspension, recurrence: null, due }], own) }];
  });
}

/** @param first the day before every move, where the chain does not begin with it */
function linked(moves: readonly Move[], first: string | null): Link[] {
  const before = first === null ? [] : [{ key: 'first', day: first, note: '' }];
  const after = moves.map((move, index) => ({
    // A command may move a limit and something else in the same moment, never one limit twice.
    key: move.since,
    day: termsWord(move) ?? words.dateRemoved,
    note: noteOf(move, index === 0 ? first : (moves[index - 1]?.due ?? null)),
  }));
  const links = [...before, ...after];
  return links.map((link, index) => ({ ...link, counts: index === links.length - 1 }));
}

function noteOf({ kind, due, since, reason, people }: Move, former: string | null): string {
  if (kind === 'set') return '';
  if (kind === 'suspension' && former !== null && due !== null) return words.postponed(daysBetween(former, due));
  const moved = words.moved(dayInShanghai(since), MOVES[kind] ?? kind, reason);
  if (people === null) return moved;
  const { askedBy, approvedBy, askedFor } = people;
  if (approvedBy === null) return words.onePerson(moved, askedBy);
  return words.people(moved, askedFor === null ? askedBy : words.askedFor(askedFor.name, askedBy), approvedBy);
}

/** The day that the rhythm itself gives a period; null where the rhythm has become another since. */
function ownDay({ recurrence, dueOn }: LimitStand, period: string): string | null {
  try {
    return periodById({ every: recurrenceSchema.parse(recurrence), dueOn, firstYear: null }, period).due;
  } catch {
    return null;
  }
}
