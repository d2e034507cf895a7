import { OF_HEALTH, stateOf, taskIn, UNITS } from '../../../testing';

const underway = taskIn('underway').on('2025-04-10');
const onBehalf = { unitId: UNITS.health, saidBy: '李局长', how: 'phone', saidOn: '2025-04-10' } as const;
const REQUEST = { selfCheck: '各项举措已完成', committed: true, onBehalf } as const;

describe('asking for closure for a unit without an account', () => {
  it('claims what the unit has not reported as done, in its own lane', () => {
    const outcome = underway.when('task.request-closure-on-behalf', REQUEST);
    const claimed = ['L1', 'L2'].map((limitId) => ({ lane: UNITS.health, limitId, period: null }));
    outcome.then([{ type: 'lane.claimed', data: { lane: UNITS.health, claimed, committed: true } }]);
    expect(stateOf(outcome).status).toBe('closure-requested');
  });

  it('needs the head’s word that it is true, a report, and a unit that has not asked yet', () => {
    const { committed: _word, ...unsaid } = REQUEST;
    // @ts-expect-error A request without the word of the unit's head is none.
    underway.when('task.request-closure-on-behalf', unsaid).thenInvalid('committed');
    taskIn('assigned')
      .on('2025-04-10')
      .after('task.accept', {}, OF_HEALTH)
      .when('task.request-closure-on-behalf', REQUEST)
      .then('TASK.NOTHING_REPORTED');
    taskIn('assigned').on('2025-04-10').when('task.request-closure-on-behalf', REQUEST).then('TASK.NOT_ACCEPTED');
    const finance = { ...REQUEST, onBehalf: { ...onBehalf, unitId: UNITS.finance } };
    const both = underway
      .after('task.report-on-behalf', { progress: '已配合', onBehalf: finance.onBehalf })
      .after('task.request-closure-on-behalf', finance);
    both.when('task.request-closure-on-behalf', finance).then('TASK.LANE_CLAIMED');
  });
});
