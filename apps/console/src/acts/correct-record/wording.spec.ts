import { type Wording, wordingChanges } from './wording';

const BEFORE: Wording = { title: '推进分级诊断', body: '按季度报送', limits: { L1: '出台方案', L2: '全面铺开' } };
const changes = (typed: Partial<Wording>) => wordingChanges(BEFORE, { ...BEFORE, ...typed });

describe('the changes of a wording', () => {
  it('are none when nothing differs but blanks', () => {
    expect(changes({})).toBeNull();
    expect(
      changes({ title: ' 推进分级诊断 ', body: '按季度报送\n', limits: { L1: '出台方案 ', L2: '全面铺开' } }),
    ).toBeNull();
  });

  it('name only the parts that differ', () => {
    expect(changes({ title: '推进分级诊疗' })).toEqual({ title: '推进分级诊疗' });
    expect(changes({ body: '' })).toEqual({ body: '' });
    expect(changes({ limits: { L1: '印发方案', L2: '全面铺开' } })).toEqual({
      changedLimits: [{ limitId: 'L1', what: '印发方案' }],
    });
  });

  it('leave a limit as it is that was not typed, and one that the task does not have', () => {
    expect(changes({ limits: { L9: '无' } })).toBeNull();
  });
});
