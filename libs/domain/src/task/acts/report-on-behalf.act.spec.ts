import { soundBody, stateOf, taskIn, type TaskInput, UNITS } from '../../../testing';

const underway = taskIn('underway').on('2025-04-10');
const onBehalf = (change: Partial<TaskInput<'task.report-on-behalf'>['onBehalf']>) =>
  underway.when('task.report-on-behalf', {
    progress: '电话反馈：方案已印发',
    onBehalf: { unitId: UNITS.finance, saidBy: '王科长', how: 'phone', saidOn: '2025-04-08', ...change },
  });

describe('reporting for a unit without an account', () => {
  it('records who said it, how and when, under that unit', () => {
    onBehalf({}).then([
      {
        type: 'lane.reported',
        data: { lane: UNITS.finance, onBehalf: { saidBy: '王科长', how: 'phone', saidOn: '2025-04-08' } },
      },
    ]);
  });

  it('refuses a unit that is not responsible for the task', () => {
    onBehalf({ unitId: UNITS.insurance }).then('TASK.UNIT_NOT_RESPONSIBLE');
  });

  it('refuses a call from the future', () => {
    onBehalf({ saidOn: '2025-04-11' }).then('TASK.DAY_IN_FUTURE');
  });

  it('completes nothing that the unit does not owe', () => {
    const data = { ...soundBody('task.report-on-behalf'), done: [{ limitId: 'L1' }] };
    underway.when('task.report-on-behalf', data).then('TASK.LIMIT_NOT_OWED');
  });

  it('accepts for a unit that has not answered yet: a unit that reports has accepted its part', () => {
    const assigned = taskIn('assigned').on('2025-04-10');
    const said = { unitId: UNITS.health, saidBy: '王科长', how: 'phone', saidOn: '2025-04-10' } as const;
    const outcome = assigned.when('task.report-on-behalf', { progress: '已部署', onBehalf: said });
    outcome.then(['lane.accepted', 'lane.reported']);
    expect(stateOf(outcome).status).toBe('underway');
    // Taken back, both are.
    expect(stateOf(outcome.next.after('task.withdraw', {})).status).toBe('assigned');
  });
});
