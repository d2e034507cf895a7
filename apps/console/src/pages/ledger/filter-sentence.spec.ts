import { type Outcome, outcomeWord } from '#domain';
import { filterPhrases, filterSentence, withoutFilter } from './filter-sentence';
import { NO_FILTERS } from './ledger-view';

const names = {
  unit: (id: string) => ({ u1: '市医保局', u2: '市财政局' })[id],
  document: (id: string) => (id === 'i1' ? '年度重点任务' : undefined),
  outcome: (outcome: Outcome) => outcomeWord(outcome, 'rectification'),
};
const sentence = (filters: Partial<typeof NO_FILTERS>) =>
  filterSentence(filterPhrases({ ...NO_FILTERS, ...filters }, names));

describe('filters as a sentence', () => {
  test('say what is filtered, in one order', () => {
    expect(sentence({ lamp: ['late'], status: ['underway'], leadUnit: ['u1', 'u2'] })).toBe(
      '牵头：市医保局、市财政局 · 状态：办理中 · 亮灯：逾期',
    );
  });

  test.each([
    [{ dueFrom: '2021-01-01', dueTo: '2021-12-31' }, '时限：2021-01-01 至 2021-12-31'],
    [{ dueFrom: '2021-06-30', dueTo: '2021-06-30' }, '时限：2021-06-30'],
    [{ dueFrom: '2021-06-30' }, '时限：2021-06-30 起'],
    [{ dueTo: '2021-06-30' }, '时限：2021-06-30 前'],
    [{ outcome: ['continuing', 'not-rectified'] as const }, '销号结果：持续整改、未整改'],
    [{ section: ['', '一、机制'] }, '章节：未分章节、一、机制'],
    [{ mine: ['decide', 'confirm'] as const }, '待我办理：待审批、待确认'],
    [{ importId: 'i1', text: '平台' }, '导入：年度重点任务 · 文字：平台'],
    [{}, '全部任务'],
  ])('%j', (filters, words) => {
    expect(sentence(filters)).toBe(words);
  });

  test('what has no name yet is being read', () => {
    expect(sentence({ unit: ['gone'] })).toBe('牵头或配合：正在读取');
  });

  test('each is taken away by itself', () => {
    expect(withoutFilter('due')).toEqual({ dueFrom: null, dueTo: null });
    expect(withoutFilter('lamp')).toEqual({ lamp: [] });
    expect(withoutFilter('text')).toEqual({ text: '' });
    expect(withoutFilter('importId')).toEqual({ importId: null });
  });
});
