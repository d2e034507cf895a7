import {
  aLimit,
  anIndicator,
  draftTask,
  EVIDENCE,
  noTask,
  PEOPLE,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
  usually,
} from '../../testing';

const underway = taskIn('underway').on('2025-04-10');
const byReporter = { by: PEOPLE.reporter };
const report = (story: TaskStory, change: Partial<TaskInput<'task.report'>>) =>
  story.when('task.report', { progress: '已完成阶段任务', ...change }, byReporter);
const onBehalf = (change: Partial<TaskInput<'task.report-on-behalf'>['onBehalf']>) =>
  underway.when('task.report-on-behalf', {
    progress: '电话反馈：方案已印发',
    onBehalf: { unitId: UNITS.finance, saidBy: '王科长', how: 'phone', saidOn: '2025-04-08', ...change },
  });

describe('reporting', () => {
  it('records the words, the unit of the post and the day', () => {
    report(underway, { problems: '资金未到位', percent: 40 }).then([
      {
        type: 'task.reported',
        data: { unitId: UNITS.health, occurredOn: '2025-04-10', problems: '资金未到位', percent: 40, onBehalf: null },
      },
    ]);
  });

  it('records a supporting unit under its own name', () => {
    underway
      .when('task.report', { progress: '资金已拨付' }, { by: PEOPLE.supportReporter })
      .then([{ type: 'task.reported', data: { unitId: UNITS.finance } }]);
  });

  it('keeps the last percentage when a report states none', () => {
    const reported = report(underway, { percent: 40 }).next;
    expect(stateOf(report(reported, {})).percent).toBe(40);
    expect(stateOf(report(reported, { percent: 0 })).percent).toBe(0);
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
    report(underway, { limitsDone: ['L9'] }).then('TASK.LIMIT_UNKNOWN');
  });

  it('refuses evidence that is not in the store', () => {
    report(underway, { evidence: [EVIDENCE] }).then(['task.reported']);
    report(underway, { evidence: [{ ...EVIDENCE, hash: 'b'.repeat(64) }] }).then('EVIDENCE.UNKNOWN');
  });
});

describe('readings', () => {
  const reading = (value: number, readOn: string) => ({ readings: [{ indicatorId: 'I1', value, readOn }] });
  const latest = (story: TaskStory) => stateOf(story).indicators[0]?.reading;

  it('are not from the future', () => {
    report(underway, reading(80, '2025-04-11')).then('TASK.DAY_IN_FUTURE');
    report(underway, reading(80, '2025-04-10')).then(['task.reported']);
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
  it('are done for good on the day first told', () => {
    const done = report(underway, { limitsDone: ['L1'] }).next;
    const again = report(done.on('2025-05-06'), { limitsDone: ['L1'] }).next;
    expect(stateOf(again).limits.map((limit) => limit.done)).toEqual([
      { on: '2025-04-10', claimedByRequest: false },
      null,
    ]);
  });

  it('of a recurring limit settle the oldest period owed', () => {
    const opened = usually(
      noTask.after('task.draft', draftTask({ limits: [aLimit('L3', { due: null, recurrence: 'quarterly' })] })),
      ...(['task.confirm', 'task.hang', 'task.assign', 'task.accept', 'task.open-period'] as const),
    )
      .on('2025-04-01')
      .after('task.open-period', { limitId: 'L3', period: '2025-Q2' }, { by: PEOPLE.engine });
    const owed = (story: TaskStory) => stateOf(story).limits[0]?.openPeriods.map(({ period }) => period);
    expect(owed(opened)).toEqual(['2025-Q1', '2025-Q2']);
    const settled = report(opened, { limitsDone: ['L3'] }).next;
    expect(owed(settled)).toEqual(['2025-Q2']);
    expect(stateOf(settled).limits[0]?.done).toBeNull();
  });
});

describe('reporting for a unit without an account', () => {
  it('records who said it, how and when, under that unit', () => {
    onBehalf({}).then([
      {
        type: 'task.reported',
        data: { unitId: UNITS.finance, onBehalf: { saidBy: '王科长', how: 'phone', saidOn: '2025-04-08' } },
      },
    ]);
  });

  it('refuses a unit that is not responsible for the task', () => {
    onBehalf({ unitId: UNITS.insurance }).then('TASK.UNIT_NOT_RESPONSIBLE');
  });

  it('refuses a call from the future', () => {
    onBehalf({ saidOn: '2025-04-11' }).then('TASK.DAY_IN_FUTURE');
  });

  it('makes the clerk a reporter, who does not verify', () => {
    expect(stateOf(onBehalf({})).reporters).toContain(PEOPLE.clerk.accountId);
  });
});

describe('numbers of private persons', () => {
  it.each([
    ['problems', { problems: '联系人身份证11010519491231002X' }],
    ['nextSteps', { nextSteps: '请致电13812345678' }],
    ['evidence.0', { evidence: [{ ...EVIDENCE, fileName: '张三 138-1234-5678.jpg' }] }],
  ])('are refused in %s', (path, change) => {
    const outcome = report(underway, change);
    outcome.thenInvalid(path);
    outcome.thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('are refused in the name of a caller, an authority and a correction', () => {
    onBehalf({ saidBy: '王科长13812345678' }).thenInvalid('TEXT.PRIVATE_DATA');
    taskIn('underway')
      .when('task.terminate', {
        reason: '政策调整',
        authority: { kind: 'instruction', reference: '电话13812345678批示' },
      })
      .thenInvalid('TEXT.PRIVATE_DATA');
    taskIn('underway')
      .when('task.correct', { changes: { body: '联系13812345678' }, reason: '补充' })
      .thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('are not mistaken for long document numbers', () => {
    report(underway, { problems: '项目代码2103-532503-04-01-123456，批复第123456789012345678号' }).then([
      'task.reported',
    ]);
  });
});
