import { TASK_ACTS } from '#domain';
import { ACTS_HERE } from './index';
import { acceptAct } from './accept';
import { afterAct, beforeAct, canTakeBack, isFinal, wordOf } from './act-plan';
import { assignAct } from './assign';
import { closeAct } from './close';
import { actNamed, mainAct, offeredActs } from './offered-acts';
import { reportAct } from './report';
import { returnAct } from './return';
import { terminateAct } from './terminate';
import { voidAct } from './void';
import { withdrawAct } from './withdraw';

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

describe('the list of acts', () => {
  it('has every act that people may take, and only those', () => {
    const acts = Object.values(TASK_ACTS).flatMap(({ type, offered }) => (offered === 'never' ? [] : [type]));
    expect(ACTS_HERE.map(({ operation }) => operation).sort()).toEqual(acts.sort());
    expect(actNamed('task.fire-rung')).toBeNull();
    expect(actNamed('toString')).toBeNull();
  });

  it('has no two acts that tell the same event', () => {
    const types = ACTS_HERE.flatMap(({ sentences = {} }) => Object.keys(sentences));
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('the plan of an act', () => {
  it('says who will be told, and what is true afterwards', () => {
    expect(beforeAct(returnAct, task)).toContain('将退回市医保局、市卫健局，并通知填报人和单位负责人');
    expect(afterAct(assignAct, task)).toBe('已交办给市医保局、市卫健局，等待签收');
    expect(afterAct(assignAct, { ...task, leadUnits: [] })).toContain('牵头单位');
  });

  it('calls the step that is taken back by its word, and by none that it does not know', () => {
    expect(beforeAct(withdrawAct, task)).toContain('“签收”');
    expect(beforeAct(withdrawAct, { ...task, withdrawable: null })).toContain('“步骤”');
  });

  it('has the word of the table, and takes back what the table lets be taken back', () => {
    expect(wordOf(closeAct)).toBe('销号');
    expect([reportAct, closeAct, voidAct].map(canTakeBack)).toEqual([true, false, false]);
    expect([terminateAct, voidAct, returnAct].map(isFinal)).toEqual([true, true, false]);
  });

  it('offers what leads on first, and what is not open with its reason', () => {
    const acts = ['task.void', 'task.withdraw', 'task.report', 'task.mystery'].map((each) => act(each, true));
    const offered = offeredActs({ acts: [...acts, act('task.accept', false)] });
    expect(offered.open).toEqual([reportAct, withdrawAct, voidAct]);
    expect(offered.closed).toEqual([{ act: acceptAct, reason: 'task.accept不可' }]);
    expect(mainAct({ acts, limitsConfirmed: 'confirmed' })).toBe(reportAct);
    for (const side of ['task.void', 'task.return', 'task.report-on-behalf']) {
      expect(mainAct({ acts: [act(side, true)], limitsConfirmed: 'confirmed' })).toBeNull();
    }
  });

  it('wants a draft confirmed before it is hung, and not twice', () => {
    const acts = ['task.hang', 'task.confirm', 'task.void'].map((each) => act(each, true));
    expect(mainAct({ acts, limitsConfirmed: null })?.operation).toBe('task.confirm');
    expect(mainAct({ acts, limitsConfirmed: 'confirmed' })?.operation).toBe('task.hang');
  });
});
