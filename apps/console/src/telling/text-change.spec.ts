import { textChange } from './text-change';

describe('a change of words', () => {
  it('shows short texts in full', () => {
    expect(textChange('推进分级诊断', '推进分级诊疗')).toEqual({ before: '推进分级诊断', after: '推进分级诊疗' });
  });

  it('shows of long texts what is around the place where they differ', () => {
    const [start, end] = ['完善县域医共体运行机制的若干措施，', '，并于年底前向督查部门报送落实情况。'];
    expect(textChange(`${start}推进分级诊断${end}`, `${start}推进分级诊疗${end}`)).toEqual({
      before: '…措施，推进分级诊断，并于年底前向督…',
      after: '…措施，推进分级诊疗，并于年底前向督…',
    });
  });

  it('is empty on the side where nothing stands', () => {
    expect(textChange('', '新正文')).toEqual({ before: '', after: '新正文' });
    expect(textChange('旧正文', ' \n')).toEqual({ before: '旧正文', after: '' });
  });

  it('clips what differs at length, and cuts no character in two', () => {
    const { before, after } = textChange('旧'.repeat(500), '𠮷'.repeat(500));
    expect([before, after]).toEqual([`${'旧'.repeat(68)}…`, `${'𠮷'.repeat(68)}…`]);
  });

  it('tells a part that was put in or taken out', () => {
    expect(textChange('印发方案', '印发实施方案')).toEqual({ before: '印发方案', after: '印发实施方案' });
    expect(textChange('印发印发方案', '印发方案')).toEqual({ before: '印发印发方案', after: '印发方案' });
  });
});
