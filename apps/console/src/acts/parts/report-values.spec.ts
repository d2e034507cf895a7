import { TASK_ACTS } from '#domain';
import { initialReport, reportBody, reportValues, settleable } from './report-values';
import { z } from 'zod';

const limit = {
  limitId: 'L1',
  sourceText: '',
  what: '',
  due: '2021-09-30',
  recurrence: null,
  dueOn: null,
  span: null,
  chain: [],
  openPeriods: [],
  done: null,
  verifiedOn: null,
  armedAt: null,
  lamp: 'normal' as const,
  remainingWorkingDays: 3,
};

describe('the values of a report', () => {
  it('become a body that the command takes, readings only where a value was typed', () => {
    const values = {
      ...initialReport(null),
      progress: '已印发方案',
      percent: 60,
      readings: {
        I1: { value: 33.1, readOn: '2021-08-31' },
        I2: { value: null, readOn: '2021-08-31' },
        I3: { value: 0 },
      },
    };
    const body = reportBody(values, '2021-09-01');
    expect(body).toMatchObject({
      percent: 60,
      readings: [
        { indicatorId: 'I1', value: 33.1, readOn: '2021-08-31' },
        { indicatorId: 'I3', value: 0, readOn: '2021-09-01' },
      ],
    });
    expect('occurredOn' in body).toBe(false);
    expect(TASK_ACTS['task.report'].command.safeParse(body).success).toBe(true);
    expect(reportBody({ progress: '仅文字', occurredOn: '2021-08-30' }, '2021-09-01')).toMatchObject({
      occurredOn: '2021-08-30',
      problems: '',
      evidence: [],
    });
  });

  it('survive being kept, also half typed, and not when they are something else', () => {
    const kept = z.object(reportValues).partial();
    expect(kept.safeParse(JSON.parse(JSON.stringify({ progress: '一半', readings: { I1: {} } }))).success).toBe(true);
    expect(kept.safeParse({ progress: 7 }).success).toBe(false);
  });

  it('offer the limits that can be settled', () => {
    const limits = [
      limit,
      { ...limit, limitId: 'L2', done: { on: '2021-09-01', claimedByRequest: false } },
      { ...limit, limitId: 'L3', recurrence: 'monthly' },
      {
        ...limit,
        limitId: 'L4',
        recurrence: 'monthly',
        openPeriods: [{ period: '2021-08', due: '2021-08-31', armedAt: '' }],
      },
    ];
    expect(settleable({ limits }).map(({ limitId }) => limitId)).toEqual(['L1', 'L4']);
  });
});
