import {
  assignedToTwo,
  oldestOf,
  OF_FINANCE,
  OF_HEALTH,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { completionOf, dueDayOf, lampClockOf, nextDueDayOf } from './due-days';

const done = (story: TaskStory, limitId: string, by = OF_HEALTH) =>
  story.after('task.report', { progress: '完成', done: [oldestOf(story, limitId)] }, by);
const claimed = (story: TaskStory, by = OF_HEALTH) =>
  story.after('task.request-closure', soundBody('task.request-closure'), by);

describe('the due day of a task', () => {
  it('is its last dated limit that is not done, else the last one', () => {
    const underway = taskIn('underway');
    expect(dueDayOf(stateOf(underway))).toBe('2025-09-30');
    expect(dueDayOf(stateOf(done(underway, 'L2')))).toBe('2025-06-30');
    expect(dueDayOf(stateOf(taskIn('closed')))).toBe('2025-09-30');
    expect(dueDayOf(stateOf(taskIn('draft')))).toBe('2025-09-30');
  });

  it('of recurring limits only is the end of the nearest period that is owed, or comes', () => {
    expect(dueDayOf(stateOf(recurringTask()))).toBe('2025-03-31');
    expect(dueDayOf(stateOf(done(recurringTask(), 'L3')))).toBe('2025-06-30');
    expect(dueDayOf(stateOf(done(recurringTask({ due: '2025-03-31' }), 'L3')))).toBeNull();
  });

  it('waits for every lead', () => {
    const first = done(withTwoLeads, 'L2');
    expect(dueDayOf(stateOf(first))).toBe('2025-09-30');
    expect(dueDayOf(stateOf(done(first, 'L2', OF_FINANCE)))).toBe('2025-06-30');
  });
});

describe('the next due day', () => {
  it('is the earliest of what is owed or comes', () => {
    expect(nextDueDayOf(stateOf(taskIn('hung')))).toBe('2025-06-30');
    expect(nextDueDayOf(stateOf(taskIn('underway')))).toBe('2025-06-30');
    expect(nextDueDayOf(stateOf(done(taskIn('underway'), 'L1')))).toBe('2025-09-30');
    expect(nextDueDayOf(stateOf(recurringTask()))).toBe('2025-03-31');
    // An ended task shows no period that will never open.
    expect(nextDueDayOf(stateOf(usually(recurringTask(), 'task.terminate')))).toBeNull();
    expect(nextDueDayOf(stateOf(recurringTask({}, '2025-02-03')))).toBe('2025-03-31');
  });

  it('stays that of an old period until it is done', () => {
    const later = usually(recurringTask().on('2025-05-06'), 'task.report');
    expect(nextDueDayOf(stateOf(later))).toBe('2025-03-31');
    expect(nextDueDayOf(stateOf(done(later, 'L3')))).toBe('2025-06-30');
  });
});

describe('the day that the lamp looks at', () => {
  it('is the next due day while the unit has the task in hand', () => {
    expect(lampClockOf(stateOf(taskIn('underway')))?.due).toBe('2025-06-30');
    expect(lampClockOf(stateOf(recurringTask()))?.due).toBe('2025-03-31');
  });

  it.each(['closure-requested', 'verified', 'closed', 'voided', 'terminated'] as const)('is none when %s', (status) => {
    expect(lampClockOf(stateOf(taskIn(status)))?.due).toBeUndefined();
  });

  it('stays that of a late limit which the unit itself names as not done when it asks for closure', () => {
    const owed = [{ limitId: 'L1', period: null, reason: '方案还在会签' }];
    const asked = taskIn('underway')
      .on('2025-07-04')
      .after('task.request-closure', { ...soundBody('task.request-closure'), owed }, OF_HEALTH);
    expect(lampClockOf(stateOf(asked))).toEqual({ due: '2025-06-30', lane: UNITS.health, stopped: '2025-07-04' });
  });

  it('is that of the lead which has not asked for closure', () => {
    const first = claimed(done(done(withTwoLeads, 'L1'), 'L1', OF_FINANCE));
    expect(lampClockOf(stateOf(first))?.due).toBe('2025-09-30');
    expect(lampClockOf(stateOf(done(first, 'L2', OF_FINANCE)))?.due).toBeUndefined();
  });

  it('stays that of a task that is late when its lead declines it, until another unit has done it', () => {
    const declines = (story: TaskStory, by = OF_HEALTH) =>
      story.after('task.decline', { reason: '职责不在本单位' }, by);
    const late = declines(taskIn('assigned').on('2025-07-15'));
    expect(lampClockOf(stateOf(late))).toEqual({ due: '2025-06-30', lane: UNITS.health, stopped: null });
    expect(nextDueDayOf(stateOf(late))).toBe('2025-06-30');
    const given = late
      .after('task.confirm', { leadUnitIds: [UNITS.insurance], supportUnitIds: [], limits: 'confirmed' })
      .after('task.assign', { pastDays: 'keep' });
    expect(lampClockOf(stateOf(given))).toEqual({ due: '2025-06-30', lane: UNITS.insurance, stopped: null });
    // One of two leads has done its part, the other one declined.
    const other = claimed(done(done(assignedToTwo.after('task.accept', {}, OF_HEALTH), 'L1'), 'L2'));
    expect(lampClockOf(stateOf(declines(other, OF_FINANCE)))?.due).toBe('2025-06-30');
  });
});

describe('what completed a dated limit', () => {
  const completed = (story: TaskStory, limitId = 'L1') => {
    const state = stateOf(story);
    const limit = state.limits.find((each) => each.limitId === limitId);
    return limit ? completionOf(state, limit) : null;
  };

  it('is the last of the leads that owe it, and nothing while one of them does', () => {
    const first = done(withTwoLeads, 'L1');
    expect(completed(first)).toBeNull();
    const both = done(first.on('2025-04-10'), 'L1', OF_FINANCE);
    expect(completed(both)).toMatchObject({ on: '2025-04-10' });
  });

  it('is not what a unit did that only supports the task since', () => {
    const both = done(done(withTwoLeads, 'L1', OF_FINANCE).on('2025-04-10'), 'L1');
    const added = [{ unitId: UNITS.health, role: 'support' as const }];
    const changed = both.recorded([
      { type: 'lanes.changed', data: { added, removed: [UNITS.health], reason: '分工调整', on: '2025-04-11' } },
    ]);
    expect(completed(both)).toMatchObject({ lane: UNITS.health, on: '2025-04-10' });
    expect(completed(changed)).toMatchObject({ lane: UNITS.finance, on: '2025-03-03' });
  });

  it('is nothing for a limit without a lane to owe it, and for one that recurs', () => {
    expect(completed(taskIn('hung'))).toBeNull();
    expect(completed(done(recurringTask(), 'L3'), 'L3')).toBeNull();
  });
});
