import {
  aLimit,
  draftTask,
  noTask,
  PEOPLE,
  plannedTimers,
  recurringTask,
  soundBody,
  stateOf,
  TASK_ID,
  taskIn,
  type TaskStory,
  usually,
} from '../../../testing';
import { DEFAULT_LADDER, type Limit, timersOfTask } from '../..';
import { circumstancesOf } from '../../../testing';

const BODY = soundBody('task.suspend');
/** Suspended on Monday 2025-03-03. */
const suspended = (story: TaskStory, until: string = '2025-06-02') => story.after('task.suspend', { ...BODY, until });
const resume = (story: TaskStory, today: string, body: object = {}) => story.when('task.resume', body, { today });
const byItself = (story: TaskStory, today: string) => story.when('task.resume', {}, { by: PEOPLE.engine, today });

/** The sample task under way with these limits. */
const withLimits = (...limits: Limit[]) =>
  usually(
    noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine }),
    'task.confirm',
    'task.hang',
    'task.assign',
    'task.accept',
  );
const daysOf = (story: { readonly state: TaskStory['state'] }) => stateOf(story).limits.map(({ due }) => due);
const timersOf = (story: TaskStory) =>
  timersOfTask(TASK_ID, stateOf(story), circumstancesOf(PEOPLE.engine).calendar, DEFAULT_LADDER);

describe('resuming', () => {
  it.each(['assigned', 'underway', 'returned'] as const)('leads back to where the task was: %s', (status) => {
    const { next } = resume(suspended(taskIn(status)), '2025-03-10');
    expect(stateOf(next).status).toBe(status);
  });

  it('moves each open limit by the days for which the task was suspended, visible in its chain', () => {
    const resumed = resume(suspended(taskIn('underway')), '2025-03-13');
    const move = { kind: 'suspension', reason: BODY.reason, period: null };
    resumed.then([
      { type: 'task.resumed', data: { on: '2025-03-13', by: 'person' } },
      { type: 'limit.moved', data: { limitId: 'L1', ...move, from: { due: '2025-06-30' }, to: { due: '2025-07-10' } } },
      { type: 'limit.moved', data: { limitId: 'L2', ...move, from: { due: '2025-09-30' }, to: { due: '2025-10-10' } } },
    ]);
    expect(stateOf(resumed).limits[0]?.chain.map(({ kind, to }) => [kind, to.due])).toEqual([
      ['set', '2025-06-30'],
      ['suspension', '2025-07-10'],
    ]);
  });

  it('moves a limit by its own rule: working days, counted days over a day off, or a named day as it falls', () => {
    const due = '2025-04-28';
    const story = withLimits(
      aLimit('L1', { due, countedIn: 'working-day' }),
      aLimit('L2', { due, countedIn: 'calendar-day' }),
      aLimit('L3', { due, countedIn: 'month' }),
      aLimit('L4', { due }),
    );
    // Until Sunday 2025-03-09: six days, four of them working.
    expect(daysOf(resume(suspended(story), '2025-03-09'))).toEqual([
      '2025-05-02',
      '2025-05-05',
      '2025-05-05',
      '2025-05-04',
    ]);
  });

  it('leaves what is done as it is', () => {
    const story = withLimits(aLimit('L1', { due: '2025-06-30' }), aLimit('L2', { due: '2025-09-30' })).after(
      'task.report',
      { progress: '完成', done: [{ limitId: 'L1' }] },
      { by: PEOPLE.reporter },
    );
    expect(daysOf(resume(suspended(story), '2025-03-13'))).toEqual(['2025-06-30', '2025-10-10']);
  });

  it('moves nothing on the day of the suspension: a mistaken one is undone so', () => {
    resume(suspended(taskIn('underway')), '2025-03-03').then(['task.resumed']);
  });

  it('moves a limit set meanwhile by the days after it was set', () => {
    const changes = { addedLimits: [aLimit('L9', { due: '2025-08-29' })] };
    const story = suspended(taskIn('underway')).on('2025-03-10').after('task.correct', { changes, reason: '补录' });
    expect(daysOf(resume(story, '2025-03-13'))).toEqual(['2025-07-10', '2025-10-10', '2025-09-01']);
  });

  it('moves each open period by the days of it that were suspended', () => {
    const { next } = resume(suspended(recurringTask()), '2025-04-11');
    expect(stateOf(next).limits[0]?.movedPeriods).toEqual([
      { period: '2025-Q1', due: '2025-05-09' },
      { period: '2025-Q2', due: '2025-07-10' },
    ]);
  });

  it('states its own day, not before the suspension', () => {
    const story = suspended(taskIn('underway')).on('2025-03-10');
    resume(story, '2025-03-13', { occurredOn: '2025-03-12' }).then([
      { type: 'task.resumed', data: { on: '2025-03-12' } },
      'limit.moved',
      'limit.moved',
    ]);
    resume(story, '2025-03-13', { occurredOn: '2025-03-02' }).then('TASK.DAY_OUT_OF_ORDER');
  });

  it('is refused when more is open than one command may move, until limits are corrected', () => {
    const daily = Array.from({ length: 12 }, (_, index) => aLimit(`L${index + 1}`, { due: null, recurrence: 'daily' }));
    const story = suspended(withLimits(...daily));
    resume(story, '2025-04-20').then('TASK.TOO_MANY_OWED');
    const removedLimits = daily.slice(1).map(({ limitId }) => limitId);
    const fewer = story.after('task.correct', { changes: { removedLimits }, reason: '合并报送' });
    expect(resume(fewer, '2025-04-20').next.state?.status).toBe('underway');
  });

  it('is only for a suspended task', () => {
    resume(taskIn('underway'), '2025-03-13').then('TASK.STEP_NOT_OPEN');
  });
});

describe('a suspended task', () => {
  it('asks for one timer: its own going on, just after midnight of the day', () => {
    const story = suspended(taskIn('underway'));
    expect(timersOf(story)).toMatchObject([{ act: 'task.resume', body: {}, fireAt: '2025-06-01T16:05:00.000Z' }]);
    expect(timersOf(resume(story, '2025-03-13').next).map(({ act }) => act)).not.toContain('task.resume');
  });

  it('goes on by itself on the day, not before, and not for longer when the engine comes late', () => {
    const story = suspended(taskIn('underway'), '2025-03-13');
    byItself(story, '2025-03-12').then('TIMER.OBSOLETE');
    for (const today of ['2025-03-13', '2025-03-20']) {
      const resumed = byItself(story, today);
      resumed.then([{ type: 'task.resumed', data: { on: '2025-03-13', by: 'engine' } }, 'limit.moved', 'limit.moved']);
      expect(daysOf(resumed)).toEqual(['2025-07-10', '2025-10-10']);
    }
    byItself(resume(story, '2025-03-10').next, '2025-03-13').then('TASK.STEP_NOT_OPEN');
  });

  it('is reminded of the moved days, and of no rung before it went on', () => {
    const { next } = byItself(suspended(taskIn('underway'), '2025-06-27'), '2025-06-27');
    const planned = plannedTimers(next).filter(({ limitId }) => limitId === 'L1');
    expect(planned[0]).toMatchObject({ rungId: 'remind-7', due: '2025-10-24' });
    expect(planned.every(({ fireAt }) => fireAt > '2025-06-26T16:00:00.000Z')).toBe(true);
  });
});
