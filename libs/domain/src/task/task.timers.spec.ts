import {
  aLimit,
  circumstancesOf,
  draftTask,
  noTask,
  PEOPLE,
  stateOf,
  TASK_ID,
  taskIn,
  type TaskStory,
  usually,
} from '../../testing';
import { DEFAULT_LADDER, type PlannedTimer } from '../ladder';
import { dueDayOf, nextDueDayOf, openLimits, RUNNING_STATUSES, TASK_STATUSES, timersOfTask } from '.';

const { calendar } = circumstancesOf(PEOPLE.engine);
const engine = { by: PEOPLE.engine };
const timers = (story: TaskStory): readonly PlannedTimer[] =>
  timersOfTask(TASK_ID, stateOf(story), calendar, DEFAULT_LADDER);
const told = (story: TaskStory) =>
  timers(story).map(({ limitId, period, rungId }) => [limitId, period, rungId].join(' '));

function fire(story: TaskStory, { timerId, limitId, period, rungId, kind, due }: PlannedTimer): TaskStory {
  if (kind === 'open-period' || kind === 'propose') throw new Error(`${kind} is no rung of the default ladder`);
  return story.after('task.fire-timer', { timerId, limitId, period, rungId, kind, due }, engine);
}

const quarterly = (change = {}) =>
  usually(
    noTask.after(
      'task.draft',
      draftTask({ limits: [aLimit('L3', { due: null, recurrence: 'quarterly', ...change })] }),
    ),
    ...(['task.confirm', 'task.hang', 'task.assign', 'task.accept'] as const),
  );
const open = (story: TaskStory, period: string) => story.after('task.open-period', { limitId: 'L3', period }, engine);

describe('timers of a task', () => {
  it.each(TASK_STATUSES)('run only while a unit has it in hand: %s', (status) => {
    expect(timers(taskIn(status)).length > 0).toBe(RUNNING_STATUSES.has(status));
  });

  it('are every rung of every open dated limit', () => {
    const rungs = ['remind-7', 'remind-3', 'due', 'urge-1', 'escalate-5'];
    expect(told(taskIn('underway'))).toEqual(['L1', 'L2'].flatMap((limit) => rungs.map((rung) => `${limit}  ${rung}`)));
  });

  it('leave out what is done', () => {
    const done = taskIn('underway').after('task.report', { progress: '完成', limitsDone: ['L1'] });
    expect(new Set(timers(done).map(({ limitId }) => limitId))).toEqual(new Set(['L2']));
  });

  it('are the same for the same state', () => {
    expect(timers(taskIn('underway'))).toEqual(timers(taskIn('underway')));
  });
});

describe('a timer that has fired', () => {
  const underway = taskIn('underway');
  const [first] = timers(underway);

  it('is never planned nor recorded again', () => {
    const fired = fire(underway, first!);
    expect(timers(fired).map(({ timerId }) => timerId)).toEqual(
      timers(underway)
        .slice(1)
        .map(({ timerId }) => timerId),
    );
    expect(() => fire(fired, first!)).toThrow('TIMER.OBSOLETE');
  });

  it('takes the rungs below it along, of its own limit and no other', () => {
    const due = timers(underway).find(({ limitId, kind }) => limitId === 'L1' && kind === 'due');
    const rest = told(fire(underway, due!));
    expect(rest.filter((line) => line.startsWith('L1'))).toEqual(['L1  urge-1', 'L1  escalate-5']);
    expect(rest.filter((line) => line.startsWith('L2'))).toEqual(
      told(underway).filter((line) => line.startsWith('L2')),
    );
  });

  it('leaves those of another due day alone', () => {
    const due = timers(underway).find(({ limitId, kind }) => limitId === 'L1' && kind === 'due');
    const changes = { changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] };
    const moved = fire(underway, due!).after('task.correct', { changes, reason: '延期' });
    expect(told(moved)).toEqual(expect.arrayContaining(['L1  remind-7', 'L1  due']));
  });

  it('climbs again after a return, so that a late task that came back is not silent for ever', () => {
    const climbed = timers(underway).reduce(fire, underway);
    expect(timers(climbed)).toEqual([]);
    const returned = usually(
      climbed.after('task.report', { progress: '完成' }),
      ...(['task.request-closure', 'task.return'] as const),
    );
    expect(told(returned)).toEqual(told(underway));
  });

  it.each([
    ['remind', 'task.reminded'],
    ['due', 'task.reminded'],
    ['urge', 'task.urged'],
    ['escalate', 'task.escalated'],
  ])('of kind %s is recorded as %s', (kind, type) => {
    const timer = timers(underway).find((each) => each.kind === kind);
    expect(fire(underway, timer!).history.at(-1)?.type).toBe(type);
  });

  it('is refused when its limit is done, has moved, or is not there', () => {
    const late = (story: TaskStory) => () => fire(story, first!);
    expect(late(underway.after('task.report', { progress: '完成', limitsDone: ['L1'] }))).toThrow('TIMER.OBSOLETE');
    const changes = { changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] };
    expect(late(underway.after('task.correct', { changes, reason: '延期' }))).toThrow('TIMER.OBSOLETE');
    const removed = underway.after('task.correct', { changes: { removedLimits: ['L1'] }, reason: '重复' });
    expect(late(removed)).toThrow('TIMER.OBSOLETE');
  });

  it('stays fired when the due day moves away and comes back', () => {
    const move = (story: TaskStory, due: string) =>
      story.after('task.correct', { changes: { changedLimits: [{ limitId: 'L1', due }] }, reason: '更正' });
    const back = move(move(fire(underway, first!), '2025-07-31'), '2025-06-30');
    expect(timers(back).map(({ timerId }) => timerId)).not.toContain(first?.timerId);
  });
});

