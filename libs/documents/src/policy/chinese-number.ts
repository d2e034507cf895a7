const DIGITS: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['零', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
]);

/** Reads 1 to 99 in Chinese (十二, 二十, 三十一), or up to four Arabic digits; null for anything else. */
export function smallNumber(text: string): number | null {
  if (/^\d{1,4}$/u.test(text)) return Number(text);
  const match = /^(?<tens>[一二三四五六七八九]?)(?<ten>十?)(?<ones>[一二两三四五六七八九]?)$/u.exec(text);
  if (!match || text === '') return null;
  const tens = match.groups?.tens ?? '';
  const ones = DIGITS.get(match.groups?.ones ?? '') ?? 0;
  if (match.groups?.ten === '') return tens === '' ? ones : ones === 0 ? (DIGITS.get(tens) ?? null) : null;
  return (tens === '' ? 1 : (DIGITS.get(tens) ?? 1)) * 10 + ones;
}

/** Reads a year of four digits, Arabic or Chinese (2021, 二〇二一); null for anything else. */
export function yearInDigits(text: string): number | null {
  if (/^\d{4}$/u.test(text)) return Number(text);
  const digits = Array.from(text, (char) => DIGITS.get(char));
  if (digits.length !== 4 || digits.includes(undefined)) return null;
  return Number(digits.join(''));
}
