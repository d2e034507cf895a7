import { TASK_ACTS } from '#domain';
import { z } from 'zod';
import { aLane } from '../../parts/lanes.fixture';
import { type LastReport, lastReportOf } from './last-report';
import { initialReport, reportBody, reportValues, valuesMoved, valuesOfLane } from './report-values';

const own = { movesFor: [], forLead: false };
const dated = { ...own, limitId: 'L1', period: null, due: '2021-06-30', next: false };
const july = { ...own, limitId: 'L2', period: '2021-07', due: '2021-07-31', next: false };
const august = { ...own, limitId: 'L2', period: '2021-08', due: '2021-08-31', next: false };
const coming = { ...own, limitId: 'L2', period: '2021-09', due: '2021-09-30', next: true };
const lane = aLane('h', '市卫健局', { answer: 'accepted', reportable: [dated, july, august, coming] });
const said = (problems: string): LastReport => ({
  on: '2021-08-01',
  percent: 40,
  texts: { progress: '方案已印发', problems, nextSteps: '继续推进', helpNeeded: '' },
});

describe('the values of a report', () => {
  it('become a body that the command takes, readings only where a value was typed', () => {
    const values = {
      ...initialReport(lane, null),
      progress: '已印发方案',
      percent: 60,
      readings: {
        I1: { value: 33.1, readOn: '2021-08-31' },
        I2: { value: null, readOn: '2021-08-31' },
        I3: { value: 0 },
      },
    };
    const body = reportBody(values, lane, '2021-09-01');
    expect(body).toMatchObject({
      percent: 60,
      readings: [
        { indicatorId: 'I1', value: 33.1, readOn: '2021-08-31' },
        { indicatorId: 'I3', value: 0, readOn: '2021-09-01' },
      ],
      done: [{ limitId: 'L2', period: '2021-07' }],
    });
    expect('occurredOn' in body).toBe(false);
    expect(TASK_ACTS['task.report'].command.safeParse(body).success).toBe(true);
    expect(reportBody({ progress: '仅文字', occurredOn: '2021-08-30' }, null, '2021-09-01')).toMatchObject({
      occurredOn: '2021-08-30',
      problems: '',
      evidence: [],
      done: [],
    });
  });

  it('survive being kept, also half typed, and not when they are something else', () => {
    const kept = z.object(reportValues).partial();
    expect(kept.safeParse(JSON.parse(JSON.stringify({ progress: '一半', readings: { I1: {} } }))).success).toBe(true);
    expect(kept.safeParse({ progress: 7 }).success).toBe(false);
  });

  it('begin with the period that was owed first, never with a dated limit or the next period', () => {
    expect(initialReport(lane, null).done).toEqual(['L2/2021-07']);
    expect(initialReport({ ...lane, reportable: [dated, coming] }, null).done).toEqual([]);
  });

  it('name only what the lane may report, whatever was kept', () => {
    const { done } = reportBody({ progress: '完成', done: ['L2/2021-06', 'L1'] }, lane, '2021-09-01');
    expect(done).toEqual([{ limitId: 'L1', period: null }]);
  });

  it('take the texts of another unit where nobody has touched them', () => {
    const from = valuesOfLane(lane, said('人手不足'));
    const to = valuesOfLane(null, said('资金未到位'));
    expect(valuesMoved(from, from, to)).toEqual({
      problems: '资金未到位',
      nextSteps: '继续推进',
      helpNeeded: '',
      done: [],
    });
    expect(valuesMoved({ ...from, problems: '另有情况' }, from, to).problems).toBe('另有情况');
  });

  it('come from the last report of the lane itself', () => {
    expect(lastReportOf(lane, [])).toBeNull();
    const lastReport = { on: '2021-08-01', progress: '方案已印发', problems: '人手不足', percent: 40 };
    expect(lastReportOf({ ...lane, lastReport }, [])).toEqual({
      on: '2021-08-01',
      percent: 40,
      texts: { progress: '方案已印发', problems: '人手不足', nextSteps: '', helpNeeded: '' },
    });
  });
});
