import { LIFECYCLE } from '#domain';
import { WORDS } from '../words';
import { afterAct, beforeAct, canTakeBack, isAct, mainAct, offeredActs, stepWord, wordOf } from './act-plan';

const task = {
  leadUnits: [
    { unitId: '1', name: '市医保局' },
    { unitId: '2', name: '市卫健局' },
  ],
  withdrawable: { step: 'task.accept', accountId: 'a' },
};
const act = (operation: string, open: boolean) => ({
  operation,
  word: '',
  open,
  reason: open ? null : `${operation}不可`,
});

describe('the plan of an act', () => {
  it('is there for every act that people may take, and only for those', () => {
    const byProgram = new Set(['task.fire-timer', 'task.open-period']);
    const acts = Object.keys(LIFECYCLE)
      .filter((each) => !byProgram.has(each))
      .map((each) => (each === 'task.close' ? 'number.reserve' : each));
    expect(Object.keys(WORDS.acts.before).sort()).toEqual([...acts].sort());
    expect(acts.every(isAct)).toBe(true);
    expect(isAct('task.fire-timer')).toBe(false);
  });

  it('says who will be told, and what is true afterwards', () => {
    expect(beforeAct('task.return', task)).toContain('将退回市医保局、市卫健局，并通知填报人和单位负责人');
    expect(afterAct('task.assign', task)).toBe('已交办给市医保局、市卫健局，等待签收');
    expect(beforeAct('task.withdraw', task)).toContain('“签收”');
    expect(afterAct('task.assign', { ...task, leadUnits: [] })).toContain('牵头单位');
  });

  it('has the word of the table, and takes back what the table lets be taken back', () => {
    expect(wordOf('number.reserve')).toBe('销号');
    expect([canTakeBack('task.report'), canTakeBack('number.reserve'), canTakeBack('task.void')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(stepWord({ withdrawable: null })).toBe('步骤');
  });

  it('offers what leads on first, and what is not open with its reason', () => {
    const acts = ['task.void', 'task.withdraw', 'task.report', 'task.mystery'].map((each) => act(each, true));
    const offered = offeredActs({ acts: [...acts, act('task.accept', false)] });
    expect(offered).toEqual({
      open: ['task.report', 'task.withdraw', 'task.void'],
      closed: [{ operation: 'task.accept', reason: 'task.accept不可' }],
    });
    expect(mainAct({ acts, limitsConfirmed: 'confirmed' })).toBe('task.report');
    for (const side of ['task.void', 'task.return', 'task.report-on-behalf']) {
      expect(mainAct({ acts: [act(side, true)], limitsConfirmed: 'confirmed' })).toBeNull();
    }
  });

  it('wants a draft confirmed before it is hung, and not twice', () => {
    const acts = ['task.hang', 'task.confirm', 'task.void'].map((each) => act(each, true));
    expect(mainAct({ acts, limitsConfirmed: null })).toBe('task.confirm');
    expect(mainAct({ acts, limitsConfirmed: 'confirmed' })).toBe('task.hang');
  });
});
