import { APP_WORDS } from './app.words';
import { ERROR_WORDS } from './errors.words';
import { FORM_WORDS } from './forms.words';
import { PART_WORDS } from './parts.words';
import { TERM_WORDS } from './terms.words';

/**
 * The words that the frame and several pages share. This folder is the zh-CN table of the console: a file holds one area, and a
 * page's own words come with the page (`ledger.words.ts`), and what forms of acts share with these (`acts.words.ts`): whoever signs in had waited for them. An act's own words stand in its folder; no other file holds Chinese.
 */
export const WORDS = {
  app: APP_WORDS,
  errors: ERROR_WORDS,
  forms: FORM_WORDS,
  parts: PART_WORDS,
  terms: TERM_WORDS,
} as const;
