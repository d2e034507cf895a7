import fc from 'fast-check';
import { normalise } from './normalise.pass';

describe('normalise', () => {
  it('never moves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
        const { text, masked } = normalise(source);
        expect([text.length, masked.length]).toEqual([source.length, source.length]);
      }),
    );
  });

  it('brings punctuation, digits and blanks of both widths to one form', () => {
    expect(normalise('１．甲(乙),丙;丁:２０２１～２０２５年\u3000％').text).toBe('1.甲（乙），丙；丁：2021-2025年 %');
    expect(normalise('甲\r\n乙\r丙').text).toBe('甲 \n乙\n丙');
  });

  it('keeps the comma of thousands', () => {
    expect(normalise('1,200个,300个').text).toBe('1,200个，300个');
  });

  it('masks names and quotations, but not short quotations', () => {
    const { masked } = normalise('落实《2021年春季行动方案》和“2021年健康周”，到“十四五”末');
    expect(masked).not.toContain('2021');
    expect(masked).toContain('“十四五”末');
  });

  it('pairs brackets within a line only', () => {
    const { brackets } = normalise('（甲（乙））\n（丙');
    expect([brackets.get(0), brackets.get(2), brackets.get(7)]).toEqual([5, 4, undefined]);
  });
});
