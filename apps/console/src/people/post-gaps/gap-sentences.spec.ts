import { gapSentences, type PostGaps, tooFewSentence } from './gap-sentences';

const NOTHING: PostGaps = { position: '1', people: 5, gaps: [], tasks: [] };

describe('the sentences of posts that are missing', () => {
  it('name the post, with its ledger or unit where it is one’s alone', () => {
    const ledger = { ledgerId: 'l', name: '医改' };
    const unit = { unitId: 'u', name: '市卫健局' };
    expect(
      gapSentences({
        gaps: [
          { ledger: null, unit: null, lack: 'other-verifier' },
          { ledger, unit: null, lack: 'closer' },
          { ledger: null, unit, lack: 'other-closer' },
          { ledger: null, unit, lack: 'decider' },
          { ledger: null, unit, lack: 'leader' },
        ],
        tasks: [],
      }),
    ).toEqual([
      '缺一名不交办任务的核验人：现在能核验的人就是唯一的督查员，交办的人不能核验。',
      '“医改”缺销号签批人：核验通过后没有人签批销号。',
      '缺一名不在“市卫健局”任职的销号签批人：现有的都在该单位任职或不能兼办，由该单位牵头或配合的任务办不到销号。',
      '缺一名不在“市卫健局”任职的督查员，或分管该单位、不在该单位任职的领导：由该单位牵头的任务，申请延期、缓办、作废没有另一人能审批。',
      '缺一名分管“市卫健局”、不在该单位任职的领导：该单位逾期后的通报、约谈、挂牌督办没有人能决定。',
    ]);
  });

  it('count open tasks and name some', () => {
    const examples = [{ taskId: 't', number: 'YG2021-001', title: '完善总额控制' }];
    expect(gapSentences({ gaps: [], tasks: [{ lack: 'verify', tasks: 3, examples }] })).toEqual([
      '3 项在办任务没有人能核验：YG2021-001 等。有此岗位的人都办过该任务的其他环节，或在其责任单位任职。',
    ]);
  });

  it('say with fewer than five people that the office only practises, and why', () => {
    expect(tooFewSentence(NOTHING)).toBeNull();
    const sentence = tooFewSentence({ people: 4 });
    expect(sentence).toContain('现在能登录并有岗位的有 4 人，不足 5 人，请只用练习台账');
    expect(sentence).toContain('同一人会审自己经手的事');
  });
});