describe('a return', () => {
  it('lets the timers of what it reopens count from then on, with one 催办 for what is late by then', () => {
    const returned = taskIn('closure-requested')
      .on('2025-07-14')
      .after('task.return', { missing: '缺少验收报告' }, { by: PEOPLE.verifier });
    const late = timers(returned).filter(({ limitId }) => limitId === 'L1');
    // Due 06-30: both 催办 (07-01) and escalation (07-07) have passed; the higher one comes at once, alone.
    expect(late.map(({ rungId, fireAt }) => [rungId, fireAt.slice(0, 10)])).toEqual([['escalate-5', '2025-07-14']]);
  });
});

describe('periods of a recurring limit', () => {
  it('open one after another, each leading to the next', () => {
    const story = quarterly();
    expect(told(story)).toEqual(['L3 2025-Q1 open-period']);
    const first = open(story, '2025-Q1');
    expect(told(first).at(-1)).toBe('L3 2025-Q2 open-period');
    expect(told(first)).toContain('L3 2025-Q1 due');
    open(first.on('2025-04-01'), '2025-Q2');
  });

  it('are opened once, in order, and none of another task’s limits', () => {
    const story = open(quarterly(), '2025-Q1');
    const opening = (limitId: string, period: string) => story.when('task.open-period', { limitId, period }, engine);
    opening('L3', '2025-Q1').then('TIMER.OBSOLETE');
    opening('L3', '2025-Q3').then('TIMER.OBSOLETE');
    opening('L3', '2025-04').then('TIMER.OBSOLETE');
    opening('L9', '2025-Q2').then('TIMER.OBSOLETE');
    opening('L3', '2025-Q2').then([{ type: 'task.period-opened', data: { from: '2025-04-01', due: '2025-06-30' } }]);
  });

  it('are not asked of a unit that has declined', () => {
    const assigned = usually(
      noTask.after('task.draft', draftTask({ limits: [aLimit('L3', { due: null, recurrence: 'quarterly' })] })),
      ...(['task.confirm', 'task.hang', 'task.assign'] as const),
    );
    expect(told(assigned)).toEqual(['L3 2025-Q1 open-period']);
    expect(timers(usually(assigned, 'task.decline'))).toEqual([]);
  });

  it('end with the duty', () => {
    const story = open(quarterly({ due: '2025-03-31' }), '2025-Q1');
    expect(told(story).filter((each) => each.endsWith('open-period'))).toEqual([]);
    story.when('task.open-period', { limitId: 'L3', period: '2025-Q2' }, engine).then('TIMER.OBSOLETE');
  });

  it('do not open for a duty that is done', () => {
    const returned = usually(open(quarterly(), '2025-Q1'), 'task.report', 'task.request-closure').after(
      'task.return',
      { missing: '缺附件', limitsReopened: [] },
      { by: PEOPLE.verifier },
    );
    expect(timers(returned)).toEqual([]);
    returned.when('task.open-period', { limitId: 'L3', period: '2025-Q2' }, engine).then('TIMER.OBSOLETE');
  });

  it('owed from before are armed anew by a return: one notice and not a storm', () => {
    const returned = usually(open(quarterly(), '2025-Q1'), 'task.report', 'task.request-closure')
      .on('2025-05-06')
      .after('task.return', { missing: '缺附件' }, { by: PEOPLE.verifier });
    expect(told(returned).filter((each) => each.startsWith('L3 2025-Q1'))).toEqual(['L3 2025-Q1 escalate-5']);
  });
});

describe('due days', () => {
  it('of a task are its last dated limit that is not done, else the last one', () => {
    const underway = taskIn('underway');
    expect(dueDayOf(stateOf(underway))).toBe('2025-09-30');
    const done = underway.after('task.report', { progress: '完成', limitsDone: ['L2'] });
    expect(dueDayOf(stateOf(done))).toBe('2025-06-30');
    expect(dueDayOf(stateOf(taskIn('closed')))).toBe('2025-09-30');
  });

  it('of recurring limits only are the end of the nearest period owed', () => {
    expect(dueDayOf(stateOf(quarterly()))).toBeNull();
    expect(dueDayOf(stateOf(open(open(quarterly(), '2025-Q1'), '2025-Q2')))).toBe('2025-03-31');
  });

  it('look first at what falls due next', () => {
    expect(nextDueDayOf(stateOf(taskIn('underway')))).toBe('2025-06-30');
    expect(nextDueDayOf(stateOf(taskIn('hung')))).toBe('2025-06-30');
    expect(nextDueDayOf(stateOf(open(open(quarterly(), '2025-Q1'), '2025-Q2')))).toBe('2025-03-31');
    expect(openLimits(stateOf(taskIn('hung')))).toEqual([]);
  });
});
