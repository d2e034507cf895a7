import fc from 'fast-check';
import {
  actOf,
  anyMove,
  circumstancesOf,
  type Move,
  type NaiveEvent,
  noTask,
  PEOPLE,
  play,
  rungsThatShouldHaveGoneOut,
  type TaskInput,
  TASK_ID,
  type TaskStory,
} from '../../testing';
import { addDays, type Day, dayInShanghai } from '../calendar';
import { DEFAULT_LADDER, DEFAULT_POLICY } from '../ladder';
import { timersOfTask } from './task.timers';
import { fireRung } from './acts/fire-rung.act';

/** Histories that are compared: many more by hand than in every run. */
const RUNS = Number(process.env['TAIZHANG_HISTORIES'] ?? 200);
const MOST_MOVES = 30;
const { calendar } = circumstancesOf(PEOPLE.engine);

/** A rung that went out: on which day, and which. */
type Told = string;

/** Timers of units that are due by the end of a day, the earliest first. */
function dueBy(story: TaskStory, day: Day) {
  if (story.state === null) return [];
  return timersOfTask(TASK_ID, story.state, calendar, DEFAULT_POLICY)
    .filter(({ fireAt }) => dayInShanghai(fireAt) <= day)
    .sort((one, other) => (one.fireAt < other.fireAt ? -1 : 1));
}

/** Lets time pass up to a day with the engine awake: every timer fires on its own day, in order. */
function pass(story: TaskStory, day: Day, told: Told[]): TaskStory {
  let now = story;
  for (let [next] = dueBy(now, day); next; [next] = dueBy(now, day)) {
    const today = dayInShanghai(next.fireAt) > now.today ? dayInShanghai(next.fireAt) : now.today;
    const body = next.act === fireRung.type ? rungBody.parse(next.body) : {};
    now = now
      .on(today)
      .after(next.act === fireRung.type ? 'task.fire-rung' : 'task.resume', body, { by: PEOPLE.engine });
    if (next.act === fireRung.type) told.push(toldOf(dayInShanghai(next.fireAt), rungBody.parse(next.body)));
  }
  return now.on(day);
}

const rungBody = fireRung.command;

function toldOf(day: Day, { obligation, holder, unit, rung, due }: TaskInput<'task.fire-rung'>): Told {
  const { lane, limitId, period } = obligation ?? { lane: unit, limitId: holder, period: null };
  return [day, lane ?? '-', limitId ?? '-', period ?? '-', rung.rungId, due].join(' ');
}

/** Plays a story with time passing between its moves. */
function lived(moves: readonly Move[]): { readonly story: TaskStory; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const story = moves.reduce<TaskStory>((before, move) => {
    const now = pass(before, addDays(before.today, move.days), told);
    if (actOf(now, move) === 'task.fire-rung') return now;
    const outcome = play(now, { ...move, days: 0 });
    return outcome.result.kind === 'events' ? outcome.next : now;
  }, noTask);
  return { story, told };
}

const RUNGS = new Set(DEFAULT_LADDER.rungs.map(({ rungId }) => rungId));

function expectedOf({ history, today }: TaskStory): readonly Told[] {
  const events = history.map((event): NaiveEvent => {
    const { recordedAt, commandId } = event.metadata;
    return { ...event, recordedAt, commandId };
  });
  return rungsThatShouldHaveGoneOut(events, `${today}T01:00:00.000Z`, calendar).flatMap((rung) =>
    RUNGS.has(rung.rungId)
      ? [
          [
            dayInShanghai(rung.at),
            rung.lane ?? '-',
            rung.limitId ?? rung.holder?.split(' ')[0] ?? 'reply',
            rung.period ?? '-',
            rung.rungId,
            rung.due,
          ].join(' '),
        ]
      : [],
  );
}

const anyLife = fc.array(
  anyMove.map((move) => ({ ...move, days: move.days % 18 })),
  { minLength: 6, maxLength: MOST_MOVES, size: 'max' },
);

describe('the planner', () => {
  it(`tells the same units of the same rungs on the same days as the naive reading (${String(RUNS)} random histories)`, () => {
    fc.assert(
      fc.property(anyLife, (moves) => {
        const { story, told } = lived(moves);
        expect([...told].sort()).toEqual([...expectedOf(story)].sort());
      }),
      { numRuns: RUNS },
    );
  });
});
