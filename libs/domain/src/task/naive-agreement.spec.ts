import fc from 'fast-check';
import {
  actOf,
  anyMove,
  circumstancesOf,
  goesOutOn,
  type Move,
  type NaiveEvent,
  type NaiveOffice,
  type Relation,
  nextOf,
  noTask,
  OF_HEALTH,
  OFFICE_HEAD,
  PEOPLE,
  personWith,
  play,
  rungsThatShouldHaveGoneOut,
  soundBody,
  staffOf,
  TASK_FACTS,
  TASK_ID,
  taskIn,
  type TaskOutcome,
  type TaskStory,
  undoneOf,
  UNITS,
} from '../../testing';
import { addDays, type Day, dayInShanghai } from '../calendar';
import { DEFAULT_POLICY } from '../policy';
import { type StaffedPost } from '../shared/staff';
import { timersOfTask } from './task.timers';
import { fireRung } from './acts/fire-rung.act';
import { type ToldPost } from './task.parts';
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
    .filter((timer) => goesOutOn(timer, story.today) <= day)
    .sort((one, other) => (one.fireAt < other.fireAt ? -1 : 1));
}

/** Lets time pass up to a day with the engine awake: every timer fires on its own day, in order. */
function pass(story: TaskStory, day: Day, staff: readonly StaffedPost[], told: Told[]): TaskStory {
  const facts = { staff: { ...TASK_FACTS.staff, posts: staff } };
  let now = story;
  for (let next = nextOf(dueBy(now, day), now.today); next; next = nextOf(dueBy(now, day), now.today)) {
    const today = goesOutOn(next, now.today);
    const body = next.act === fireRung.type ? rungBody.parse(next.body) : {};
    const before = now.history.length;
    now = now
      .on(today)
      .after(next.act === fireRung.type ? 'task.fire-rung' : 'task.resume', body, { by: PEOPLE.engine, facts });
    const fired = now.history[before];
    if (fired?.type === 'rung.fired') told.push(toldOf(today, fired.data));
  }
  return now.on(day);
}

const rungBody = fireRung.command;

type Fired = Extract<RecordedTaskEvent, { type: 'rung.fired' }>['data'];

function toldOf(day: Day, { obligation, holder, unit, rung, due, told }: Fired): Told {
  const late = obligation?.lane ?? unit ?? null;
  const [limitId, period] = obligation === null ? [holder, null] : [obligation.limitId, obligation.period];
  const first = new Map<string, Relation>();
  for (const post of told) {
    for (const { accountId } of post.people) {
      if (!first.has(accountId)) first.set(accountId, relationOf(post, late, holder));
    }
  }
  const people = [...first].map(([accountId, relation]) => ({ relation, accountId }));
  return lineOf([day, late, limitId, period, rung.rungId, due], people);
}

/** What a post that was told is to the late one, in the words of the naive reading. */
function relationOf({ role, unitId, relation }: ToldPost, late: string | null, holder: string | null): Relation {
  if (late === null) return ofHolder({ role, relation });
  switch (role) {
    case 'supervision-clerk':
      return 'office';
    case 'leader':
      // Of an instruction that is not answered no leader is told but the one who gave it.
      return holder === 'answer' ? 'giver' : 'leader';
    default:
      if (unitId !== late) return 'lead-handler';
      return relation === 'own' ? 'handler' : 'unit-head';
  }
}

function ofHolder({ role, relation }: Pick<ToldPost, 'role' | 'relation'>): Relation {
  if (relation === 'own') return 'holder';
  if (role === 'leader') return 'leader';
  return role === 'unit-head' ? 'holder-head' : 'office';
}

/** The office that stands in for others is the office. */
function lineOf(
  words: readonly (string | null)[],
  people: readonly { readonly relation: Relation; readonly accountId: string }[],
): Told {
  const whom = people.map(
    ({ relation, accountId }) => `${relation === 'stand-in' ? 'office' : relation}:${accountId.slice(-2)}`,
  );
  return [...words.map((word) => word ?? '-'), ...whom.sort()].join(' ');
}

/** Plays a story with time passing between its moves. */
function lived(
  moves: readonly Move[],
  staff: readonly StaffedPost[],
): { readonly story: TaskStory; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const story = moves.reduce<TaskStory>((before, move) => {
    const now = pass(before, addDays(before.today, move.days), staff, told);
    if (actOf(now, move) === 'task.fire-rung') return now;
    const outcome = play(now, { ...move, days: 0 });
    return outcome.result.kind === 'events' ? outcome.next : now;
  }, noTask);
  return { story: pass(story, story.today, staff, told), told };
}

