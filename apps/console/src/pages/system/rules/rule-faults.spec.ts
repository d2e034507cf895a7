import { DEFAULT_POLICY } from '#domain';
import { Problem } from '../../../api/problem';
import { contentOf, draftOf, type RungDraft } from './rule-draft';
import { faultAt, faultsOf, faultsTold } from './rule-faults';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;

function faultsWith(rungs: readonly RungDraft[]) {
  const draft = draftOf(CONTENT);
  return faultsOf(contentOf({ ...draft, ladders: { ...draft.ladders, limits: { rungs, notices: null } } }));
}

describe('what is wrong with rules', () => {
  it('is told at the rung that names nobody, and not at its neighbours', () => {
    const faults = faultsWith([
      { kind: 'due', days: 0, at: '08:50', told: ['handler'] },
      { kind: 'urge', days: 1, at: '08:50', told: [] },
    ]);
    expect(faultAt(faults, 'ladders.limits.rungs.1.told')).toContain('请至少选择一类人员');
    expect(faultAt(faults, 'ladders.limits.rungs.0')).toBeNull();
  });

  it('is told in words, whatever the kind of the field', () => {
    const faults = faultsWith([{ kind: 'urge', days: null, at: '', told: ['handler'] }]);
    expect(faultAt(faults, 'ladders.limits.rungs.0.offsetWorkingDays')).toBe('请填写整数，并在允许的范围内。');
    expect(faultAt(faults, 'ladders.limits.rungs.0.at')).toBe('时间不存在，请按“08:50”的格式填写。');
    expect(faultAt(faultsWith([]), 'ladders.limits.rungs')).toBe('请至少保留一级。');
    expect(faultsOf({ ...CONTENT, evidence: ['证'.repeat(61)] })).toEqual([
      { place: 'evidence.0', text: '每行一项，每项最多 60 字，最多 20 项，同一项不写两次。' },
    ]);
  });

  it('is told by the server at the same places, without the name of its field in the sentence', () => {
    const place = 'content.ladders.limits.rungs.0.told';
    const sentence = `提交的“${place}”有误：该梯级没有写明通知谁，请至少选择一类人员。`;
    const problem = new Problem('REQUEST.INVALID', sentence, 'e-1', 400, [place, 'content.clocks.check']);
    expect(faultsTold(problem)).toEqual([
      { place: 'ladders.limits.rungs.0.told', text: '该梯级没有写明通知谁，请至少选择一类人员。' },
      { place: 'clocks.check', text: '请填写整数，并在允许的范围内。' },
    ]);
  });

  it('is of no field where the server refuses the whole', () => {
    expect(faultsTold(new Problem('POLICY.PROTECTION_LEVEL', '单个台账的规则中不填。', 'e-1', 409))).toEqual([]);
    expect(
      faultsTold(new Problem('REQUEST.INVALID', '提交的“reason”有误：没有填写。', 'e-1', 400, ['reason'])),
    ).toEqual([]);
  });
});
