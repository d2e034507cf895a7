import { textSchema } from './schema';

/** Weights and check characters of the 18-digit citizen number (GB 11643-1999). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

function isCitizenNumber(candidate: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(candidate[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === candidate[17]?.toUpperCase();
}

/**
 * Whether a text holds an identity-card number or a mobile phone number. Numbers of private persons do not belong in a
 * record that can never be erased; the check digit keeps long document numbers from being mistaken for one.
 */
export function holdsPrivateData(text: string): boolean {
  const citizenNumbers = text.match(/(?<!\d)\d{17}[\dXx](?!\d)/gu) ?? [];
  return citizenNumbers.some(isCitizenNumber) || /(?<!\d)1[3-9]\d{9}(?!\d)/u.test(text);
}

/** Free text that a person writes into the record: bounded, and without numbers of private persons. */
export const freeTextSchema = (max = 4_000, min = 0) =>
  textSchema(max, min).refine((text) => !holdsPrivateData(text), 'TEXT.PRIVATE_DATA');
