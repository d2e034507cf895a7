import {
  aLimit,
  circumstancesOf,
  PEOPLE,
  stateOf,
  taskIn,
  TASK_ID,
  type TaskStory,
  UNITS,
  usually,
} from '../../testing';
import { DEFAULT_LADDER } from '../ladder';
import { timersOfTask } from '.';

const { calendar } = circumstancesOf(PEOPLE.clerk);
const moveDue = (story: TaskStory, limitId: string, due: string, reason = '市领导同意延期') =>
  story.after('task.correct', { changes: { changedLimits: [{ limitId, due }] }, reason });
const limit = (story: TaskStory, limitId: string) => {
  const found = stateOf(story).limits.find((each) => each.limitId === limitId);
  if (!found) throw new Error(`no limit ${limitId}`);
  return found;
};

describe('correcting', () => {
  it('needs a reason', () => {
    taskIn('underway')
      .when('task.correct', { changes: { title: '新标题' }, reason: '' })
      .thenInvalid('reason');
  });

  it('keeps the first due day and every move with its reason', () => {
    const moved = moveDue(moveDue(taskIn('underway'), 'L1', '2025-08-31', '一次'), 'L1', '2025-07-31', '二次');
    expect(limit(moved, 'L1').chain.map(({ due, reason }) => [due, reason])).toEqual([
      ['2025-06-30', ''],
      ['2025-08-31', '一次'],
      ['2025-07-31', '二次'],
    ]);
    expect(limit(moved, 'L1').due).toBe('2025-07-31');
  });

  it('writes no move when the due day stays', () => {
    expect(limit(moveDue(taskIn('underway'), 'L1', '2025-06-30'), 'L1').chain).toHaveLength(1);
  });

  it('arms a moved limit anew, and leaves the others alone', () => {
    const underway = taskIn('underway');
    const moved = moveDue(underway.on('2025-05-06'), 'L1', '2025-08-29');
    expect(limit(moved, 'L1').armedAt).toMatch(/^2025-05-06T/);
    expect(limit(moved, 'L2').armedAt).toBe(limit(underway, 'L2').armedAt);
  });

  it('gives a moved due day timers of its own', () => {
    const timers = (story: TaskStory) =>
      timersOfTask(TASK_ID, stateOf(story), calendar, DEFAULT_LADDER).filter(({ limitId }) => limitId === 'L1');
    const before = timers(taskIn('underway'));
    const after = timers(moveDue(taskIn('underway'), 'L1', '2025-08-29'));
    expect(after).toHaveLength(before.length);
    const former = new Set(before.map(({ timerId }) => timerId));
    expect(after.filter(({ timerId }) => former.has(timerId))).toEqual([]);
  });

  it('arms an added limit from the moment it was added; before assignment not at all', () => {
    const added = { changes: { addedLimits: [aLimit('L3')] }, reason: '漏录时限' };
    expect(limit(taskIn('underway').on('2025-05-06').after('task.correct', added), 'L3').armedAt).toMatch(
      /^2025-05-06T/,
    );
    expect(limit(taskIn('hung').after('task.correct', added), 'L3').armedAt).toBeNull();
  });

  it('never gives the id of a removed limit again', () => {
    taskIn('underway')
      .after('task.correct', { changes: { removedLimits: ['L2'] }, reason: '与他项重复' })
      .when('task.correct', { changes: { addedLimits: [aLimit('L2')] }, reason: '恢复' })
      .then('TASK.LIMIT_EXISTS');
  });

  it('refuses limits that the task does not have', () => {
    const changes = { changedLimits: [{ limitId: 'L9', what: '无' }] };
    taskIn('underway').when('task.correct', { changes, reason: '更正' }).then('TASK.LIMIT_UNKNOWN');
  });

  it('refuses one limit changed in two ways at once', () => {
    const changedLimits = [
      { limitId: 'L1', due: '2025-07-01' },
      { limitId: 'L1', due: '2025-08-01' },
    ];
    taskIn('underway')
      .when('task.correct', { changes: { changedLimits }, reason: '更正' })
      .thenInvalid('TASK.LIMIT_TWICE');
  });
});

describe('correcting a rhythm', () => {
  const recurring = usually(
    taskIn('draft').after('task.correct-draft', {
      changes: { changedLimits: [{ limitId: 'L1', due: null, recurrence: 'quarterly' }] },
    }),
    ...(['task.hang', 'task.assign', 'task.accept'] as const),
  ).after('task.open-period', { limitId: 'L1', period: '2025-Q1' }, { by: PEOPLE.engine });
  const toMonthly = recurring.on('2025-05-06').after('task.correct', {
    changes: { changedLimits: [{ limitId: 'L1', recurrence: 'monthly' }] },
    reason: '应为每月',
  });

  it('begins afresh with the period under way', () => {
    expect(limit(toMonthly, 'L1')).toMatchObject({ recurrence: 'monthly', openPeriods: [], lastPeriod: null });
    const timers = timersOfTask(TASK_ID, stateOf(toMonthly), calendar, DEFAULT_LADDER);
    expect(timers.filter(({ kind }) => kind === 'open-period').map(({ period }) => period)).toEqual(['2025-05']);
  });

  it('refuses an opening of the former rhythm that comes late', () => {
    const by = { by: PEOPLE.engine };
    toMonthly.when('task.open-period', { limitId: 'L1', period: '2025-Q2' }, by).then('TIMER.OBSOLETE');
    toMonthly.when('task.open-period', { limitId: 'L1', period: '2025-05' }, by).then(['task.period-opened']);
  });
});

describe('correcting units', () => {
  const changes = { leadUnitIds: [UNITS.insurance], supportUnitIds: [] };

  it('is possible until the unit has accepted', () => {
    for (const status of ['hung', 'assigned', 'declined'] as const) {
      const corrected = taskIn(status).after('task.correct', { changes, reason: '单位录错' });
      expect(stateOf(corrected).leadUnitIds).toEqual([UNITS.insurance]);
    }
    const assigned = taskIn('assigned').after('task.correct', { changes, reason: '单位录错' });
    expect(stateOf(assigned).assignment?.leadUnitIds).toEqual([UNITS.insurance]);
  });

  it.each(['underway', 'closure-requested', 'verified', 'returned'] as const)('is fixed when %s', (status) => {
    taskIn(status).when('task.correct', { changes, reason: '单位录错' }).then('TASK.UNITS_FIXED');
  });

  it('refuses units that are not registered or stand on both sides', () => {
    const hung = taskIn('hung');
    hung.when('task.correct', { changes: { leadUnitIds: [UNITS.unregistered] }, reason: '更正' }).then('UNIT.UNKNOWN');
    hung.when('task.correct', { changes: { leadUnitIds: [UNITS.finance] }, reason: '更正' }).then('TASK.UNIT_TWICE');
  });
});