function expectedOf({ history, today }: TaskStory, people: readonly StaffedPost[]): readonly Told[] {
  const events = history.map((event): NaiveEvent => {
    const { recordedAt, commandId, actor } = event.metadata;
    const { unitId, accountId, role } = actor;
    return { ...event, recordedAt, commandId, unitId, accountId, role };
  });
  const office: NaiveOffice = { people, parents: PARENTS };
  return rungsThatShouldHaveGoneOut(events, `${today}T02:00:00.000Z`, calendar, [], office).map(
    ({ at, lane, limitId, holder, period, rungId, due, people: told }) =>
      lineOf([dayInShanghai(at), lane, limitId ?? holder?.split(' ')[0] ?? 'reply', period, rungId, due], told),
  );
}

/** A unit that asks for closure with things undone, and is sent back: days before and between, and what else comes to pass. */
interface Cycle {
  readonly before: number;
  readonly checked: number;
  readonly undone: boolean;
  readonly move: Move;
}

/** Plays a task from before its first day on: asked for and sent back, time and again. */
function sentBack(
  cycles: readonly Cycle[],
  staff: readonly StaffedPost[],
): { readonly story: TaskStory; readonly told: readonly Told[] } {
  const told: Told[] = [];
  const tried = (story: TaskStory, outcome: TaskOutcome): TaskStory =>
    outcome.result.kind === 'events' ? outcome.next : story;
  const began = pass(taskIn('underway'), '2025-06-24', staff, told);
  const story = cycles.reduce<TaskStory>((last, { before, checked, undone, move }) => {
    const now = pass(last, addDays(last.today, before), staff, told);
    const owed = undone ? undoneOf(now, UNITS.health) : [];
    const asked = tried(
      now,
      now.when('task.request-closure', { ...soundBody('task.request-closure'), owed }, OF_HEALTH),
    );
    const waited = pass(asked, addDays(asked.today, checked), staff, told);
    const back = tried(waited, waited.when('task.return', soundBody('task.return'), { by: PEOPLE.verifier }));
    if (actOf(back, move) === 'task.fire-rung') return back;
    const next = tried(back, play(back, { ...move, days: 0 }));
    // The program takes no part of a person: it asks for no more time in a unit's name.
    return next.history.at(-1)?.metadata.actor.accountId === PEOPLE.engine.accountId ? back : next;
  }, began);
  const until = addDays(story.today, 30);
  return { story: pass(story, until, staff, told), told };
}

/** The office stands above all others. */
const PARENTS = new Map(Object.values(UNITS).flatMap((unit) => (unit === UNITS.office ? [] : [[unit, UNITS.office]])));

const { engine: _engine, ...OFFICE } = PEOPLE;
/** Everybody who may be there: the sample office with its head, more people of units and their leaders. */
const EVERYBODY = [
  ...Object.values(OFFICE),
  OFFICE_HEAD,
  personWith(0x41, '卫健经办乙', 'reporter', UNITS.health),
  personWith(0x42, '财政负责人', 'unit-head', UNITS.finance),
  personWith(0x43, '卫健党组书记', 'leader', UNITS.health),
  personWith(0x44, '医保经办', 'reporter', UNITS.insurance),
];

/** Whoever of them is there. */
const anyStaff = fc
  .tuple(fc.oneof(fc.constant(EVERYBODY), fc.subarray(EVERYBODY)), fc.subarray(Object.values(UNITS)))
  .map(([people, inCharge]) =>
    staffOf(people).map((post) => (post.accountId === PEOPLE.leader.accountId ? { ...post, inCharge } : post)),
  );

const anyLife = fc.array(
  anyMove.map((move) => ({ ...move, days: move.days % 18 })),
  { minLength: 6, maxLength: MOST_MOVES, size: 'max' },
);

const anyCycles = fc.array(fc.record({ before: fc.nat(9), checked: fc.nat(9), undone: fc.boolean(), move: anyMove }), {
  minLength: 1,
  maxLength: 5,
});

describe('the planner', () => {
  it(`tells the same people of the same rungs on the same days as the naive reading (${String(RUNS)} random histories)`, () => {
    fc.assert(
      fc.property(anyLife, anyStaff, (moves, staff) => {
        const { story, told } = lived(moves, staff);
        expect([...told].sort()).toEqual([...expectedOf(story, staff)].sort());
      }),
      // A history of many days is not made shorter: that had taken longer than all others together.
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it(`does so too of units that ask for closure with things undone and are sent back (${String(RUNS)} random histories)`, () => {
    fc.assert(
      fc.property(anyCycles, anyStaff, (cycles, staff) => {
        const { story, told } = sentBack(cycles, staff);
        expect([...told].sort()).toEqual([...expectedOf(story, staff)].sort());
      }),
      { numRuns: RUNS },
    );
  });
});
