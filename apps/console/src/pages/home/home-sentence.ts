import { type Answer } from '../../api/answer';
import { HOME_WORDS } from '../../words/home.words';

const words = HOME_WORDS.sentence;

/** The first sentence of the home. */
interface Sentence {
  /** How much is late, and for how long; null for nothing. */
  readonly late: string | null;
  /** The rest of it. */
  readonly rest: string;
}

type Counted = Pick<Answer<'/api/home'>, 'late' | 'toDo' | 'total' | 'overClock' | 'rows'>;

/**
 * What the home says first: how much is late and for how long, and how much waits; of what others wait for, how long the oldest has. Each
 * figure is of rows below it, or says that it is not.
 */
export function sentenceOf(home: Counted): Sentence {
  const { late, toDo, rows, overClock } = home;
  const waiting = waitingWords(home);
  if (late !== null && late.tasks > 0) return { late: lateWords(late), rest: restWords(home, late, waiting) };
  if (toDo.tasks === 0) return { late: null, rest: late === null ? words.none : words.noneLate };
  // “没有逾期” beside a day of the reader's own that is over would be read as all in time.
  if (late !== null) return { late: null, rest: overClock > 0 ? `${waiting}${words.end}` : words.inTime(waiting) };
  // The oldest is first. One that came today has waited for no day.
  const waited = Math.max(0, ...rows.map(({ since }) => since?.workingDays ?? 0));
  return { late: null, rest: waited === 0 ? `${waiting}${words.end}` : words.since(waiting, waited) };
}

function lateWords(late: NonNullable<Counted['late']>): string {
  return words.late(HOME_WORDS.tasks(late.tasks, late.isFloor), late.workingDays);
}

function restWords({ toDo }: Counted, late: NonNullable<Counted['late']>, waiting: string): string {
  // Nothing waits, so nothing of what is late does: it need not be said twice.
  const resting = toDo.tasks === 0 || late.isFloor || late.resting === 0 ? '' : words.resting(late.resting);
  return `${resting}${toDo.tasks === 0 ? words.endOfLate : words.and(waiting)}`;
}

/** How many rows wait for the reader, of how many of them the own day is over, and how many rows wait for nothing of theirs. */
function waitingWords({ toDo, total, overClock }: Counted): string {
  const over = overClock === 0 ? '' : words.over(overClock);
  const others = total.isFloor || total.tasks === toDo.tasks ? '' : words.listedToo(total.tasks - toDo.tasks);
  return `${words.waiting(HOME_WORDS.tasks(toDo.tasks, toDo.isFloor))}${over}${others}`;
}

/** True where the counts by kind hold a task more than once: the rows below have it once. */
export function countsTwice({ waits, total }: Pick<Answer<'/api/home'>, 'waits' | 'total'>): boolean {
  return waits.reduce((sum, { tasks }) => sum + tasks, 0) > total.tasks;
}
