import { gramsOf, gramsToFind, normaliseForSearch } from './search-grams';

describe('words for searching', () => {
  it('are alike whatever their width, case, blanks, dashes and brackets', () => {
    expect(normaliseForSearch(' 蒙政发〔2021〕3号　ＤＲＧ\n付费 ')).toBe('蒙政发(2021)3号 drg 付费');
    for (const number of ['蒙政发[2021]3号', '蒙政发（2021）3号', '蒙政发［２０２１］３号', '蒙政发【2021】3号']) {
      expect(normaliseForSearch(number)).toBe('蒙政发(2021)3号');
    }
    for (const dash of ['-', '－', '‐', '‑', '–', '—', '−']) expect(normaliseForSearch(`YL${dash}7`)).toBe('yl-7');
  });

  it('are found by their characters and pairs of them, none across a blank', () => {
    expect(gramsOf('医保局 医保')).toEqual(['医', '保', '医保', '局', '保局']);
    expect(gramsOf('费')).toEqual(['费']);
    expect(gramsOf('𠮷田')).toEqual(['𠮷', '田', '𠮷田']);
    expect(gramsOf('')).toEqual([]);
  });

  it('are looked for by what decides, or by what leaves the fewest to compare', () => {
    expect(gramsToFind('费')).toEqual({ grams: ['费'], compare: false });
    expect(gramsToFind('𠮷田')).toEqual({ grams: ['𠮷田'], compare: false });
    expect(gramsToFind('医保局')).toEqual({ grams: ['医保', '保局'], compare: true });
  });
});
