import {
  AGGREGATES,
  compileCalendar,
  type Day,
  dayInShanghai,
  DEFAULT_POLICY,
  type EntryGroup,
  type Facts,
  inboxChange,
  isOfGroup,
  type NewEntry,
  rollForward,
  type TaskState,
  TASK_ACTS,
  type TaskTimer,
  timersOfTask,
} from '../src';
import { PEOPLE } from './actors';
import { SAMPLE_CALENDAR } from './circumstances';
import { TASK_ID } from './ids';
import { type TaskStory } from './task-stories';

/** What a story has put into inboxes and nothing in it has settled. */
export function openAfter(story: TaskStory): readonly NewEntry[] {
  let state: TaskState | null = null;
  let open: NewEntry[] = [];
  let settledBy: (readonly [commandId: string | null, entry: NewEntry])[] = [];
  for (const [index, event] of story.history.entries()) {
    const after: TaskState | null = AGGREGATES.task.evolve(state, event, story.history.slice(0, index));
    if (after === null) throw new Error('a story begins with its draft');
    const { settled, untrue, revived, entries } = inboxChange(event, state, after);
    const again = settledBy.filter(([id, entry]) =>
      revived.some(({ commandId, groups }) => id === commandId && isOfAny(entry, groups)),
    );
    settledBy = settledBy.filter((each) => !again.includes(each));
    open = [...open, ...again.map(([, entry]) => entry)];
    for (const [id, groups] of [[event.metadata.commandId, settled] as const, [null, untrue] as const]) {
      settledBy = [
        ...settledBy,
        ...open.filter((entry) => isOfAny(entry, groups)).map((entry) => [id, entry] as const),
      ];
      open = open.filter((entry) => !isOfAny(entry, groups));
    }
    open = [...open, ...entries];
    state = after;
  }
  return open;
}

function isOfAny(entry: NewEntry, groups: readonly EntryGroup[]): boolean {
  return groups.some((group) => isOfGroup(entry, group));
}

const calendar = compileCalendar(SAMPLE_CALENDAR);
const rungBody = TASK_ACTS['task.fire-rung'].command;

/**
 * A story after days in which nobody acts but the engine: every reminder goes out on its day.
 * @param facts whom it finds, where that is not the whole sample office
 */
export function passedTo(story: TaskStory, day: Day, facts: Partial<Facts> = {}): TaskStory {
  const next = story.state === null ? undefined : nextOf(dueBy(story.state, story.today, day), story.today);
  if (!next) return story.on(day);
  const then = story.on(goesOutOn(next, story.today));
  return passedTo(then.after('task.fire-rung', rungBody.parse(next.body), { by: PEOPLE.engine, facts }), day, facts);
}

/** Of timers in their order the one that fires next: of several of one group that are due by then, the last. */
export function nextOf(timers: readonly TaskTimer[], today: Day): TaskTimer | undefined {
  const [first] = timers;
  if (first === undefined) return undefined;
  const day = goesOutOn(first, today);
  return timers.findLast(({ group, fireAt }) => group === first.group && dayInShanghai(fireAt) <= day);
}

/** The day on which a timer goes out, seen from a day: a rung that is made up for waits for a working day. */
export function goesOutOn({ act, fireAt }: TaskTimer, today: Day): Day {
  const day = dayInShanghai(fireAt) > today ? dayInShanghai(fireAt) : today;
  return act === 'task.fire-rung' ? rollForward(day, calendar) : day;
}

function dueBy(state: TaskState, today: Day, day: Day) {
  return timersOfTask(TASK_ID, state, calendar, DEFAULT_POLICY)
    .filter((timer) => timer.act === 'task.fire-rung' && goesOutOn(timer, today) <= day)
    .sort((one, other) => (one.fireAt < other.fireAt ? -1 : 1));
}
