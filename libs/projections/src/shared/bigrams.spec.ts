import { bigramsOf, normaliseForSearch } from './bigrams';

describe('words for searching', () => {
  it('are alike whatever their width, case, blanks, dashes and brackets', () => {
    expect(normaliseForSearch(' 蒙政发〔2021〕3号　ＤＲＧ\n付费 ')).toBe('蒙政发(2021)3号 drg 付费');
    for (const number of ['蒙政发[2021]3号', '蒙政发（2021）3号', '蒙政发［２０２１］３号', '蒙政发【2021】3号']) {
      expect(normaliseForSearch(number)).toBe('蒙政发(2021)3号');
    }
    for (const dash of ['-', '－', '‐', '‑', '–', '—', '−']) expect(normaliseForSearch(`YL${dash}7`)).toBe('yl-7');
  });

  it('are found by their pairs of characters, none across a blank', () => {
    expect(bigramsOf('医保局 医保')).toEqual(['医保', '保局']);
    expect(bigramsOf('费')).toEqual([]);
    expect(bigramsOf('𠮷田')).toEqual(['𠮷田']);
  });
});
