import { stateOf, taskIn, UNITS } from '../../../testing';

const assigned = taskIn('assigned').on('2025-04-10');
const onBehalf = { unitId: UNITS.health, saidBy: '王科长', how: 'phone', saidOn: '2025-04-10' } as const;
const REASON = '职责不在本单位';

describe('declining for a unit without an account', () => {
  it('gives the part back to the office with the unit’s reason', () => {
    const outcome = assigned.when('task.decline-on-behalf', { reason: REASON, onBehalf });
    outcome.then([{ type: 'lane.declined', data: { lane: UNITS.health, reason: REASON } }]);
    expect(stateOf(outcome).status).toBe('declined');
  });

  it('is refused without a reason, and for a unit that has accepted', () => {
    assigned.when('task.decline-on-behalf', { reason: '', onBehalf }).thenInvalid('reason');
    taskIn('underway')
      .on('2025-04-10')
      .when('task.decline-on-behalf', { reason: REASON, onBehalf })
      .then('TASK.ALREADY_ANSWERED');
  });
});
