import { z } from 'zod';
import { lineSchema } from '../shared/schema';

/** The two beginnings that a ledger numbers with: its code (task numbers) and its closing prefix (closing numbers). */
export const LEDGER_NUMBER_KINDS = ['code', 'closing-prefix'] as const;
export const ledgerNumberKindSchema = z.enum(LEDGER_NUMBER_KINDS);
export type LedgerNumberKind = z.infer<typeof ledgerNumberKindSchema>;

/** Every practice number begins with this word. No ledger in earnest may: its numbers and those for practice never meet. */
const PRACTICE_WORD = '练习';

/** All forms of brackets around a year count as one. */
const BRACKETS: readonly (readonly [RegExp, string])[] = [
  [/[〔〖【[{⟨〈《]/gu, '('],
  [/[〕〗】\]}⟩〉》]/gu, ')'],
];

/** What a person typed, as it is stored: full-width letters and digits are plain ones, blanks are left out. */
function foldTyped(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s\p{Cf}]/gu, '');
}

/**
 * What makes two numbers the same to a reader: `ｙｇ 2026` is YG2026, and 〔2026〕 is (2026). Two texts with one key are one number
 * over the whole installation.
 */
export function ledgerNumberKey(number: string): string {
  return BRACKETS.reduce((text, [form, plain]) => text.replaceAll(form, plain), foldTyped(number)).toUpperCase();
}

/** Letters and digits before the number of every task in a ledger, such as YL2021. */
export const ledgerCodeSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/u);

/** The code as people type it: `ｙｌ 2021` is YL2021. */
export const ledgerCodeInput = z
  .string()
  .overwrite((typed) => foldTyped(typed).toUpperCase())
  .regex(/^[A-Z][A-Z0-9]{1,11}$/u);

/** What a closing number begins with, before the year in brackets, such as 云医改销. */
export const closingPrefixSchema = lineSchema(20).regex(/^[\p{Script=Han}A-Za-z0-9]+$/u);

/** The prefix as people type it, of a ledger in earnest: it never begins as those for practice do. */
export const closingPrefixInput = z
  .string()
  .overwrite(foldTyped)
  .min(1)
  .max(20)
  .regex(/^[\p{Script=Han}A-Za-z0-9]+$/u)
  .refine((prefix) => !prefix.startsWith(PRACTICE_WORD), 'LEDGER.PREFIX_FOR_PRACTICE');

/** The code of a practice ledger: the word 练习 and eight characters of its owner's id, so that no two persons share one. */
export const practiceCodeSchema = z.string().regex(/^练习[0-9A-V]{8}$/u);

/** The numbers of a person's practice ledger. They follow from forty bits of the account's id, which are random. */
export function practiceNumbers(accountId: string): { readonly code: string; readonly closingPrefix: string } {
  const own = Number.parseInt(accountId.slice(-10), 16).toString(32).toUpperCase().padStart(8, '0');
  return { code: `${PRACTICE_WORD}${own}`, closingPrefix: `${PRACTICE_WORD}${own}销` };
}
