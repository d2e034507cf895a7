import { PEOPLE, testId } from '../../testing';
import {
  closingPrefixInput,
  ledgerCodeInput,
  ledgerCodeSchema,
  ledgerNumberKey,
  practiceCodeSchema,
  practiceNumbers,
} from './ledger-numbers';

describe('a ledger’s numbers', () => {
  it.each([
    ['YG2026', 'ｙｇ２０２６'],
    ['YG2026', ' yg 2026 '],
    ['YG2026', 'Yg\u200b2026'],
    ['云医改销〔2026〕', '云医改销(2026)'],
    ['云医改销〔2026〕', '云医改销［２０２６］'],
    ['云医改销〔2026〕', '云医改销【2026】'],
    ['云医改销A', '云医改销 ａ'],
  ])('are the same however they are typed: %s and %s', (one, other) => {
    expect(ledgerNumberKey(other)).toBe(ledgerNumberKey(one));
  });

  it('are others where letters, digits or words differ', () => {
    const keys = ['YG2026', 'YG2027', 'YG202', '云医改销', '云医改'].map(ledgerNumberKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are taken in any usual form and stored in one', () => {
    expect(ledgerCodeInput.parse('ｙｇ 2026')).toBe('YG2026');
    expect(closingPrefixInput.parse(' 云医改 销 ')).toBe('云医改销');
  });

  it.each(['2026', 'Y', 'YG-2026', '云医改', 'YG20260000000', ''])('refuse the code %s', (code) => {
    expect(ledgerCodeInput.safeParse(code).success).toBe(false);
  });

  it.each(['', '云医改销〔2026〕', '云医改-销', '练习销', '练 习销'])(
    'refuse the prefix %s of a ledger in earnest',
    (prefix) => {
      expect(closingPrefixInput.safeParse(prefix).success).toBe(false);
    },
  );
});

describe('the numbers of a practice ledger', () => {
  const people = Object.values(PEOPLE).map(({ accountId }) => accountId);

  it('say that they are for practice, and no ledger in earnest can have them', () => {
    for (const accountId of people) {
      const { code, closingPrefix } = practiceNumbers(accountId);
      expect([code, closingPrefix].every((each) => each.startsWith('练习'))).toBe(true);
      expect(practiceCodeSchema.safeParse(code).success).toBe(true);
      expect(ledgerCodeSchema.safeParse(code).success || ledgerCodeInput.safeParse(code).success).toBe(false);
      expect(closingPrefixInput.safeParse(closingPrefix).success).toBe(false);
    }
  });

  it('are a person’s own', () => {
    const accounts = new Set(people);
    expect(new Set([...accounts].map((accountId) => practiceNumbers(accountId).code)).size).toBe(accounts.size);
    expect(practiceNumbers(testId(0x01))).toEqual(practiceNumbers(testId(0x01)));
    expect(practiceNumbers('00000000-0000-4000-8000-ffffffffffff').code).toBe('练习VVVVVVVV');
  });
});
