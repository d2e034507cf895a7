import { IMPORT_WORDS } from '../../../words/import.words';

/** A document as far as a new ledger is numbered after it. */
export interface NamedDocument {
  readonly number: string | null;
  readonly title: string;
}

/** A document's number stands near its beginning. */
const HEAD = 3_000;
const { number: NUMBER_WORD, about, year } = IMPORT_WORDS.document;
const YEAR = '(?:19|20|\\uff11\\uff19|\\uff12\\uff10)\\p{Nd}{2}';
const NUMBER = new RegExp(
  `(?<!\\p{Script=Han})\\p{Script=Han}{2,12}\\s*\\p{Ps}\\s*${YEAR}\\s*\\p{Pe}\\s*\\p{Nd}{1,5}\\s*${NUMBER_WORD}`,
  'u',
);
const TITLE = new RegExp(`^\\s*(?:${about}|.{0,40}20\\d{2}${year})`, 'u');

/** The document that a pasted text is, as far as a look at its beginning tells; reading it tells more. */
export function documentIn(text: string): NamedDocument {
  const head = text.slice(0, HEAD);
  const number = NUMBER.exec(head)?.[0].replaceAll(/\s/gu, '') ?? null;
  const title = head.split('\n').find((line) => TITLE.test(line)) ?? '';
  return { number, title: title.trim().slice(0, 300) };
}
