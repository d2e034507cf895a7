import { TASK_ACTS } from '#domain';
import { closureBody, type ClosureValues, firstChoice } from './closure-values';

const TODAY = '2021-09-15';
const late = { limitId: 'L1', period: null, due: '2021-08-31' };
const dueToday = { limitId: 'L2', period: null, due: TODAY };
const undated = { limitId: 'L3', period: null, due: null };
const running = { limitId: 'L4', period: '2021-09', due: '2021-09-30' };
const open = [late, dueToday, undated, running];
const values: ClosureValues = { selfCheck: '各项举措已完成', committed: true, occurredOn: null };

describe('the values of a request for closure', () => {
  it('claim what is due by today or has no day, and owe what is due later', () => {
    expect(open.map((part) => firstChoice(part, TODAY).done)).toEqual([true, true, true, false]);
    const body = closureBody(values, open, TODAY);
    expect(body).toEqual({
      selfCheck: '各项举措已完成',
      committed: true,
      owed: [{ limitId: 'L4', period: '2021-09', reason: '未到期' }],
    });
    expect(TASK_ACTS['task.request-closure'].command.safeParse(body).success).toBe(true);
  });

  it('follow what the person says of each part, and leave out a reason of what is done', () => {
    const parts = {
      L1: { done: false, reason: '待上级批复' },
      L3: { done: true, reason: '待上级批复' },
      'L4/2021-09': { done: true },
      L9: { done: false, reason: '已不在任务中' },
    };
    expect(closureBody({ ...values, parts }, open, TODAY).owed).toEqual([
      { limitId: 'L1', period: null, reason: '待上级批复' },
    ]);
  });

  it('owe nothing where nothing is left to be done', () => {
    expect(closureBody(values, [], TODAY).owed).toEqual([]);
  });
});
