import {
  actedBy,
  circumstancesOf,
  aLimit,
  draftTask,
  noTask,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  UNITS,
} from '../../../testing';
import { TASK_ACTS } from '.';
import { whyNotNow } from '../admit';

const HANG = soundBody('task.hang');
const NO_LIMITS: TaskInput<'task.confirm'> = { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'none' };

describe('assigning', () => {
  it('gives every confirmed unit a lane, and pins requirements, calendar and ladder', () => {
    taskIn('hung')
      .when('task.assign', { requirements: '按月报送', replyBy: '2025-03-07' })
      .then([
        {
          type: 'task.assigned',
          data: {
            lanes: [
              { unitId: UNITS.health, role: 'lead' },
              { unitId: UNITS.finance, role: 'support' },
            ],
            requirements: '按月报送',
            replyBy: '2025-03-07',
            rules: { calendar: 'sample-2025', policy: 'default-1' },
          },
        },
      ]);
  });

  it('refuses before a person named the unit and stood by the limits or their absence', () => {
    const draft = noTask.after('task.draft', draftTask());
    const hung = draft.after('task.hang', HANG);
    hung.when('task.assign', {}).then('TASK.NOT_CONFIRMED');
    // Told before the form is opened, too.
    const { calendar } = circumstancesOf(PEOPLE.clerk);
    const asking = { today: hung.today, calendar, actor: actedBy(PEOPLE.clerk), practice: false };
    expect(whyNotNow(TASK_ACTS['task.assign'], stateOf(hung), asking)).toMatchObject({ code: 'TASK.NOT_CONFIRMED' });
    noTask
      .after('task.draft', draftTask({ limits: [] }))
      .after('task.confirm', NO_LIMITS)
      .after('task.hang', HANG)
      .when('task.assign', {})
      .then(['task.assigned']);
  });

  it('refuses when the limits were corrected away from what was confirmed', () => {
    taskIn('hung')
      .after('task.correct', { changes: { changedLimits: [{ limitId: 'L2', due: null }] }, reason: '日期待定' })
      .when('task.assign', {})
      .then('TASK.LIMIT_UNSETTLED');
    taskIn('hung')
      .after('task.correct', { changes: { removedLimits: ['L1', 'L2'] }, reason: '已无时限' })
      .when('task.assign', {})
      .then('TASK.NO_LIMITS');
    noTask
      .after('task.draft', draftTask({ limits: [] }))
      .after('task.confirm', NO_LIMITS)
      .after('task.hang', HANG)
      .after('task.correct', { changes: { addedLimits: [aLimit('L1')] }, reason: '漏录时限' })
      .when('task.assign', {})
      .then('TASK.HAS_LIMITS');
  });

  it('refuses a reply-by day before today, whatever day is stated, and takes today', () => {
    const hung = taskIn('hung').on('2025-03-10');
    hung.when('task.assign', { replyBy: '2025-03-07' }).then('TASK.REPLY_BEFORE_ASSIGNMENT');
    hung.when('task.assign', { replyBy: '2025-03-10' }).then(['task.assigned']);
    hung.when('task.assign', { replyBy: '2025-03-07', occurredOn: '2025-03-07' }).then('TASK.REPLY_BEFORE_ASSIGNMENT');
  });

  it('gives the task to another unit after a decline', () => {
    const again = taskIn('declined')
      .after('task.confirm', { leadUnitIds: [UNITS.insurance], supportUnitIds: [], limits: 'confirmed' })
      .after('task.assign', {});
    expect(stateOf(again)).toMatchObject({
      status: 'assigned',
      lanes: [{ unitId: UNITS.insurance, role: 'lead', answer: 'waiting' }],
    });
  });

  it('gives it to the same unit once more, which may answer anew', () => {
    const again = taskIn('declined').after('task.assign', {});
    expect(stateOf(again).lanes.map(({ answer }) => answer)).toEqual(['waiting', 'waiting']);
    again.when('task.accept', {}).then(['lane.accepted']);
  });
});
