import { closingPrefixInput, type LedgerNumber, ledgerCodeInput, ledgerNumberKey } from '#domain';
import { initialsOf } from '../shared/initials';

/** What is known of a ledger that is about to be created. */
export interface NewLedgerFacts {
  /** Number and title of the document that it is for. */
  readonly documentNumber: string;
  readonly title: string;
  /** The unit that creates it. */
  readonly office: string;
  /** The year of today, for a document without one. */
  readonly year: string;
}

/** A code and a closing prefix that are free; null where document and office say too little. */
export interface SuggestedNumbers {
  readonly code: string | null;
  readonly closingPrefix: string | null;
}

/** At most this many letters before the year: a code has twelve characters. */
const MOST_LETTERS = 6;
/** How often a number is counted on before no suggestion is made. */
const MOST_TRIES = 99;

/** What stands behind the issuing body's short name in a document number: the kind of the paper. */
const PAPER = /(?:办发|办函|办字|办电|发电|发|函|字|电|通|令|规)$/u;
/** Documents of the central authorities: their short names are not the office's own. */
const CENTRAL = /^[国中]/u;
/** What the short name of an office leaves out at its end. */
const OFFICE_END = /(?:工作)?(?:领导小组)?(?:办公室|委员会|领导小组|中心|办|局|委|厅|处|科)$/u;
const PLACE = /^(\p{Script=Han}{2,7}?)(?:自治区|省|市|州|盟|县|区|旗)(\p{Script=Han}*)/u;
const PLACE_WORD = /^(?:省|市|州|盟|县|区|旗)(?=\p{Script=Han}{2})/u;

/**
 * Free numbers for a new ledger, after the short name of who issued its document: 芜卫改〔2021〕3号 gives WWG2021 and 芜卫改销. A central
 * document, or one without a number, leaves the short name to the office that creates the ledger. What is taken is counted on.
 * @param isTaken true for what another ledger has
 */
export function suggestedNumbers(facts: NewLedgerFacts, isTaken: (number: LedgerNumber) => boolean): SuggestedNumbers {
  const name = shortNameOf(facts);
  if (name === null) return { code: null, closingPrefix: null };
  const letters = initialsOf(name).toUpperCase().slice(0, MOST_LETTERS);
  const code = `${letters}${yearOf(facts)}`;
  return {
    code: firstFree('code', code, (count) => `${code}${String(count).padStart(2, '0')}`, isTaken),
    closingPrefix: firstFree('closing-prefix', `${name}销`, (count) => `${name}销${count}`, isTaken),
  };
}

function shortNameOf({ documentNumber, title, office }: NewLedgerFacts): string | null {
  return issuerOf(documentNumber) ?? officeName(office) ?? placeOf(title);
}

/** The issuing body as a document number writes it. */
function issuerOf(documentNumber: string): string | null {
  const [head = ''] = /^\p{Script=Han}+(?=\()/u.exec(ledgerNumberKey(documentNumber)) ?? [];
  const issuer = head.replace(PAPER, '');
  return issuer.length >= 2 && issuer.length <= 8 && !CENTRAL.test(issuer) ? issuer : null;
}

/** An office as documents would write it for short: 云岭市医改办 is 云医改. */
function officeName(office: string): string | null {
  const whole = office.normalize('NFKC').trim();
  const [, place = '', after = ''] = PLACE.exec(whole) ?? [];
  const own = (place === '' ? whole.replace(PLACE_WORD, '') : after).replace(OFFICE_END, '').slice(0, 4);
  const short = `${place.slice(0, 1)}${own}`;
  return /^\p{Script=Han}{2,}$/u.test(short) ? short : null;
}

function placeOf(title: string): string | null {
  return PLACE.exec(title.normalize('NFKC').replace(/^关于(?:印发)?[《“]?/u, ''))?.[1] ?? null;
}

function yearOf({ documentNumber, title, year }: NewLedgerFacts): string {
  const [, ofNumber] = /\((\d{4})\)/u.exec(ledgerNumberKey(documentNumber)) ?? [];
  const [, ofTitle] = /((?:19|20)\d{2})年/u.exec(title.normalize('NFKC')) ?? [];
  return ofNumber ?? ofTitle ?? year;
}

function firstFree(
  kind: LedgerNumber['kind'],
  plain: string,
  counted: (count: number) => string,
  isTaken: (number: LedgerNumber) => boolean,
): string | null {
  const schema = kind === 'code' ? ledgerCodeInput : closingPrefixInput;
  for (let count = 1; count <= MOST_TRIES; count += 1) {
    const number = count === 1 ? plain : counted(count);
    if (!schema.safeParse(number).success) return null;
    if (!isTaken({ kind, number })) return number;
  }
  return null;
}
