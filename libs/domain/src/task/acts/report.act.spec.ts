import {
  anIndicator,
  corrected,
  EVIDENCE,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  recurringTask,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';
import { openObligations } from '../obligations';

const underway = taskIn('underway').on('2025-04-10');
const report = (story: TaskStory, change: Partial<TaskInput<'task.report'>>, by = PEOPLE.reporter) =>
  story.when('task.report', { progress: '已完成阶段任务', ...change }, { by });

describe('reporting', () => {
  it('records the words, the lane of the post and the day', () => {
    report(underway, { problems: '资金未到位', percent: 40 }).then([
      {
        type: 'lane.reported',
        data: {
          lane: UNITS.health,
          on: '2025-04-10',
          texts: { progress: '已完成阶段任务', problems: '资金未到位', nextSteps: '', helpNeeded: '' },
          percent: 40,
          done: [],
        },
      },
    ]);
  });

  it('says nothing of who typed it in for a unit that reports by itself', () => {
    expect(report(underway, {}).events.map(({ data }) => 'onBehalf' in data)).toEqual([false]);
  });

  it('records a supporting unit under its own name', () => {
    report(underway, {}, PEOPLE.supportReporter).then([{ type: 'lane.reported', data: { lane: UNITS.finance } }]);
  });

  it('is not open to a unit that has not accepted, nor to one that supports it', () => {
    report(taskIn('assigned'), {}).then('TASK.NOT_ACCEPTED');
    report(taskIn('assigned'), {}, PEOPLE.supportReporter).then('TASK.NOT_ACCEPTED');
  });

  it('keeps the last percentage when a report states none', () => {
    const reported = report(underway, { percent: 40 }).next;
    expect(stateOf(report(reported, {})).lastReport?.percent).toBe(40);
    expect(stateOf(report(reported, { percent: 0 })).lastReport?.percent).toBe(0);
  });

  it('refuses an empty report and a percentage beyond 100', () => {
    report(underway, { progress: ' ' }).thenInvalid('progress');
    report(underway, { percent: 101 }).thenInvalid('percent');
  });

  it('refuses an indicator that the task does not have', () => {
    const readings = [{ indicatorId: 'I9', value: 1, readOn: '2025-04-01' }];
    report(underway, { readings }).then('TASK.INDICATOR_UNKNOWN');
  });

  it('refuses a limit that the task does not have', () => {
    report(underway, { done: [{ limitId: 'L9' }] }).then('TASK.LIMIT_UNKNOWN');
  });

  it('refuses evidence that is not in the store', () => {
    report(underway, { evidence: [EVIDENCE] }).then(['lane.reported']);
    report(underway, { evidence: [{ ...EVIDENCE, hash: 'b'.repeat(64) }] }).then('EVIDENCE.UNKNOWN');
  });
});

describe('readings', () => {
  const reading = (value: number, readOn: string) => ({ readings: [{ indicatorId: 'I1', value, readOn }] });
  const latest = (story: TaskStory) => stateOf(story).indicators[0]?.reading;

  it('are not from the future', () => {
    report(underway, reading(80, '2025-04-11')).then('TASK.DAY_IN_FUTURE');
    report(underway, reading(80, '2025-04-10')).then(['lane.reported']);
  });

  it('may arrive out of order: the latest day stays in force', () => {
    const first = report(underway, reading(80, '2025-03-31')).next;
    const older = report(first, reading(60, '2024-12-31')).next;
    expect(latest(older)).toEqual({ value: 80, readOn: '2025-03-31' });
    expect(latest(report(older, reading(85, '2025-04-01')).next)).toEqual({ value: 85, readOn: '2025-04-01' });
  });

  it('of the same day correct one another', () => {
    const first = report(underway, reading(80, '2025-03-31')).next;
    expect(latest(report(first, reading(81, '2025-03-31')).next)?.value).toBe(81);
  });

  it('outlive a correction of their indicator', () => {
    const read = report(underway, reading(80, '2025-03-31')).next;
    const corrected = read.after('task.correct', {
      changes: { indicators: [anIndicator('I1', { value: 95 }), anIndicator('I2')] },
      reason: '目标值录错',
    });
    expect(stateOf(corrected).indicators.map(({ value, reading: each }) => [value, each?.value])).toEqual([
      [95, 80],
      [90, undefined],
    ]);
  });
});

describe('limits done', () => {
  it('are done for good on the day first told, and not told twice', () => {
    const done = report(underway, { done: [{ limitId: 'L1' }] });
    done.then([{ type: 'lane.reported', data: { done: [{ limitId: 'L1', period: null, on: '2025-04-10' }] } }]);
    const again = report(done.next.on('2025-05-06'), { done: [{ limitId: 'L1' }] });
    again.then([{ type: 'lane.reported', data: { done: [] } }]);
    expect(stateOf(again).limits.map((limit) => limit.done.map(({ on, claimed }) => ({ on, claimed })))).toEqual([
      [{ on: '2025-04-10', claimed: false }],
      [],
    ]);
  });

  it('keep the lane, the moment and the event that did them', () => {
    const { history, state } = report(underway, { done: [{ limitId: 'L1' }], occurredOn: '2025-04-08' }).next;
    const { eventId, metadata } = history[history.length - 1] ?? {};
    expect(state?.limits[0]?.done).toEqual([
      {
        lane: UNITS.health,
        period: null,
        on: '2025-04-08',
        due: '2025-06-30',
        recordedAt: metadata?.recordedAt,
        eventId,
        claimed: false,
      },
    ]);
  });

  it('of a recurring limit are the periods that it names, and no others', () => {
    const owed = (story: TaskStory) => openObligations(stateOf(story), story.today).map(({ period }) => period);
    const story = recurringTask().on('2025-04-01');
    expect(owed(story)).toEqual(['2025-Q1', '2025-Q2']);
    const settled = report(story, { done: [{ limitId: 'L3', period: '2025-Q2' }] });
    settled.then([{ type: 'lane.reported', data: { done: [{ limitId: 'L3', period: '2025-Q2', on: '2025-04-01' }] } }]);
    expect(owed(settled.next)).toEqual(['2025-Q1']);
  });

  it('of a recurring limit are periods that are owed, or the next one, and none beyond, before, or of another name', () => {
    const naming = (period: string | null) => report(recurringTask(), { done: [{ limitId: 'L3', period }] });
    naming('2025-Q1').then(['lane.reported']);
    naming('2025-Q2').then(['lane.reported']);
    for (const period of ['2025-Q3', '2024-Q4', '2025-03', '首季', null]) naming(period).then('TASK.PERIOD_UNKNOWN');
  });

  it('of a dated limit name no period', () => {
    report(underway, { done: [{ limitId: 'L1', period: '2025-Q1' }] }).then('TASK.PERIOD_UNKNOWN');
  });

  it('may state a day of their own, before the report and not to come', () => {
    const on = (day: string) => report(underway, { done: [{ limitId: 'L1', on: day }] });
    on('2025-03-20').then([{ type: 'lane.reported', data: { on: '2025-04-10', done: [{ on: '2025-03-20' }] } }]);
    on('2025-04-11').then('TASK.DAY_IN_FUTURE');
  });

  it('are never the leads’ where a supporting unit reports', () => {
    report(underway, { done: [{ limitId: 'L1' }] }, PEOPLE.supportReporter).then('TASK.LIMIT_NOT_OWED');
  });

  it('of a supporting unit are those that name it', () => {
    const limit = { limitId: 'L5', sourceText: '', what: '拨付资金', due: '2025-08-29', recurrence: null, dueOn: null };
    const named = underway.recorded([
      { type: 'limit.added', data: { limit: { ...limit, span: null }, owedBy: [UNITS.finance], reason: '分工' } },
    ]);
    report(named, { done: [{ limitId: 'L5' }] }, PEOPLE.supportReporter).then([
      { type: 'lane.reported', data: { done: [{ limitId: 'L5' }] } },
    ]);
    report(named, { done: [{ limitId: 'L5' }] }).then('TASK.LIMIT_NOT_OWED');
  });
});

describe('reporting as one of two leads', () => {
  const done = withTwoLeads.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);

  it('completes that lead’s part only', () => {
    const owing = openObligations(stateOf(done), done.today).filter(({ limitId }) => limitId === 'L1');
    expect(owing.map(({ lane }) => lane)).toEqual([UNITS.finance]);
    report(done, { done: [{ limitId: 'L1' }] }, PEOPLE.supportReporter).then([
      { type: 'lane.reported', data: { lane: UNITS.finance, done: [{ limitId: 'L1' }] } },
    ]);
  });

  it('is over for the one that has asked for closure, and not for the other', () => {
    const claimed = done.after('task.request-closure', { selfCheck: '已完成', committed: true }, OF_HEALTH);
    report(claimed, {}).then('TASK.LANE_CLAIMED');
    claimed.when('task.report', { progress: '推进中' }, OF_FINANCE).then(['lane.reported']);
  });
});

describe('a report after a return', () => {
  it('is open again', () => {
    usually(taskIn('returned'), 'task.report').when('task.report', { progress: '补充' }).then(['lane.reported']);
  });
});

it('a reading of a supporting unit stands in its own report, and not in the place of what the lead has measured', () => {
  const reading = (value: number, readOn: string) => ({ indicatorId: 'I1', value, readOn });
  const lead = corrected(taskIn('underway'), { indicators: [anIndicator('I1')] })
    .on('2025-04-01')
    .after('task.report', { progress: '推进中', readings: [reading(60, '2025-03-31')] }, OF_HEALTH);
  const support = lead
    .on('2025-05-01')
    .when('task.report', { progress: '配合推进', readings: [reading(5, '2025-04-30')] }, OF_FINANCE);
  support.then([{ type: 'lane.reported', data: { lane: UNITS.finance, readings: [reading(5, '2025-04-30')] } }]);
  expect(stateOf(support.next).indicators.map((each) => each.reading)).toEqual([{ value: 60, readOn: '2025-03-31' }]);
});
