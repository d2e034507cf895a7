import fc from 'fast-check';
import { addDays } from '../calendar';
import {
  aLimit,
  approved,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
  passedTo,
  PEOPLE,
  soundBody,
  stateOf,
  type TaskInput,
  type TaskOutcome,
  type TaskStory,
  UNITS,
} from '../../testing';
import { openObligations } from '../task';

const RUNS = Number(process.env['TAIZHANG_HISTORIES'] ?? 60);

/** Days early and late, so that what is late comes to be due later, and the other way round. */
const DAYS = ['2025-03-14', '2025-03-31', '2025-04-18', '2025-12-31'] as const;

const anyDay = fc.constantFrom(...DAYS);
const anyPerson = fc.constantFrom(OF_HEALTH, OF_FINANCE);

const correct = (changes: TaskInput<'task.correct'>['changes']) => (story: TaskStory) =>
  story.when('task.correct', { changes, reason: '更正' });

/** A step that bears on days, or on who is asked for something. */
const anyStep: fc.Arbitrary<(story: TaskStory) => TaskOutcome> = fc.oneof(
  fc
    .tuple(fc.constantFrom('L1', 'L2', 'L3'), anyDay)
    .map(([limitId, due]) => correct({ changedLimits: [{ limitId, due }] })),
  fc.constantFrom('L1', 'L2', 'L3').map((limitId) => correct({ removedLimits: [limitId] })),
  anyDay.map((due) => correct({ addedLimits: [aLimit('L9', { due })] })),
  anyPerson.map((by) => (story: TaskStory) => story.when('task.report', { progress: '推进中' }, by)),
  anyPerson.map(
    (by) => (story: TaskStory) => story.when('task.request-closure', soundBody('task.request-closure'), by),
  ),
  anyPerson.map((by) => (story: TaskStory) => story.when('task.withdraw', {}, by)),
  fc.constant((story: TaskStory) => story.when('task.return', soundBody('task.return'), { by: PEOPLE.verifier })),
);

/** A task with a lead and a supporting unit, which owes a dated limit; a duty ends with the last dated limit, or by itself. */
function begun(): TaskStory {
  const limits = [aLimit('L1', { due: '2025-03-14' }), aLimit('L3', { due: null, recurrence: 'monthly' })];
  const draft = noTask
    .after('task.draft', draftTask({ limits }), { by: PEOPLE.engine })
    .after('task.confirm', soundBody('task.confirm'))
    .after('task.hang', soundBody('task.hang'))
    .after('task.assign', soundBody('task.assign'));
  const owed = { ...aLimit('L2', { due: '2025-03-21' }), owedBy: [UNITS.finance] };
  return draft
    .after('task.correct', { changes: { addedLimits: [owed] }, reason: '补录' })
    .after('task.accept', {}, OF_HEALTH)
    .after('task.accept', {}, OF_FINANCE);
}

/** Its life, in which every reminder goes out on its day. What is refused is left out. */
const anyLife = fc.array(fc.tuple(fc.nat(8), anyStep), { minLength: 3, maxLength: 14, size: 'max' }).map((steps) =>
  steps.reduce<TaskStory>((before, [days, step]) => {
    const now = passedTo(before, addDays(before.today, days));
    const outcome = step(now);
    return outcome.result.kind === 'events' ? approved(outcome.next) : now;
  }, begun()),
);

function owedIn(story: TaskStory): ReadonlySet<string> {
  const owed = openObligations(stateOf(story), story.today);
  return new Set(
    owed.map(({ lane, limitId, period, due }) => lineOf(lane, period === null ? limitId : `${limitId}/${period}`, due)),
  );
}

function lineOf(lane: string, part: string, due: string): string {
  return [lane, part, due].join(' ');
}

/** What the open entries say that somebody is to do about a limit: whose, which, and by which day. */
function toldIn(story: TaskStory): readonly string[] {
  return openAfter(story).flatMap(({ kind, waits, about }) =>
    waits && ['remind', 'urge', 'escalate'].includes(kind) && about?.lane && about.limitId.startsWith('L')
      ? [lineOf(about.lane, about.limitId, about.due ?? '')]
      : [],
  );
}

/** What units were reminded of, and have not taken a step since, nor been given their part anew. */
function unansweredIn({ history }: TaskStory): readonly string[] {
  return history.flatMap((event, index) => {
    if (event.type !== 'rung.fired' || event.data.obligation === null) return [];
    // A proposal waits for the leader by itself, and what is told again is news.
    if (['propose', 'notice'].includes(event.data.rung.kind)) return [];
    const { lane, limitId, period } = event.data.obligation;
    const isAnswered = history
      .slice(index + 1)
      .some(({ data }) => ('lane' in data && data.lane === lane) || ('to' in data && 'open' in data));
    return isAnswered ? [] : [lineOf(lane, period === null ? limitId : `${limitId}/${period}`, event.data.due)];
  });
}

describe(`reminders in the inboxes (${String(RUNS)} random histories)`, () => {
  it('are of what is owed, by the day that it has', () => {
    fc.assert(
      fc.property(anyLife, (story) => {
        const owed = owedIn(story);
        expect(toldIn(story).filter((line) => !owed.has(line))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('wait as long as that, until the unit itself gives a sign of life', () => {
    fc.assert(
      fc.property(anyLife, (story) => {
        const [owed, told] = [owedIn(story), new Set(toldIn(story))];
        expect(unansweredIn(story).filter((line) => owed.has(line) && !told.has(line))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
