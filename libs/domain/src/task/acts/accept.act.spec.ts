import { assignedToTwo, OF_FINANCE, OF_HEALTH, PEOPLE, stateOf, taskIn, UNITS, usually } from '../../../testing';

describe('accepting an assignment', () => {
  const assigned = taskIn('assigned');

  it('is done in the name of the unit of the post', () => {
    assigned
      .when('task.accept', {}, { by: PEOPLE.unitHead })
      .then([{ type: 'lane.accepted', data: { lane: UNITS.health, on: '2025-03-03' } }]);
  });

  it('is recorded for the first lead unit when the office answers for it', () => {
    assigned
      .when('task.accept', {}, { by: PEOPLE.clerk })
      .then([{ type: 'lane.accepted', data: { lane: UNITS.health } }]);
  });

  it('of a supporting unit is for its own part: the task waits for its lead', () => {
    const accepted = assigned.when('task.accept', {}, { by: PEOPLE.supportReporter });
    accepted.then([{ type: 'lane.accepted', data: { lane: UNITS.finance } }]);
    expect(stateOf(accepted).status).toBe('assigned');
  });

  it('of a supporting unit may come while the lead is checked', () => {
    const checked = usually(assigned, 'task.accept', 'task.report', 'task.request-closure');
    checked.when('task.accept', {}, { by: PEOPLE.supportReporter }).then(['lane.accepted']);
  });
});

describe('accepting as one of two leads', () => {
  const first = assignedToTwo.after('task.accept', {}, OF_HEALTH);

  it('leaves the task waiting for the other one', () => {
    expect(stateOf(first).status).toBe('assigned');
    expect(stateOf(first).lanes.map(({ answer }) => answer)).toEqual(['accepted', 'waiting']);
    expect(stateOf(first.after('task.accept', {}, OF_FINANCE)).status).toBe('underway');
  });

  it('is done once by each', () => {
    first.when('task.accept', {}, OF_HEALTH).then('TASK.ALREADY_ANSWERED');
    first.when('task.decline', { reason: '职责不在本单位' }, OF_HEALTH).then('TASK.ALREADY_ANSWERED');
    first.when('task.accept', {}, OF_FINANCE).then([{ type: 'lane.accepted', data: { lane: UNITS.finance } }]);
  });

  it('lets that one report at once, and not the other', () => {
    first.when('task.report', { progress: '已启动' }, OF_HEALTH).then(['lane.reported']);
    first.when('task.report', { progress: '已启动' }, OF_FINANCE).then('TASK.NOT_ACCEPTED');
  });
});
