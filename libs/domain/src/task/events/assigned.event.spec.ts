import { assignedToTwo, OF_FINANCE, OF_HEALTH, soundBody, stateOf, taskIn, UNITS } from '../../../testing';

const ASSIGNED = {
  requirements: '',
  replyBy: null,
  on: '2025-03-10',
  rules: { policy: 'default-1', calendar: '2025-1' },
};

describe('an assignment', () => {
  const assigned = stateOf(taskIn('assigned'));

  it('gives each unit a lane that waits for its answer', () => {
    expect(assigned.lanes.map(({ unitId, role, answer, claim }) => [unitId, role, answer, claim])).toEqual([
      [UNITS.health, 'lead', 'waiting', null],
      [UNITS.finance, 'support', 'waiting', null],
    ]);
  });

  it('lets the limits run from its moment, in their first climb', () => {
    expect(assigned.lanes.map(({ climb }) => climb)).toEqual([1, 1]);
    expect(assigned.limits.map(({ firstDay }) => firstDay)).toEqual(['2025-03-03', '2025-03-03']);
    expect(new Set(assigned.limits.map(({ armedAt }) => armedAt))).toEqual(new Set([assigned.recordedAt]));
  });

  it('begins another climb when the task is assigned anew', () => {
    const again = taskIn('declined').on('2025-03-10').after('task.assign', {});
    expect(stateOf(again).lanes.map(({ climb, role }) => [role, climb])).toEqual([
      ['lead', 2],
      ['support', 1],
    ]);
    expect(stateOf(again).limits.map(({ firstDay }) => firstDay)).toEqual(['2025-03-03', '2025-03-03']);
  });

  it('to other units forgets what those had done that are gone', () => {
    const again = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.report', { progress: '方案已印发', done: [{ limitId: 'L1' }] }, OF_HEALTH)
      .after('task.decline', soundBody('task.decline'), OF_FINANCE)
      .recorded([
        {
          type: 'task.assigned',
          data: { ...ASSIGNED, lanes: [{ unitId: UNITS.insurance, role: 'lead' as const }] },
        },
      ]);
    expect(stateOf(again).limits.flatMap(({ done }) => done)).toEqual([]);
  });
});
