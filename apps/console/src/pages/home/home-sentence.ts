import { type Answer, type HomeRow } from '../../api/answer';
import { HOME_WORDS } from '../../words/home.words';

const words = HOME_WORDS.sentence;

/** The first sentence of the home. */
interface Sentence {
  /** How much is late, and for how long; null for nothing. */
  readonly late: string | null;
  /** The rest of it. */
  readonly rest: string;
}

/** What the home says first: how much is late and for how long, and how much waits; of what others wait for, how long the oldest has. */
export function sentenceOf({ late, toDo, rows }: Pick<Answer<'/api/home'>, 'late' | 'toDo' | 'rows'>): Sentence {
  const waiting = words.waiting(HOME_WORDS.tasks(toDo.tasks, toDo.isFloor));
  if (late !== null && late.tasks > 0) {
    const said = words.late(HOME_WORDS.tasks(late.tasks, late.isFloor), late.workingDays);
    return { late: said, rest: toDo.tasks === 0 ? words.end : words.and(waiting) };
  }
  if (toDo.tasks === 0) return { late: null, rest: late === null ? words.none : words.noneLate };
  if (late !== null)
    return { late: null, rest: rows.some(isOverdue) ? `${waiting}${words.end}` : words.inTime(waiting) };
  // The oldest is first. One that came today has waited for no day.
  const waited = Math.max(0, ...rows.map(({ since }) => since?.workingDays ?? 0));
  return { late: null, rest: waited === 0 ? `${waiting}${words.end}` : words.since(waiting, waited) };
}

/** An answer to an assignment that is late is no task that is late; “nothing is late” above it was untrue all the same. */
function isOverdue({ lamp }: HomeRow): boolean {
  return lamp === 'late';
}

/** True where the counts by kind hold a task more than once: the rows below have it once. */
export function countsTwice({ waits, total }: Pick<Answer<'/api/home'>, 'waits' | 'total'>): boolean {
  return waits.reduce((sum, { tasks }) => sum + tasks, 0) > total.tasks;
}
