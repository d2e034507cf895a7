import { assignedToTwo, OF_HEALTH, soundBody, stateOf, taskIn, UNITS } from '../../../testing';

const onBehalf = { unitId: UNITS.health, saidBy: '王科长', how: 'phone', saidOn: '2025-04-10' } as const;
const assigned = taskIn('assigned').on('2025-04-10');
const accept = (unitId: string) => ({ onBehalf: { ...onBehalf, unitId } });

describe('accepting for a unit without an account', () => {
  it('brings a task under way that its unit could not accept by itself', () => {
    const outcome = assigned.when('task.accept-on-behalf', accept(UNITS.health));
    outcome.then([{ type: 'lane.accepted', data: { lane: UNITS.health, on: '2025-04-10' } }]);
    expect(stateOf(outcome).status).toBe('underway');
  });

  it('answers for the unit named alone', () => {
    const one = assignedToTwo.on('2025-04-10').after('task.accept-on-behalf', accept(UNITS.finance));
    expect(stateOf(one)).toMatchObject({
      status: 'assigned',
      lanes: [
        { unitId: UNITS.health, answer: 'waiting' },
        { unitId: UNITS.finance, answer: 'accepted' },
      ],
    });
  });

  it('is refused where the unit has answered, by itself or through the office', () => {
    const twice = assigned.after('task.accept-on-behalf', accept(UNITS.health));
    twice.when('task.accept-on-behalf', accept(UNITS.health)).then('TASK.ALREADY_ANSWERED');
    twice.when('task.accept', {}, OF_HEALTH).then('TASK.ALREADY_ANSWERED');
  });

  it('is not taken back while a request of the unit waits', () => {
    const asked = assigned
      .after('task.accept-on-behalf', accept(UNITS.health))
      .after('task.extend-on-behalf', { ...soundBody('task.extend'), onBehalf });
    asked.when('task.withdraw', {}).then('TASK.REQUEST_WAITS');
    const reported = assigned
      .after('task.report-on-behalf', { progress: '已部署', onBehalf })
      .after('task.extend-on-behalf', { ...soundBody('task.extend'), onBehalf });
    // The report had accepted for the unit too.
    reported.when('task.withdraw', {}).then('TASK.REQUEST_WAITS');
  });
});
