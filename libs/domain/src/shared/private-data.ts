import { type z } from 'zod';
import { lineSchema, textSchema } from './schema';

/** Weights and check characters of the 18-digit citizen number (GB 11643-1999). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

function isCitizenNumber(candidate: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(candidate[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === candidate[17]?.toUpperCase();
}

/** A mobile number as people write it: in one piece or as 3-4-4, with the country's code or without. */
const MOBILE_NUMBER = /(?<!\d)(?:(?:\+|00)86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/u;

/**
 * True when a text holds an identity-card number or a mobile phone number. Numbers of private persons do not belong in a
 * record that can never be erased; the check digit keeps long document numbers from being mistaken for one.
 */
export function holdsPrivateData(text: string): boolean {
  // Full-width digits are digits to a reader.
  const plain = text.normalize('NFKC');
  const citizenNumbers = plain.match(/(?<!\d)\d{17}[\dXx](?!\d)/gu) ?? [];
  return citizenNumbers.some(isCitizenNumber) || MOBILE_NUMBER.test(plain);
}

/** Adds to a schema that the given texts of its value hold no numbers of private persons. */
export function withoutPrivateData<Schema extends z.ZodType>(
  schema: Schema,
  textsOf: (value: z.infer<Schema>) => readonly (string | undefined)[],
) {
  return schema.refine(
    (value) => !textsOf(value).some((text) => text !== undefined && holdsPrivateData(text)),
    'TEXT.PRIVATE_DATA',
  );
}

/** A line that a person writes into the record: without numbers of private persons. */
export const freeLineSchema = (max = 200) => withoutPrivateData(lineSchema(max), (text) => [text]);

/** Free text that a person writes into the record: bounded, and without numbers of private persons. */
export const freeTextSchema = (max = 4_000, min = 0) => withoutPrivateData(textSchema(max, min), (text) => [text]);
