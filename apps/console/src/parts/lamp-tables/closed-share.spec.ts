import { closedShare, type Figures, shareText, standingSentence, whole } from './closed-share';

const figures: Figures = {
  total: 10,
  normal: 2,
  near: 0,
  late: 2,
  suspended: 0,
  closed: 3,
  terminated: 1,
  voided: 2,
  draft: 0,
};

describe('the share of closed tasks', () => {
  it('counts neither terminated nor voided tasks as closed, and voided ones not at all', () => {
    expect(closedShare(figures)).toBe(37.5);
    expect(closedShare({ total: 3, closed: 1, voided: 0, draft: 0 })).toBe(33.3);
  });

  it('leaves out what is not on the account yet, and the sentence says so', () => {
    expect(closedShare({ ...figures, total: 14, draft: 4 })).toBe(37.5);
    expect(standingSentence({ ...figures, total: 14, draft: 4 })).toContain('待确认 4 项（不计入销号率）。');
  });

  it('is none where nothing was to be closed', () => {
    expect(closedShare({ total: 2, closed: 0, voided: 2, draft: 0 })).toBeNull();
    expect(shareText(null)).toBe('—');
  });
});

describe('how a ledger stands', () => {
  it('is one sentence with the share that the tables show', () => {
    expect(standingSentence(figures)).toBe(
      '共 10 项，逾期 2 项，已销号 3 项（销号率 37.5%），已终止 1 项，已作废 2 项。',
    );
    expect(standingSentence({ ...figures, total: 5, late: 0, closed: 0, terminated: 0, voided: 0 })).toBe(
      '共 5 项，已销号 0 项（销号率 0%）。',
    );
  });

  it('sums the sections, in which every task is once', () => {
    const bySection = [
      { section: '一', ...figures },
      { section: '', ...figures, total: 11, normal: 3 },
    ];
    expect(whole({ bySection })).toMatchObject({ total: 21, normal: 5, closed: 6, terminated: 2, voided: 4 });
  });
});
