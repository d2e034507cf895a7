import { type Day, dayOf } from '#domain';
import { smallNumber, yearInDigits } from './chinese-number';
import {
  DATE_LABEL,
  DOCUMENT_NUMBER,
  ISSUER_END,
  ISSUER_LABEL,
  LONGEST_CODE,
  NO_TITLE,
  NUMBER_LABEL,
  TITLE_END,
  TITLE_LINE_LENGTH,
} from './facts.words';
import { type TextLine } from './lines';
import { type DocumentFacts, type Excerpt, type FactReading, type Span } from './reading.types';
import { FIRST_LISTED_LEADS } from './responsibility.words';
import { excerptOf, type SourceText, withoutBlanks } from './source-text';

const YEAR = '(?<y>(?:19|20)\\d{2}|[一二][〇零一二三四五六七八九]{3}) ?年';
const DATE = new RegExp(
  `${YEAR} ?(?<m>[\\d一二三四五六七八九十]{1,3}) ?月 ?(?<d>[\\d一二三四五六七八九十]{1,3}) ?日`,
  'gu',
);
const NUMERIC_DATE = /(?<y>20\d{2})[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})/u;

/** What facts are read from: the lines above the first item, and those below the last. */
export interface FactLines {
  readonly head: readonly TextLine[];
  readonly tail: readonly TextLine[];
}

/** Reads what the document says about itself. A fact that is not found is null; a guess carries a doubt. */
export function readFacts(source: SourceText, lines: FactLines): DocumentFacts {
  const titles = titlesIn(source, lines.head);
  const title = titles.at(-1) ?? null;
  const documentNumber = readDocumentNumber(source, lines.head);
  const date = readDate(source, lines);
  return {
    title,
    documentNumber,
    issuingBody: readIssuer(source, lines),
    date,
    year: readYear(source, titles, documentNumber, date, lines.head),
    firstListedIsLead: readFirstListed(source),
  };
}

function fact<T>(source: SourceText, span: Span, value: T, doubts: readonly string[] = []): FactReading<T> {
  return { ...excerptOf(source, span.start, span.end), value, doubts };
}

/** Titles in the order of the text; the last one stands nearest to the tasks. */
function titlesIn(source: SourceText, head: readonly TextLine[]): FactReading<string>[] {
  const titles: FactReading<string>[] = [];
  head.forEach((line, index) => {
    const words = withoutBlanks(line.text);
    if (!isTitleLine(line.text) || !TITLE_END.test(words) || words.length < 4) return;
    const first = beginningOf(head, index);
    titles.push(fact(source, { start: first.span.start, end: line.span.end }, joined(source, first, line)));
  });
  return titles;
}

function isTitleLine(text: string): boolean {
  return text.length <= TITLE_LINE_LENGTH * 2 && !NO_TITLE.test(text.trim());
}

function joined({ source }: SourceText, first: TextLine, last: TextLine): string {
  return withoutBlanks(source.slice(first.span.start, last.span.end));
}

/** A long title takes two lines. The line above belongs to it unless it is a title, an issuer or a number of its own. */
function beginningOf(head: readonly TextLine[], index: number): TextLine {
  const line = head[index];
  const above = head[index - 1];
  if (!line) throw new RangeError('no such line');
  if (!above || !isTitleLine(above.text) || line.text.trim().indexOf('关于') > 0) return line;
  const words = withoutBlanks(above.text);
  const belongs = words.length >= 4 && words.length <= TITLE_LINE_LENGTH && !TITLE_END.test(words);
  const isIssuer = ISSUER_END.test(words) && !line.text.trimStart().startsWith('关于');
  return belongs && !isIssuer && !/[〔【]\d{4}|^[-\d]/u.test(words) ? above : line;
}

function readDocumentNumber(source: SourceText, head: readonly TextLine[]): FactReading<string> | null {
  for (const line of head) {
    for (const match of line.text.matchAll(DOCUMENT_NUMBER)) {
      const code = match.groups?.code ?? '';
      const own = code.replace(NUMBER_LABEL, '').slice(-LONGEST_CODE);
      const start = line.span.start + match.index + code.length - own.length;
      const cited = /[》（]$/u.test(source.text.slice(Math.max(line.span.start, start - 1), start));
      if (own === '' || cited || line.text.includes('。')) continue;
      const span = { start, end: line.span.start + match.index + match[0].length };
      return fact(source, span, withoutBlanks(source.source.slice(span.start, span.end)));
    }
  }
  return null;
}

/** The day under the signature, or else, with a doubt, the day of publication that the page states. */
function readDate(source: SourceText, { head, tail }: FactLines): FactReading<Day> | null {
  const lines = [...head, ...tail];
  const signed = lines.map((line) => signedDate(source, line)).filter((found) => found !== null);
  return signed.at(-1) ?? lines.map((line) => publishedDate(source, line)).find((found) => found !== null) ?? null;
}

