import { assignedToTwo, OF_FINANCE, OF_HEALTH, soundBody, stateOf, taskIn, UNITS } from '../../../testing';

describe('an assignment', () => {
  const assigned = stateOf(taskIn('assigned'));

  it('gives each unit a lane that waits for its answer', () => {
    expect(assigned.lanes.map(({ unitId, role, answer, claim }) => [unitId, role, answer, claim])).toEqual([
      [UNITS.health, 'lead', 'waiting', null],
      [UNITS.finance, 'support', 'waiting', null],
    ]);
  });

  it('lets the limits run from its moment, in their first climb', () => {
    expect(assigned.limits.map(({ climb, firstDay }) => [climb, firstDay])).toEqual([
      [1, '2025-03-03'],
      [1, '2025-03-03'],
    ]);
    expect(new Set(assigned.limits.map(({ armedAt }) => armedAt))).toEqual(new Set([assigned.recordedAt]));
  });

  it('begins another climb when the task is assigned anew', () => {
    const again = taskIn('declined').on('2025-03-10').after('task.assign', {});
    expect(stateOf(again).limits.map(({ climb, firstDay }) => [climb, firstDay])).toEqual([
      [2, '2025-03-03'],
      [2, '2025-03-03'],
    ]);
  });

  it('to other units forgets what those had done that are gone', () => {
    const again = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.report', { progress: '方案已印发', limitsDone: ['L1'] }, OF_HEALTH)
      .after('task.decline', soundBody('task.decline'), OF_FINANCE)
      .after('task.confirm', { leadUnitIds: [UNITS.insurance], supportUnitIds: [], limits: 'confirmed' })
      .after('task.assign', {});
    expect(stateOf(again).limits.flatMap(({ done }) => done)).toEqual([]);
  });
});
