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

  it('of a supporting unit leaves the task with its lead', () => {
    const declined = assigned.when('task.decline', DECLINE, { by: PEOPLE.supportReporter });
    declined.then([{ type: 'lane.declined', data: { lane: UNITS.finance } }]);
    expect(stateOf(declined).status).toBe('assigned');
    declined.next
      .when('task.report', { progress: '推进中' }, { by: PEOPLE.supportReporter })
      .then('TASK.LANE_DECLINED');
  });
});

describe('declining as one of two leads', () => {
  const declined = assignedToTwo.after('task.accept', {}, OF_HEALTH).after('task.decline', DECLINE, OF_FINANCE);
  const confirmed = { supportUnitIds: [], limits: 'confirmed' as const };

  it('gives that part back to the office, while the other one goes on with its own', () => {
    expect(stateOf(declined).status).toBe('declined');
    expect(stateOf(declined).lanes.map(({ answer }) => answer)).toEqual(['accepted', 'declined']);
    declined.when('task.report', { progress: '已启动' }, OF_HEALTH).then(['lane.reported']);
    declined.when('task.report', { progress: '已启动' }, OF_FINANCE).then('TASK.LANE_DECLINED');
  });

  it('lets the office put another unit in its place: the lane of the other one goes on as it is', () => {
    const reported = declined.after('task.report', { progress: '方案已印发', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    const again = reported
      .after('task.confirm', { leadUnitIds: [UNITS.health, UNITS.insurance], ...confirmed })
      .on('2025-03-10')
      .after('task.assign', {});
    const [before] = stateOf(reported).lanes;
    const [health, insurance] = stateOf(again).lanes;
    expect(health).toEqual({ ...before, stepRevision: stateOf(again).stepRevision });
    expect(insurance).toMatchObject({ unitId: UNITS.insurance, answer: 'waiting', climb: 2 });
    expect(stateOf(again)).toMatchObject({ status: 'assigned', limits: [{ done: [{ lane: UNITS.health }] }, {}] });
  });

  it('does not let the office take the task out of the hands of the other one', () => {
    declined.when('task.confirm', { leadUnitIds: [UNITS.insurance], ...confirmed }).then('TASK.UNITS_FIXED');
  });

  it('lets the office go on without the unit that declined', () => {
    const alone = declined
      .after('task.confirm', { leadUnitIds: [UNITS.health], ...confirmed })
      .after('task.assign', {});
    expect(stateOf(alone)).toMatchObject({ status: 'underway', lanes: [{ unitId: UNITS.health }] });
  });
});
