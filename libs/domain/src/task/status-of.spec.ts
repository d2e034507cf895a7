import { stateOf, taskIn, UNITS } from '../../testing';
import { statusOf } from './status-of';
import { type LaneState, type TaskState } from './task.state';

const underway = stateOf(taskIn('underway'));
const lane = (change: Partial<LaneState> = {}): LaneState => ({
  unitId: UNITS.health,
  role: 'lead',
  answer: 'accepted',
  acceptedBy: null,
  claim: null,
  since: '2025-03-03T01:00:00.000Z',
  begun: '2025-03-03T01:00:00.000Z',
  climb: 1,
  goingOn: [],
  replyBy: null,
  assignedOn: '2025-03-03',
  firstDay: '2025-03-03',
  lastStepOn: '2025-03-03',
  stepRevision: 3,
  lastReport: null,
  shown: [],
  ...change,
});
const claim = { on: '2025-03-10', at: '2025-03-10T01:00:00.000Z', claimed: [] };
const status = (change: Partial<TaskState>) => statusOf({ ...underway, ...change });

describe('the status of a task', () => {
  it('is draft until it is hung, and hung until somebody has it', () => {
    expect(status({ number: null, lanes: [] })).toBe('draft');
    expect(status({ lanes: [] })).toBe('hung');
  });

  it('follows from what its one lead has said', () => {
    expect(status({ lanes: [lane({ answer: 'waiting' })] })).toBe('assigned');
    expect(status({ lanes: [lane({ answer: 'declined' })] })).toBe('declined');
    expect(status({ lanes: [lane()] })).toBe('underway');
    expect(status({ lanes: [lane()], returned: true })).toBe('returned');
    expect(status({ lanes: [lane({ claim })] })).toBe('closure-requested');
    expect(status({ lanes: [lane({ claim })], levelPassed: 1 })).toBe('verified');
  });

  it.each(['closed', 'voided', 'terminated'] as const)('is %s before anything else', (ended) => {
    expect(status({ ended, lanes: [] })).toBe(ended);
    expect(status({ ended, lanes: [lane({ claim })], levelPassed: 1 })).toBe(ended);
    expect(status({ ended, number: null, lanes: [] })).toBe(ended);
  });

  it('of several leads is that of the one who is furthest behind', () => {
    const other = (change: Partial<LaneState>) => lane({ unitId: UNITS.finance, ...change });
    expect(status({ lanes: [lane(), other({ answer: 'waiting' })] })).toBe('assigned');
    expect(status({ lanes: [lane({ claim }), other({})] })).toBe('underway');
    expect(status({ lanes: [lane({ claim }), other({})], returned: true })).toBe('returned');
    expect(status({ lanes: [lane({ claim }), other({ claim })] })).toBe('closure-requested');
  });

  it('is declined as soon as one of several leads declines, whoever else has not answered', () => {
    const lanes = [lane({ answer: 'waiting' }), lane({ unitId: UNITS.finance, answer: 'declined' })];
    expect(status({ lanes })).toBe('declined');
  });

  it('does not wait for supporting units', () => {
    const support = lane({ unitId: UNITS.finance, role: 'support', answer: 'waiting' });
    expect(status({ lanes: [lane(), support] })).toBe('underway');
    expect(status({ lanes: [lane({ claim }), support] })).toBe('closure-requested');
  });

  it('stands in the state after every event', () => {
    const { status: known, ...rest } = underway;
    expect(statusOf(rest)).toBe(known);
  });
});
