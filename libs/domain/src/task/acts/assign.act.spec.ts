import {
  corrected,
  aLimit,
  assignedToTwo,
  circumstancesOf,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
  withTwoLeads,
} from '../../../testing';
import { TASK_ACTS } from '.';
import { whyNotNow } from '../admit';
import { askingOf } from '../task-act';
import { pastLimits } from '../past-days';

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
    const asking = askingOf(circumstancesOf(PEOPLE.clerk, hung.today));
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

  it('tells the unit in place of one that declined what the others were told, unless it is told something else', () => {
    const declined = taskIn('hung')
      .after('task.assign', { requirements: '按月报送' })
      .after('task.decline', { reason: '非本单位职责' }, OF_HEALTH);
    declined.when('task.assign', {}).then([{ type: 'task.assigned', data: { requirements: '按月报送' } }]);
    declined
      .when('task.assign', { requirements: '按季报送' })
      .then([{ type: 'task.assigned', data: { requirements: '按季报送' } }]);
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

describe('assigning a task with a day that is over', () => {
  /** L1 was due on 2025-06-30, L2 is on 2025-09-30. */
  const hung = taskIn('hung').on('2025-07-14');
  const assign = (pastDays?: TaskInput<'task.assign'>['pastDays'], story: TaskStory = hung) =>
    story.when('task.assign', pastDays === undefined ? {} : { pastDays });

  it('asks: move or keep', () => {
    assign().then('TASK.DUE_PASSED');
    assign([]).then('TASK.DUE_PASSED');
    assign([{ limitId: 'L2', due: '2025-12-31' }]).then('TASK.DUE_PASSED');
  });

  it('keeps what is to be kept', () => {
    assign('keep').then(['task.assigned']);
    assign([{ limitId: 'L1', due: null }]).then(['task.assigned']);
  });

  it('moves what is to be moved, visibly, before anybody has it', () => {
    const moved = assign([{ limitId: 'L1', due: '2025-08-29' }]);
    moved.then([
      { type: 'limit.moved', data: { limitId: 'L1', kind: 'correction', to: { due: '2025-08-29' } } },
      'task.assigned',
    ]);
    expect(stateOf(moved.next).limits[0]?.chain.map(({ to }) => to.due)).toEqual(['2025-06-30', '2025-08-29']);
  });

  it('refuses a new day that is over too, and takes today', () => {
    assign([{ limitId: 'L1', due: '2025-07-13' }]).then('TASK.DUE_IN_PAST');
    assign([{ limitId: 'L1', due: '2025-07-14' }]).then(['limit.moved', 'task.assigned']);
  });

  it('asks nothing on the day itself, nor for what a unit has done', () => {
    assign(undefined, taskIn('hung').on('2025-06-30')).then(['task.assigned']);
    const done = withTwoLeads.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    const declined = done.on('2025-07-14');
    expect(pastLimits(stateOf(declined), declined.today)).toEqual([]);
  });

  it('asks for a unit that comes in place of one that declined, though another lead has done it', () => {
    const declined = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.decline', { reason: '职责不在本单位' }, OF_FINANCE)
      .after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH)
      .after('task.confirm', { leadUnitIds: [UNITS.health, UNITS.insurance], supportUnitIds: [], limits: 'confirmed' })
      .on('2025-08-01');
    declined.when('task.assign', {}).then('TASK.DUE_PASSED');
    declined.when('task.assign', { pastDays: 'keep' }).then(['task.assigned']);
  });

  it('asks for what a supporting unit alone owes that gets it now', () => {
    const limit = { ...aLimit('L9', { due: '2025-05-10' }), owedBy: [UNITS.finance] };
    const story = taskIn('hung').after('task.correct', { changes: { addedLimits: [limit] }, reason: '补录' });
    assign([], story.on('2025-05-12')).then('TASK.DUE_PASSED');
  });

  it('does not ask for what only a unit owes that has the task already', () => {
    const alone = (unitId: string) => ({ ...aLimit('L9', { due: '2025-05-10' }), owedBy: [unitId] });
    const again = (unitId: string) =>
      corrected(assignedToTwo.after('task.accept', {}, OF_HEALTH), { addedLimits: [alone(unitId)] })
        .after('task.decline', { reason: '职责不在本单位' }, OF_FINANCE)
        .after('task.confirm', {
          leadUnitIds: [UNITS.health, UNITS.insurance],
          supportUnitIds: [],
          limits: 'confirmed',
        })
        .on('2025-05-12');
    assign(undefined, again(UNITS.health)).then(['task.assigned']);
    // What the unit that left alone owed goes with it.
    assign(undefined, again(UNITS.finance)).then(['limit.removed', 'task.assigned']);
  });

  it('is taken back with the moves that it made', () => {
    const back = assign([{ limitId: 'L1', due: '2025-08-29' }]).next.after('task.withdraw', {});
    expect(stateOf(back)).toMatchObject({ status: 'hung', limits: [{ due: '2025-06-30' }, {}] });
  });

  it('moves no day alone that another unit has accepted', () => {
    const declined = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.decline', { reason: '职责不在本单位' }, OF_FINANCE)
      .on('2025-07-14');
    assign([{ limitId: 'L1', due: '2025-08-29' }], declined).then('TASK.DATES_NEED_SECOND');
    assign('keep', declined).then(['task.assigned']);
  });
});
