import { type SourceText } from './source-text';

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;
/** Longest quotation in characters; a longer one is taken for a missing closing mark. */
const LONGEST_QUOTATION = 80;
/** Quotations up to this length are not masked: a date may be written with them (“十四五”末). */
const SHORT_QUOTATION = 3;
const MASK = '\u25a0';

/** Punctuation that is written in both widths in real documents, brought to the Chinese form. */
const TO_CHINESE: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
  ['!', '！'],
  ['?', '？'],
]);

/** Characters outside the full-width block that are brought to one form. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\u3000', ' '],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\u2009', ' '],
  ['\u200b', ' '],
  ['\ufeff', ' '],
  ['\t', ' '],
  ['\v', ' '],
  ['\f', ' '],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u301c', '-'],
  ['~', '-'],
  ['\uff5e', '-'],
  ['【', '（'],
  ['】', '）'],
  ['﹪', '%'],
  ['〇', '〇'],
  ['○', '〇'],
]);

/**
 * Brings punctuation, digits and blanks to one form, character by character: nothing is added or dropped, so offsets
 * stay what they are and no map has to be kept.
 */
export function normalise(source: string): SourceText {
  const text = source
    .replace(/\r(?=\n)/gu, ' ')
    .replace(/\r/gu, '\n')
    .replace(/[^\n\u4e00-\u9fffA-Za-z0-9]/gu, (char, offset: number) => normalChar(char, offset, source));
  return { source, text, masked: mask(text), brackets: matchBrackets(text) };
}

function normalChar(char: string, offset: number, source: string): string {
  const single = SINGLE.get(char);
  if (single !== undefined) return single;
  const code = char.length === 1 ? char.charCodeAt(0) : 0;
  const isFullWidth = code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST;
  const narrow = isFullWidth ? String.fromCharCode(code - FULL_WIDTH_SHIFT) : char;
  if (char === ',' && isThousandsComma(source, offset)) return char;
  return TO_CHINESE.get(narrow) ?? narrow;
}

/** 1,200 is one number; 达到10,完成20 is two. */
function isThousandsComma(source: string, offset: number): boolean {
  return /^\d{3}(?!\d)/u.test(source.slice(offset + 1, offset + 5)) && /\d/u.test(source[offset - 1] ?? '');
}

/** Masks titles of documents and quotations: “2021年春季行动” in a name is no limit. */
function mask(text: string): string {
  return text.replace(/《[^《》\n]{1,200}》|“[^“”\n]{1,80}”|"[^"\n]{1,80}"/gu, (quoted) => {
    const inner = quoted.slice(1, -1);
    if (inner.length <= SHORT_QUOTATION || (inner.length > LONGEST_QUOTATION && !quoted.startsWith('《')))
      return quoted;
    return quoted.slice(0, 1) + MASK.repeat(inner.length) + quoted.slice(-1);
  });
}

/** Pairs the brackets of each line in one walk; a bracket without a partner is not in the map. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: char, index } of text.matchAll(/[（）\n]/gu)) {
    if (char === '\n') open = [];
    else if (char === '（') open.push(index);
    else {
      const partner = open.pop();
      if (partner === undefined) continue;
      pairs.set(partner, index);
      pairs.set(index, partner);
    }
  }
  return pairs;
}
