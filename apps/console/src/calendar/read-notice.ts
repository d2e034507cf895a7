import { addDays, type Day, daysBetween, isDay } from '#domain';
import { SYSTEM_WORDS } from '../words/system.words';

const { notice } = SYSTEM_WORDS.calendar;

/** The days that a notice names. */
export interface NoticeDays {
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

/** The longest holiday that is believed; more is a slip of the pen. */
const LONGEST_RUN = 20;

/**
 * Reads the days off and the working weekends from the text of a holiday notice: days are collected until a word says what
 * they are. A month or year that is not written is that of the day before it.
 */
export function readNotice(text: string, year: number): NoticeDays {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\([^()]*\)|〔[^〕]*〕/gu, '')
    .replaceAll(/[ \t]/gu, '');
  const off: Day[] = [];
  const work: Day[] = [];
  for (const sentence of plain.split(/[。;\n]/u)) {
    let waiting: Day[] = [];
    let seen = { year, month: 0 };
    for (const piece of piecesOf(sentence)) {
      if (piece.kind === 'days') {
        const run = runOf(piece.match, seen);
        seen = run.seen;
        waiting.push(...run.days);
      } else {
        (piece.kind === 'off' ? off : work).push(...waiting);
        waiting = [];
      }
    }
  }
  return { off: sorted(off), work: sorted(work) };
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

function runOf(
  match: readonly (string | undefined)[],
  seen: Seen,
): { readonly days: readonly Day[]; readonly seen: Seen } {
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
  const from = { year: numberOr(fromYear, seen.year), month: numberOr(fromMonth, seen.month) };
  const to = { year: numberOr(toYear, from.year), month: numberOr(toMonth, from.month) };
  const first = dayText(from, fromDay);
  const last = toDay === undefined ? first : dayText(to, toDay);
  if (!isDay(first) || !isDay(last)) return { days: [], seen: to };
  const length = daysBetween(first, last) + 1;
  const believed = length >= 1 && length <= LONGEST_RUN;
  return { days: believed ? Array.from({ length }, (_, offset) => addDays(first, offset)) : [], seen: to };
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
