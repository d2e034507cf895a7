import {
  AGGREGATES,
  compileCalendar,
  type Day,
  dayInShanghai,
  DEFAULT_POLICY,
  inboxChange,
  isOfGroup,
  type NewEntry,
  type TaskState,
  TASK_ACTS,
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
  let settledBy: (readonly [commandId: string, entry: NewEntry])[] = [];
  for (const [index, event] of story.history.entries()) {
    const after: TaskState | null = AGGREGATES.task.evolve(state, event, story.history.slice(0, index));
    if (after === null) throw new Error('a story begins with its draft');
    const { settled, revived, entries } = inboxChange(event, state, after);
    const again = settledBy.filter(
      ([id, entry]) => id === revived?.commandId && revived.groups.some((group) => isOfGroup(entry, group)),
    );
    settledBy = settledBy.filter((each) => !again.includes(each));
    open = [...open, ...again.map(([, entry]) => entry)];
    const ended = (entry: NewEntry) => settled.some((group) => isOfGroup(entry, group));
    const { commandId } = event.metadata;
    settledBy = [...settledBy, ...open.filter(ended).map((entry) => [commandId, entry] as const)];
    open = [...open.filter((entry) => !ended(entry)), ...entries];
    state = after;
  }
  return open;
}

const calendar = compileCalendar(SAMPLE_CALENDAR);
const rungBody = TASK_ACTS['task.fire-rung'].command;

/** A story after days in which nobody acts but the engine: every reminder goes out on its day. */
export function passedTo(story: TaskStory, day: Day): TaskStory {
  const [next] = story.state === null ? [] : dueBy(story.state, day);
  if (!next) return story.on(day);
  const fireDay = dayInShanghai(next.fireAt);
  const then = story.on(fireDay > story.today ? fireDay : story.today);
  return passedTo(then.after('task.fire-rung', rungBody.parse(next.body), { by: PEOPLE.engine }), day);
}

function dueBy(state: TaskState, day: Day) {
  return timersOfTask(TASK_ID, state, calendar, DEFAULT_POLICY)
    .filter(({ act, fireAt }) => act === 'task.fire-rung' && dayInShanghai(fireAt) <= day)
    .sort((one, other) => (one.fireAt < other.fireAt ? -1 : 1));
}
