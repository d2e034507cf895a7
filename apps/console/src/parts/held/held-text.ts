import { type Day, dayInShanghai } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { WORDS } from '../../words';
import { today } from '../../forms/today';
import { daysWord, isOver } from '../days-word';
import { type Lane } from '../lanes';

type Holder = TaskDetail['holders'][number];
type Held = NonNullable<TaskDetail['held']>;

const words = WORDS.parts.held;
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

/** What one holder does, since when and until when. */
export interface HolderLine {
  readonly key: string;
  readonly text: string;
  /** How much of its time is left or over; null: it has no day. */
  readonly days: string | null;
  readonly late: boolean;
}

/** A suspension, a proposal and an instruction say their own day. */
const OWN_LINE: readonly Holder['kind'][] = ['suspended', 'decide', 'answer'];

/** Whoever has a task in hand. */
export function holderLines(
  holders: readonly Holder[],
  lanes: readonly Lane[] = [],
  on: Day = today(),
): readonly HolderLine[] {
  return holders
    .filter(({ kind }) => !OWN_LINE.includes(kind))
    .map((holder) => {
      const { kind, unit, since, due, remainingWorkingDays: left } = holder;
      const key = `${kind} ${unit?.unitId ?? ''}`;
      return {
        key,
        text: lineOf(holder, dayInShanghai(since), due, lanes),
        days: left === null || due === null ? null : daysWord(left, due, on),
        late: left !== null && due !== null && isOver(left, due, on),
      };
    });
}

function lineOf(holder: Holder, since: string, due: string | null, lanes: readonly Lane[]): string {
  if (holder.kind === 'review') return words.review(since, due ?? '');
  const name = turnName(holder);
  if (due !== null) return due < since ? words.untilPast(name, since, due) : words.until(name, since, due);
  const line = words.holds(name, since);
  const lane = lanes.find(({ unit }) => unit.unitId === holder.unit?.unitId);
  const isDone = holder.kind === 'work' && lane !== undefined && lane.owed.length === 0 && lane.doneSince.length > 0;
  return isDone ? words.allDone(line) : line;
}
