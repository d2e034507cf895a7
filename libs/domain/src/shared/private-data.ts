import { type z } from 'zod';
import { lineSchema, textSchema } from './schema';

/** Weights and check characters of the 18-digit citizen number (GB 11643-1999). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

function isCitizenNumber(candidate: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(candidate[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === candidate[17]?.toUpperCase();
}

/** Words of measure: eleven digits before one of them are a sum of money or another quantity. 元旦 is a day. */
const MEASURE =
  '元(?!旦)|美元|欧元|日元|港元|港币|美金|人民币|万|亿|吨|千克|公斤|千瓦|兆瓦|度|kWh|平方|立方|公里|公顷|亩|户|人|株';
/** What may stand between the digits and the measure: 余, 多, a bracket, gaps. */
const BEFORE_MEASURE = '[ （(]*[余多]?';
/** What stands before a sum of money. */
const MONEY = '￥|¥|\\$|人民币|RMB';

/** What people write between groups of digits to read them more easily. */
const GAP = '[ .·–—-]?';

/** A mobile number as people write it: in one piece or as 3-4-4, with the country's code or without. */
const MOBILE_NUMBER = new RegExp(
  `(?<!\\d|\\d\\.|(?:${MONEY}) ?)(?:(?:\\+|00)86${GAP})?\\(?1[3-9]\\d\\)?(?:${GAP}\\d{4}){2}(?!\\d|\\.\\d|${BEFORE_MEASURE}(?:${MEASURE}))`,
  'u',
);

/** Eighteen characters as on an identity card: in one piece, or as place, day of birth and the rest. */
const CITIZEN_NUMBERS = new RegExp(`(?<!\\d)(\\d{6})${GAP}(\\d{4})${GAP}(\\d{4})${GAP}(\\d{3}[\\dXx])(?!\\d)`, 'gu');

/**
 * True when a text holds an identity-card number or a mobile phone number. Numbers of private persons do not belong in a
 * record that can never be erased; the check digit keeps long document numbers from being mistaken for one.
 */
export function holdsPrivateData(text: string): boolean {
  // Full-width digits are digits to a reader.
  const plain = text.normalize('NFKC');
  const citizenNumbers = [...plain.matchAll(CITIZEN_NUMBERS)].map(([, ...groups]) => groups.join(''));
  return citizenNumbers.some(isCitizenNumber) || MOBILE_NUMBER.test(plain);
}

/** Texts as they stand in a value, among others that are none. */
export type Texts =
  string | number | boolean | null | undefined | readonly Texts[] | { readonly [field: string]: Texts };

/** Where in a value texts hold numbers of private persons: for each the fields and indexes that lead to it. */
export function privatePlaces(texts: Texts): readonly (readonly string[])[] {
  if (typeof texts === 'string') return holdsPrivateData(texts) ? [[]] : [];
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries<Texts>(texts).flatMap(([step, part]) => privatePlaces(part).map((place) => [step, ...place]));
}

/**
 * Adds to a schema that the given part of its value holds no numbers of private persons. Ids and hashes are no part of it: any
 * of them may hold eleven digits by chance.
 */
export function withoutPrivateData<Schema extends z.ZodType>(
  schema: Schema,
  partOf: (value: z.infer<Schema>) => Texts,
) {
  return schema.superRefine((value, context) => {
    for (const place of privatePlaces(partOf(value))) {
      context.addIssue({ code: 'custom', path: [...place], message: 'TEXT.PRIVATE_DATA' });
    }
  });
}

/** A line that a person writes into the record: without numbers of private persons. */
export const freeLineSchema = (max = 200) => withoutPrivateData(lineSchema(max), (text) => text);

/** Free text that a person writes into the record: bounded, and without numbers of private persons. */
export const freeTextSchema = (max = 4_000, min = 0) => withoutPrivateData(textSchema(max, min), (text) => text);
