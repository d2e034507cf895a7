import {
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';

const URGE = { message: '请于本周五前报送进展' };
const urge = (story: TaskStory, step: { readonly today?: string } = {}) => story.when('task.urge', URGE, step);
const seen = (story: TaskStory) => story.history.length - 1;

describe('urging by hand', () => {
  it.each(['assigned', 'underway', 'returned'] as const)('is recorded with its words and its day: %s', (status) => {
    urge(taskIn(status)).then([
      { type: 'task.urged', data: { lanes: [UNITS.health], message: URGE.message, on: '2025-03-03' } },
    ]);
  });

  it('goes to every lead', () => {
    urge(withTwoLeads).then([{ type: 'task.urged', data: { lanes: [UNITS.health, UNITS.finance] } }]);
  });

  it('leaves out a lead that has asked for closure', () => {
    const claimed = withTwoLeads
      .after('task.report', soundBody('task.report'), OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead });
    urge(claimed).then([{ type: 'task.urged', data: { lanes: [UNITS.finance] } }]);
  });

  it('needs no words', () => {
    taskIn('underway')
      .when('task.urge', {})
      .then([{ type: 'task.urged', data: { message: '' } }]);
  });

  it('takes bounded words without numbers of private persons', () => {
    taskIn('underway').when('task.urge', { message: '请联系13812345678' }).thenInvalid('message');
    taskIn('underway')
      .when('task.urge', { message: '急'.repeat(2_001) })
      .thenInvalid('message');
  });

  it('is refused while no lead has the task in hand: the only one has declined it', () => {
    urge(taskIn('declined')).then('TASK.NOBODY_TO_URGE');
  });

  it.each(['draft', 'hung', 'closure-requested', 'verified', 'closed', 'voided', 'terminated'] as const)(
    'is not open where no unit has the task in hand: %s',
    (status) => urge(taskIn(status)).then('TASK.STEP_NOT_OPEN'),
  );

  it('comes once a day for a task, whoever urges and whatever day is stated', () => {
    const urged = urge(taskIn('underway')).next;
    urge(urged).then('TASK.URGED_TODAY');
    urged.when('task.urge', URGE, { by: PEOPLE.secondClerk }).then('TASK.URGED_TODAY');
    urge(urged, { today: '2025-03-04' }).then(['task.urged']);
    urged
      .after('task.urge', { ...URGE, occurredOn: '2025-03-03' }, { today: '2025-03-04' })
      .when('task.urge', URGE)
      .then('TASK.URGED_TODAY');
  });

  it('is stated on a day that is there, not before the unit was given the task', () => {
    const assigned = taskIn('assigned').on('2025-03-20');
    assigned.when('task.urge', { ...URGE, occurredOn: '2025-03-21' }).then('TASK.DAY_IN_FUTURE');
    assigned.when('task.urge', { ...URGE, occurredOn: '2025-03-02' }).then('TASK.DAY_OUT_OF_ORDER');
    assigned.when('task.urge', { ...URGE, occurredOn: '2025-03-18' }).then(['task.urged']);
  });

  it('is refused from a form that has not seen the unit’s last step', () => {
    const underway = taskIn('underway');
    usually(underway, 'task.report')
      .when('task.urge', { ...URGE, seenRevision: seen(underway) })
      .then('TASK.CHANGED_SINCE');
  });
});

describe('a unit that is urged', () => {
  const underway = taskIn('underway');
  const urged = underway.on('2025-03-10').after('task.urge', URGE);

  it('keeps its status, its step and its way back', () => {
    expect(stateOf(urged)).toMatchObject({ status: 'underway', lastStepOn: '2025-03-03', lastUrgedOn: '2025-03-10' });
    urged
      .when('task.withdraw', {}, { by: PEOPLE.reporter })
      .then([{ type: 'task.withdrawn', data: { step: 'task.report' } }]);
  });

  it('sends the form that it was filling', () => {
    urged
      .when('task.report', { progress: '完成', seenRevision: seen(underway) }, { by: PEOPLE.reporter })
      .then(['lane.reported']);
  });

  it('may state a day before the urging: that was no step of its own', () => {
    urged
      .when('task.report', { progress: '完成', occurredOn: '2025-03-05' }, { by: PEOPLE.reporter })
      .then(['lane.reported']);
  });

  it('has been urged, also after it took back a step', () => {
    const back = urged.after('task.withdraw', {}, { by: PEOPLE.reporter });
    expect(stateOf(back).lastUrgedOn).toBe('2025-03-10');
    urge(back).then('TASK.URGED_TODAY');
  });

  it('is reminded by the timers as before', () => {
    expect(stateOf(urged).fired).toEqual(stateOf(underway).fired);
    expect(stateOf(urged).limits).toEqual(stateOf(underway).limits);
  });
});
