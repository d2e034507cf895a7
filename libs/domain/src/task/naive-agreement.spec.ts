import fc from 'fast-check';
import {
  actOf,
  anyMove,
  circumstancesOf,
  type Move,
  type NaiveEvent,
  type Relation,
  noTask,
  PEOPLE,
  play,
  rungsThatShouldHaveGoneOut,
  TASK_ID,
  type TaskStory,
} from '../../testing';
import { addDays, type Day, dayInShanghai } from '../calendar';
import { DEFAULT_POLICY } from '../policy';
import { timersOfTask } from './task.timers';
import { fireRung } from './acts/fire-rung.act';
import { type ToldPost } from './rung-told';
import { type RecordedTaskEvent } from './task.types';

/** Histories that are compared: many more by hand than in every run. */
const RUNS = Number(process.env['TAIZHANG_HISTORIES'] ?? 200);
const MOST_MOVES = 30;
const { calendar } = circumstancesOf(PEOPLE.engine);

/** A rung that went out: on which day, which, and to whom. */
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
    const before = now.history.length;
    now = now
      .on(today)
      .after(next.act === fireRung.type ? 'task.fire-rung' : 'task.resume', body, { by: PEOPLE.engine });
    const fired = now.history[before];
    if (fired?.type === 'rung.fired') told.push(toldOf(dayInShanghai(next.fireAt), fired.data));
  }
  return now.on(day);
}

const rungBody = fireRung.command;

type Fired = Extract<RecordedTaskEvent, { type: 'rung.fired' }>['data'];

function toldOf(day: Day, { obligation, holder, unit, rung, due, told }: Fired): Told {
  const late = obligation?.lane ?? unit ?? null;
  const [limitId, period] = obligation === null ? [holder, null] : [obligation.limitId, obligation.period];
  const whom = new Set(told.map((post) => relationOf(post, late)));
  return lineOf([day, late, limitId, period, rung.rungId, due], [...whom]);
}

/** What a post that was told is to the late one, in the words of the naive reading. */
function relationOf({ role, unitId, relation }: ToldPost, late: string | null): Relation {
  if (role === 'unit-head' && unitId === late) return 'unit-head';
  if (role === 'leader' && unitId === late) return 'leader';
  if (role === 'reporter') return unitId === late ? 'handler' : 'lead-handler';
  return relation === 'above' ? 'office' : 'holder';
}

function lineOf(words: readonly (string | null)[], whom: readonly Relation[]): Told {
  return [...words.map((word) => word ?? '-'), ...[...whom].sort()].join(' ');
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

function expectedOf({ history, today }: TaskStory): readonly Told[] {
  const events = history.map((event): NaiveEvent => {
    const { recordedAt, commandId, actor } = event.metadata;
    return { ...event, recordedAt, commandId, unitId: actor.unitId };
  });
  return rungsThatShouldHaveGoneOut(events, `${today}T01:00:00.000Z`, calendar).map(
    ({ at, lane, limitId, holder, period, rungId, due, told }) =>
      lineOf(
        [dayInShanghai(at), lane, limitId ?? holder?.split(' ')[0] ?? 'reply', period, rungId, due],
        told.filter((relation) => relation !== NOT_KNOWN),
      ),
  );
}

/** Whose head somebody is who checks or closes follows from their post, of which a task knows nothing. */
const NOT_KNOWN: Relation = 'holder-head';

const anyLife = fc.array(
  anyMove.map((move) => ({ ...move, days: move.days % 18 })),
  { minLength: 6, maxLength: MOST_MOVES, size: 'max' },
);

describe('the planner', () => {
  it(`tells the same people of the same rungs on the same days as the naive reading (${String(RUNS)} random histories)`, () => {
    fc.assert(
      fc.property(anyLife, (moves) => {
        const { story, told } = lived(moves);
        expect([...told].sort()).toEqual([...expectedOf(story)].sort());
      }),
      { numRuns: RUNS },
    );
  });
});