function signedDate(source: SourceText, line: TextLine): FactReading<Day> | null {
  const match = [...line.text.matchAll(DATE)].at(-1);
  if (!match) return null;
  const after = line.text.slice(match.index + match[0].length).trim();
  if (!/^(?:印发?|（此件|$)/u.test(after) || DATE_LABEL.test(line.text)) return null;
  return dateFact(source, line, match, []);
}

function publishedDate(source: SourceText, line: TextLine): FactReading<Day> | null {
  if (!DATE_LABEL.test(line.text)) return null;
  const match = [...line.text.matchAll(DATE)][0] ?? NUMERIC_DATE.exec(line.text);
  return match ? dateFact(source, line, match, ['未找到落款日期，取网页发布日期']) : null;
}

function dateFact(
  source: SourceText,
  line: TextLine,
  match: RegExpMatchArray,
  doubts: readonly string[],
): FactReading<Day> | null {
  const { y = '', m = '', d = '' } = match.groups ?? {};
  const day = dayOf(yearInDigits(y) ?? 0, smallNumber(m) ?? 0, smallNumber(d) ?? 0);
  const start = line.span.start + (match.index ?? 0);
  return day === null ? null : fact(source, { start, end: start + match[0].length }, day, doubts);
}

/** The body named before 关于 in a title line, or else in a label of the page (发布机构：…). */
function readIssuer(source: SourceText, { head, tail }: FactLines): FactReading<string> | null {
  const titled = head.map((line) => issuerInTitle(source, line)).find((found) => found !== null);
  if (titled) return titled;
  for (const line of [...head, ...tail]) {
    const labelled = ISSUER_LABEL.exec(line.text)?.groups?.body;
    if (labelled !== undefined && ISSUER_END.test(labelled)) {
      const start = line.span.start + line.text.indexOf(labelled);
      return fact(source, { start, end: start + labelled.length }, labelled);
    }
  }
  return null;
}

function issuerInTitle(source: SourceText, line: TextLine): FactReading<string> | null {
  const at = line.text.indexOf('关于');
  const name = withoutBlanks(line.text.slice(0, Math.max(0, at)));
  if (name.length < 3 || name.length > TITLE_LINE_LENGTH || !ISSUER_END.test(name) || line.text.includes('。'))
    return null;
  return fact(source, { start: line.span.start, end: line.span.start + at }, name);
}

/** The year of the title; without one that of the 文号, then of the date, the first in the head, the earliest in the text. */
function readYear(
  source: SourceText,
  titles: readonly FactReading<string>[],
  documentNumber: FactReading<string> | null,
  date: FactReading<Day> | null,
  head: readonly TextLine[],
): FactReading<number> | null {
  const ofTitle = titles.map((title) => yearIn(source, title.span)).filter((found) => found !== null);
  const nearest = ofTitle.at(-1);
  if (nearest) {
    const other = ofTitle.find((found) => found.value !== nearest.value);
    const doubt = other
      ? [`标题中出现 ${other.value} 年和 ${nearest.value} 年，按离正文最近的 ${nearest.value} 年理解`]
      : [];
    return { ...nearest, doubts: doubt };
  }
  const ofNumber = documentNumber && yearIn(source, documentNumber.span);
  if (ofNumber) return ofNumber;
  if (date) return fact(source, { start: date.span.start, end: date.span.start + 4 }, Number(date.value.slice(0, 4)));
  const ofHead = head.map((line) => yearIn(source, line.span)).find((found) => found !== null);
  return ofHead ?? earliestYear(source);
}

function yearIn(source: SourceText, span: Span): FactReading<number> | null {
  const match = /(?<y>(?:19|20)\d{2}) ?(?:年|[〕\]］】）])/u.exec(source.text.slice(span.start, span.end));
  if (!match) return null;
  const start = span.start + match.index;
  return fact(source, { start, end: start + 4 }, Number(match.groups?.y));
}

function earliestYear(source: SourceText): FactReading<number> | null {
  let earliest: FactReading<number> | null = null;
  for (const match of source.masked.matchAll(/(?<![\d.])(?<y>20\d{2}) ?年/gu)) {
    const value = Number(match.groups?.y);
    if (earliest && earliest.value <= value) continue;
    const doubt = `文件未写明年份，按正文最早出现的 ${value} 年理解`;
    earliest = fact(source, { start: match.index, end: match.index + 4 }, value, [doubt]);
  }
  return earliest;
}

function readFirstListed(source: SourceText): Excerpt | null {
  const match = FIRST_LISTED_LEADS.exec(source.text);
  return match ? excerptOf(source, match.index, match.index + match[0].length) : null;
}
