import {
  assignedToTwo,
  OF_FINANCE,
  OF_HEALTH,
  personWith,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { TASK_STATUSES, workingLeads } from '../task';
import { waitsOf } from '.';

const OF_INSURANCE = { by: personWith(0x31, '医保经办', 'reporter', UNITS.insurance) };
const held = (story: TaskStory) => waitsOf(stateOf(story));
const inUnit = (unitId: string) => ['reporter', 'unit-head'].map((role) => ({ role, unitId }));

describe('the holders of a task', () => {
  it('are the units that have not answered', () => {
    const both = [...inUnit(UNITS.health), ...inUnit(UNITS.finance)];
    expect(held(assignedToTwo)).toEqual([{ kind: 'accept', audience: both }]);
    const first = assignedToTwo.after('task.accept', {}, OF_HEALTH);
    expect(held(first)).toEqual([{ kind: 'accept', audience: inUnit(UNITS.finance) }]);
  });

  it('are supporting units too, each for its own answer, also while the lead is at work or being checked', () => {
    const both = [...inUnit(UNITS.health), ...inUnit(UNITS.finance)];
    expect(held(taskIn('assigned'))).toEqual([{ kind: 'accept', audience: both }]);
    const ofSupport = { kind: 'accept', audience: inUnit(UNITS.finance) };
    const atWork = usually(taskIn('assigned'), 'task.accept', 'task.report');
    expect(held(atWork)).toEqual([ofSupport]);
    expect(held(usually(atWork, 'task.request-closure'))).toContainEqual(ofSupport);
  });

  it('are the office where a supporting unit has declined, while the lead works on', () => {
    const declined = usually(taskIn('assigned'), 'task.accept').after(
      'task.decline',
      { reason: '职责不在本单位' },
      OF_FINANCE,
    );
    expect(held(declined)).toEqual([{ kind: 'assign-again', audience: [{ role: 'supervision-clerk', unitId: null }] }]);
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

  it('are the units that the return went to, and none that came after it: another unit’s coming had taken the place of a support’s', () => {
    const request = soundBody('task.request-closure');
    const reported = taskIn('underway').after('task.report', { progress: '资金已拨付' }, OF_FINANCE);
    const both = reported.after('task.request-closure', request, OF_FINANCE);
    const returned = usually(both.after('task.request-closure', request, OF_HEALTH), 'task.return');
    const rectifying = { kind: 'rectify', audience: [...inUnit(UNITS.health), ...inUnit(UNITS.finance)] };
    expect(held(returned)).toEqual([rectifying]);
    const changes = { supportUnitIds: [UNITS.finance, UNITS.insurance] };
    const joined = returned.after('task.correct', { changes, reason: '漏列配合单位' });
    expect(held(joined)).toEqual([{ kind: 'accept', audience: inUnit(UNITS.insurance) }, rectifying]);
    expect(held(joined.after('task.accept', {}, OF_INSURANCE))).toEqual([rectifying]);
  });

  it.each(
    TASK_STATUSES.filter(
      (status) => !['draft', 'hung', 'underway', 'suspended', 'closed', 'voided', 'terminated'].includes(status),
    ),
  )('are somebody where a step is waited for: %s', (status) => {
    const holders = held(taskIn(status));
    expect(holders.flatMap(({ audience }) => audience).length).toBeGreaterThan(0);
    // A lead holds it while it has it in hand, and an office otherwise.
    const ofLead = holders.some(({ audience }) => audience.some(({ unitId }) => unitId === UNITS.health));
    expect(ofLead).toBe(workingLeads(stateOf(taskIn(status))).length > 0);
  });
});
