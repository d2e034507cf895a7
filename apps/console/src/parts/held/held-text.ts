import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';

type Holder = TaskDetail['holders'][number];
type Held = NonNullable<TaskDetail['held']>;

const words = WORDS.parts.held;
/** A unit at work has its limits beside; a suspension and a proposal say their own day. */
const BESIDE: readonly Holder['kind'][] = ['work', 'suspended', 'decide'];
/** Turns of the office. */
const OFFICE: readonly Holder['kind'][] = ['assign', 'reassign'];

/** Whoever has a turn, with what is done in it: a unit by its name, the office; checks and closings by their word. */
export function turnName({ kind, unit }: Pick<Holder, 'kind' | 'unit'>): string {
  const who = unit?.name ?? (OFFICE.includes(kind) ? words.office : '');
  return `${who}${WORDS.terms.turns[kind]}`;
}

/** Who had a task in hand how long; null before it is on the account. */
export function heldText(held: Held | null): string | null {
  if (held === null) return null;
  const parts = held.by.map((part) => words.part(turnName(part), part.workingDays));
  return words.since(held.from, parts.join(words.and));
}

/** By when each holder is to do its part: those that have a day, the latest of them first. */
export function clocksOf(holders: readonly Holder[]): readonly string[] {
  return holders.flatMap((holder) => {
    const { kind, due, remainingWorkingDays: left } = holder;
    if (due === null || left === null || BESIDE.includes(kind)) return [];
    const days = left > 0 ? words.left(left) : left === 0 ? words.today : words.late(-left);
    return [kind === 'review' ? words.untilReview(due, days) : words.until(turnName(holder), due, days)];
  });
}
