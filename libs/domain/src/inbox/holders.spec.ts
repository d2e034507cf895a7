import {
  assignedToTwo,
  OF_HEALTH,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  withTwoLeads,
} from '../../testing';
import { isRunning, TASK_STATUSES } from '../task';
import { holdersOf } from '.';

const held = (story: TaskStory) => holdersOf(stateOf(story));
const inUnit = (unitId: string) => ['reporter', 'unit-head'].map((role) => ({ role, unitId }));

describe('the holders of a task', () => {
  it('are the leads that have not answered', () => {
    const both = [...inUnit(UNITS.health), ...inUnit(UNITS.finance)];
    expect(held(assignedToTwo)).toEqual([{ kind: 'accept', audience: both }]);
    const first = assignedToTwo.after('task.accept', {}, OF_HEALTH);
    expect(held(first)).toEqual([{ kind: 'accept', audience: inUnit(UNITS.finance) }]);
  });

  it('are never supporting units', () => {
    expect(held(taskIn('assigned'))).toEqual([{ kind: 'accept', audience: inUnit(UNITS.health) }]);
  });

  it('are none while the units work in time: they are left in peace', () => {
    expect(held(withTwoLeads)).toEqual([]);
  });

  it('are the leads that have not asked for closure after a return', () => {
    const request = soundBody('task.request-closure');
    expect(held(taskIn('returned'))).toEqual([{ kind: 'rectify', audience: inUnit(UNITS.health) }]);
    expect(held(taskIn('returned').after('task.request-closure', request, OF_HEALTH))).toEqual([
      { kind: 'verify', audience: [{ role: 'verifier', unitId: null }] },
    ]);
  });

  it.each(
    TASK_STATUSES.filter(
      (status) => !['draft', 'hung', 'underway', 'suspended', 'closed', 'voided', 'terminated'].includes(status),
    ),
  )('are somebody where a step is waited for: %s', (status) => {
    const holders = held(taskIn(status));
    expect(holders.flatMap(({ audience }) => audience).length).toBeGreaterThan(0);
    // Whoever holds it sits in a unit while the units have it in hand, and in an office otherwise.
    const inUnits = holders.every(({ audience }) => audience.every(({ unitId }) => unitId !== null));
    expect(inUnits).toBe(isRunning(stateOf(taskIn(status))));
  });
});
