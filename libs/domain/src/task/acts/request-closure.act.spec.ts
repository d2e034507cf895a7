import {
  corrected,
  dailyTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';

const REQUEST = soundBody('task.request-closure');
const accepted = usually(taskIn('assigned'), 'task.accept');
const request = (story: TaskStory, by = PEOPLE.unitHead) => story.when('task.request-closure', REQUEST, { by });

describe('asking for closure', () => {
  it('needs a report', () => {
    request(accepted).then('TASK.NOTHING_REPORTED');
    // What another unit reported is not this one's.
    request(usually(accepted, 'task.report-on-behalf')).then('TASK.NOTHING_REPORTED');
    request(usually(accepted, 'task.report')).then(['lane.claimed']);
  });

  it('claims every limit that is not done', () => {
    const reported = accepted.after(
      'task.report',
      { progress: '完成', done: [{ limitId: 'L1' }] },
      { by: PEOPLE.reporter },
    );
    request(reported).then([
      {
        type: 'lane.claimed',
        data: { lane: UNITS.health, claimed: [{ lane: UNITS.health, limitId: 'L2', period: null }], owed: [] },
      },
    ]);
    const { limits } = stateOf(request(reported));
    expect(limits.map(({ done }) => done.map(({ claimed }) => claimed))).toEqual([[false], [true]]);
  });

  it('claims the periods that have begun, and none to come', () => {
    const story = usually(recurringTask(), 'task.report').on('2025-04-01');
    const claimed = ['2025-Q1', '2025-Q2'].map((period) => ({ lane: UNITS.health, limitId: 'L3', period }));
    request(story).then([{ type: 'lane.claimed', data: { claimed } }]);
  });

  it('claims as many periods as an event can name, and is refused with TASK.TOO_MANY_OWED beyond', () => {
    request(dailyTask().on('2025-06-10')).then(['lane.claimed']);
    expect(request(dailyTask().on('2025-06-10')).next.state).toMatchObject({ status: 'closure-requested' });
    request(dailyTask().on('2025-06-11')).then('TASK.TOO_MANY_OWED');
  });

  it('is open again once a correction has ended duties', () => {
    const fewer = corrected(dailyTask().on('2025-06-11'), { removedLimits: ['L20'] });
    request(fewer).then(['lane.claimed']);
  });

  it('demands a self-check in words', () => {
    taskIn('underway')
      .when('task.request-closure', { selfCheck: ' ', committed: true }, { by: PEOPLE.unitHead })
      .thenInvalid('selfCheck');
  });

  it('follows a return once more, claiming what was reopened', () => {
    const claimed = ['L1', 'L2'].map((limitId) => ({ lane: UNITS.health, limitId, period: null }));
    request(usually(taskIn('returned'), 'task.report')).then([{ type: 'lane.claimed', data: { claimed } }]);
  });
});

describe('asking for closure as one of two leads', () => {
  const reported = withTwoLeads.after('task.report', { progress: '完成' }, OF_HEALTH);
  const first = reported.after('task.request-closure', REQUEST, OF_HEALTH);

  it('claims that lead’s part, and waits for the other one', () => {
    expect(stateOf(first).status).toBe('underway');
    first.when('task.request-closure', REQUEST, OF_FINANCE).then('TASK.NOTHING_REPORTED');
    const both = first
      .after('task.report', { progress: '完成' }, OF_FINANCE)
      .when('task.request-closure', REQUEST, OF_FINANCE);
    const claimed = ['L1', 'L2'].map((limitId) => ({ lane: UNITS.finance, limitId, period: null }));
    both.then([{ type: 'lane.claimed', data: { lane: UNITS.finance, claimed } }]);
    expect(stateOf(both).status).toBe('closure-requested');
  });

  it('is done once by each', () => {
    first.when('task.request-closure', REQUEST, OF_HEALTH).then('TASK.LANE_CLAIMED');
  });

  it('is taken back by the lead that asked, while the other one works on', () => {
    const back = first.after('task.withdraw', {}, OF_HEALTH);
    expect(stateOf(back).lanes.map(({ claim }) => claim)).toEqual([null, null]);
    expect(stateOf(back).limits.flatMap(({ done }) => done)).toEqual([]);
  });
});
