import { addDays, type Day, daysBetween, isDay } from '#domain';
import { SYSTEM_WORDS } from '../words/system.words';

const { notice } = SYSTEM_WORDS.calendar;

/** The days that a notice names. */
export interface NoticeDays {
  readonly off: readonly Day[];
  readonly work: readonly Day[];
  /** Days that stand in the text and are in neither list: no such day, too long a run, or no word says what they are. */
  readonly unread: readonly string[];
}

/** The longest holiday that is believed; more is a slip of the pen. */
const LONGEST_RUN = 20;

/**
 * Reads the days off and the working weekends from the text of a holiday notice: days are collected until a word says what
 * they are. A month or year that is not written is that of the day before it. Days may be written in any form in which people write them.
 */
export function readNotice(text: string, year: number): NoticeDays {
  const plain = inOneForm(text);
  const off: Day[] = [];
  const work: Day[] = [];
  const unread: string[] = [];
  for (const sentence of plain.split(/[。;\n]/u)) {
    let waiting: Run[] = [];
    let seen = { year, month: 0 };
    for (const piece of piecesOf(sentence)) {
      if (piece.kind === 'days') {
        const run = runOf(piece.match, seen);
        seen = run.seen;
        if (run.days.length > 0) waiting.push(run);
        else unread.push(run.written);
      } else {
        (piece.kind === 'off' ? off : work).push(...waiting.flatMap(({ days }) => days));
        waiting = [];
      }
    }
    unread.push(...waiting.map(({ written }) => written));
  }
  return { off: sorted(off), work: sorted(work), unread: [...new Set(unread)] };
}

/** The text with every day written as 2026年10月1日, as the notices themselves do; what stands in brackets is left out. */
function inOneForm(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\([^()]*\)|〔[^〕]*〕/gu, '')
    .replaceAll(/[ \t]/gu, '');
  return notice.otherForms.reduce((written, { form, as }) => written.replaceAll(form, as), plain);
}

type Piece =
  { readonly kind: 'days'; readonly match: readonly (string | undefined)[] } | { readonly kind: 'off' | 'work' };

function piecesOf(sentence: string): readonly Piece[] {
  const one = new RegExp(`${notice.days.source}|(${notice.off.source})|(${notice.work.source})`, 'gu');
  return [...sentence.matchAll(one)].map((match): Piece => {
    if (match[7] !== undefined) return { kind: 'off' };
    return match[8] === undefined ? { kind: 'days', match: [...match] } : { kind: 'work' };
  });
}

interface Seen {
  readonly year: number;
  readonly month: number;
}

interface Run {
  readonly days: readonly Day[];
  readonly seen: Seen;
  readonly written: string;
}

function runOf(match: readonly (string | undefined)[], seen: Seen): Run {
  const [written = '', fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
  const from = { year: numberOr(fromYear, seen.year), month: numberOr(fromMonth, seen.month) };
  const to = { year: numberOr(toYear, from.year), month: numberOr(toMonth, from.month) };
  const first = dayText(from, fromDay);
  const last = toDay === undefined ? first : dayText(to, toDay);
  if (!isDay(first) || !isDay(last)) return { days: [], seen: to, written };
  const length = daysBetween(first, last) + 1;
  const believed = length >= 1 && length <= LONGEST_RUN;
  return { days: believed ? Array.from({ length }, (_, offset) => addDays(first, offset)) : [], seen: to, written };
}

function dayText({ year, month }: Seen, day: string | undefined): string {
  return `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

function numberOr(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Number(text);
}

function sorted(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].sort();
}
