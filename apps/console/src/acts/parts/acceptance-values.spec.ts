import { confirmedOf, unmetOf } from './acceptance-values';

const CRITERIA = ['措施全部完成', '长效机制建立'];

describe('what a conclusion says of the criteria of the check', () => {
  it('are those that are ticked, each with its note, in the order of the check', () => {
    const acceptance = {
      长效机制建立: { met: true, note: '已印发管理办法' },
      措施全部完成: { met: true },
    };
    expect(confirmedOf({ acceptance }, CRITERIA)).toEqual([
      { criterion: '措施全部完成', met: true, note: '' },
      { criterion: '长效机制建立', met: true, note: '已印发管理办法' },
    ]);
  });

  it('confirms nothing that is not ticked, and nothing of another check', () => {
    const acceptance = { 措施全部完成: { met: false, note: '还在办' }, 旧标准: { met: true } };
    expect(confirmedOf({ acceptance }, CRITERIA)).toEqual([]);
    expect(confirmedOf({}, CRITERIA)).toEqual([]);
  });

  it('names in a return what is not met, and nothing of another check', () => {
    expect(unmetOf({ unmet: ['旧标准', '长效机制建立'] }, CRITERIA)).toEqual(['长效机制建立']);
    expect(unmetOf({}, CRITERIA)).toEqual([]);
  });
});
