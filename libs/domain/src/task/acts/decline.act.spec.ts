import { assignedToTwo, OF_FINANCE, OF_HEALTH, PEOPLE, soundBody, stateOf, taskIn, UNITS } from '../../../testing';

const DECLINE = soundBody('task.decline');

describe('declining an assignment', () => {
  const assigned = taskIn('assigned');

  it('needs a reason, and gives the task back to the office', () => {
    assigned.when('task.decline', { reason: ' ' }, { by: PEOPLE.reporter }).thenInvalid('reason');
    const declined = assigned.when('task.decline', { reason: '不属本单位职责' }, { by: PEOPLE.reporter });
    declined.then([{ type: 'lane.declined', data: { lane: UNITS.health, reason: '不属本单位职责' } }]);
    expect(stateOf(declined).status).toBe('declined');
  });

  it('is not for a supporting unit', () => {
    assigned.when('task.decline', DECLINE, { by: PEOPLE.supportReporter }).then('TASK.UNIT_NOT_LEAD');
  });
});

describe('declining as one of two leads', () => {
  it('gives the whole task back, be the other one at work already', () => {
    const declined = assignedToTwo.after('task.accept', {}, OF_HEALTH).after('task.decline', DECLINE, OF_FINANCE);
    expect(stateOf(declined).status).toBe('declined');
    expect(stateOf(declined).lanes.map(({ answer }) => answer)).toEqual(['accepted', 'declined']);
    declined.when('task.report', { progress: '已启动' }, OF_HEALTH).then('TASK.STEP_NOT_OPEN');
  });

  it('leaves what the other one has done for when the task is assigned anew', () => {
    const again = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.report', { progress: '方案已印发', limitsDone: ['L1'] }, OF_HEALTH)
      .after('task.decline', DECLINE, OF_FINANCE)
      .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'confirmed' })
      .after('task.assign', {});
    expect(stateOf(again).limits.map(({ done }) => done.map(({ lane }) => lane))).toEqual([[UNITS.health], []]);
  });
});
