import fc from 'fast-check';
import { anyMoves, circumstancesOf, noTask, PEOPLE, play, type TaskStory } from '../../testing';
import { AGGREGATES } from '../aggregates';
import { DEFAULT_POLICY } from '../policy';
import { holdersOf, ON_ACCOUNT } from '.';

/** How many commands are thrown at tasks. A million of them are to take a minute at most: TAIZHANG_COMMANDS=1000000. */
const COMMANDS = Number(process.env['TAIZHANG_COMMANDS'] ?? 40_000);
const SEED = Number(process.env['TAIZHANG_SEED'] ?? 20_250_303);
const STORIES_AT_ONCE = 100;

/** A command and what becomes of the task: a refusal leaves it as it is. */
function told(story: TaskStory, move: Parameters<typeof play>[1]): TaskStory {
  const outcome = play(story, move);
  return outcome.result.kind === 'events' ? outcome.next : story;
}

/** Plays random stories until so many commands were sent. @returns how each task stood in the end */
function tasksAfter(commands: number): TaskStory[] {
  const stories: TaskStory[] = [];
  let sent = 0;
  for (let seed = SEED; sent < commands; seed += 1) {
    for (const moves of fc.sample(anyMoves, { numRuns: STORIES_AT_ONCE, seed })) {
      sent += moves.length;
      stories.push(moves.reduce<TaskStory>(told, noTask));
    }
  }
  return stories;
}

describe('the rules of a task', () => {
  it(`answer ${COMMANDS} random commands (seed ${SEED}), and each task stands as its events tell it, in somebody’s hands`, () => {
    const { calendar } = circumstancesOf(PEOPLE.engine);
    const rules = { calendar, policy: DEFAULT_POLICY };
    const open = new Set<string>();
    for (const { state, history } of tasksAfter(COMMANDS)) {
      expect(AGGREGATES.task.fold(history)).toEqual(state);
      if (state === null || !ON_ACCOUNT.includes(state.status)) continue;
      open.add(state.status);
      expect(holdersOf(state, rules).some(({ due }) => due !== null)).toBe(true);
    }
    expect([...open].sort()).toEqual([...ON_ACCOUNT].sort());
  });
});
