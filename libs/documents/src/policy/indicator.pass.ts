import { MAX_MEASURE } from '#domain';
import { CLAUSE_END, clauseAround } from './clause';
import { DOCUMENT_LIMITS } from './document-limits';
import { firstOfEach } from './first-of-each';
import { compare } from './indicator-comparison';
import { nameOf } from './indicator-name';
import { isTarget } from './indicator-target';
import { COUNT_UNITS, SHARE_UNITS, TIME_UNITS, WEAK_UNITS } from './indicator.words';
import { type Comparison, type Neighbour, type Quantity, type UnitKind } from './indicator.types';
import { type IndicatorReading, type Span } from './reading.types';
import { excerptOf, type SourceText, withoutBlanks } from './source-text';

/** Longest part of a clause on each side of a number, in characters. */
const REACH = 90;
/** Every part has an upper bound: without one, a long row of digits would be searched anew from each of them. */
const NUMBER = '\\d{1,12}(?:,\\d{3}){0,3}(?:\\.\\d{1,6})?(?: \\d{1,4})?';
const MAGNITUDE = '(?:千万|百万|十万|万|亿|千|百)?';
const UNITS: readonly (readonly [UnitKind, readonly string[]])[] = [
  ['share', SHARE_UNITS],
  ['time', TIME_UNITS],
  ['count', COUNT_UNITS],
  ['weak', WEAK_UNITS],
];
const UNIT = [...UNITS.flatMap(([, units]) => units)].sort((a, b) => b.length - a.length).join('|');
const QUANTITY = new RegExp(
  `(?<![\\d.A-Za-z第+])(?<value>${NUMBER}|半(?=个)) ?(?:[%‰])?(?: ?(?:-|到|至) ?(?<max>\\d{1,12}(?:\\.\\d{1,6})?))? ?(?<unit>${MAGNITUDE}(?:${UNIT}))`,
  'gu',
);

/** Reads the indicators of one stretch of text. What stands in 《》 and “” is not searched. */
export function readIndicators(source: SourceText, stretch: Span): IndicatorReading[] {
  const readings: IndicatorReading[] = [];
  let accepted: { readonly quantity: Quantity; readonly comparison: Comparison } | null = null;
  const words = source.masked.slice(stretch.start, stretch.end);
  for (const match of words.matchAll(QUANTITY)) {
    const quantity = quantityOf(source, stretch, match);
    const neighbour: Neighbour | null = accepted && {
      ...accepted,
      between: source.masked.slice(accepted.quantity.end, Math.min(quantity.start, accepted.quantity.end + REACH)),
    };
    // Nobody means a figure of sixteen digits: it is a number of something else.
    if (quantity.value > MAX_MEASURE) continue;
    const comparison = compare(quantity, neighbour);
    if (!isTarget(quantity, comparison, neighbour)) continue;
    readings.push(toReading(source, quantity, comparison));
    accepted = { quantity, comparison };
    if (readings.length > DOCUMENT_LIMITS.readingsPerTask) break;
  }
  return readings;
}

/** The same target twice (in the title and in a column of a table) is one indicator. */
export function distinctIndicators(indicators: readonly IndicatorReading[]): IndicatorReading[] {
  return firstOfEach(indicators, ({ name, op, value, unit }) => [name, op, value, unit].join(' '));
}

function quantityOf(source: SourceText, stretch: Span, match: RegExpMatchArray): Quantity {
  const start = stretch.start + (match.index ?? 0);
  const end = start + match[0].length;
  const clause = clauseAround(source, { start, end }, stretch, CLAUSE_END, REACH);
  const unit = match.groups?.unit ?? '';
  const max = match.groups?.max;
  return {
    start,
    end,
    value: numeric(match.groups?.value ?? ''),
    max: max === undefined ? null : numeric(max),
    unit,
    kind: kindOf(unit),
    clause,
    before: source.masked.slice(clause.start, start),
    after: source.masked.slice(end, clause.end),
    afterBracket: wordsAfterBracket(source, stretch, clause),
  };
}

function wordsAfterBracket(source: SourceText, stretch: Span, inside: Span): string {
  if (source.text[inside.end] !== '）' || source.text[inside.start - 1] !== '（') return '';
  const bracket = { start: inside.start - 1, end: inside.end + 1 };
  return source.masked.slice(bracket.end, clauseAround(source, bracket, stretch, CLAUSE_END, REACH).end);
}

function numeric(text: string): number {
  return text === '半' ? 0.5 : Number(text.replace(/[, ]/gu, ''));
}

function kindOf(unit: string): UnitKind {
  return UNITS.find(([, units]) => units.some((known) => unit.endsWith(known)))?.[0] ?? 'count';
}

function toReading(source: SourceText, quantity: Quantity, comparison: Comparison): IndicatorReading {
  const piece = pieceOf(source, quantity);
  const { value, max, swapped } = ascending(quantity);
  return {
    ...excerptOf(source, piece.start, piece.end),
    name: nameOf(source, quantity, piece),
    op: max === null && comparison.op === 'range' ? '=' : comparison.op,
    value,
    max,
    unit: withoutBlanks(quantity.unit),
    valueSpan: excerptOf(source, quantity.start, quantity.end).span,
    comparatorExplicit: comparison.explicit,
    approximate: comparison.approximate,
    doubts: [...comparison.doubts, ...(swapped ? ['区间的上下限写反，按从小到大理解'] : [])],
  };
}

/** A range from its lower end to its upper one, however it is written; one from a figure to itself is that figure. */
function ascending({ value, max }: Quantity): Pick<Quantity, 'value' | 'max'> & { readonly swapped: boolean } {
  if (max === null || max > value) return { value, max, swapped: false };
  return max === value ? { value, max: null, swapped: false } : { value: max, max: value, swapped: true };
}

/** Where 、 lists several quantities, each has its own piece of the clause. */
function pieceOf({ masked, brackets }: SourceText, { start, end, clause }: Quantity): Span {
  const left = lastListMark(masked, clause.start, start, brackets);
  const right = nextListMark(masked, end, clause.end, brackets);
  const hasNumber = (from: number, to: number) => /\d/u.test(masked.slice(from, to));
  return {
    start: left >= 0 && hasNumber(clause.start, left) ? left + 1 : clause.start,
    end: right >= 0 && hasNumber(right, clause.end) ? right : clause.end,
  };
}

function lastListMark(text: string, from: number, to: number, brackets: ReadonlyMap<number, number>): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const open = text[at] === '）' ? brackets.get(at) : undefined;
    if (open !== undefined) at = open;
    else if (text[at] === '、') return at;
  }
  return -1;
}

function nextListMark(text: string, from: number, to: number, brackets: ReadonlyMap<number, number>): number {
  for (let at = from; at < to; at += 1) {
    const close = text[at] === '（' ? brackets.get(at) : undefined;
    if (close !== undefined) at = close;
    else if (text[at] === '、') return at;
  }
  return -1;
}

/** Leaves out what a column of targets says again; the form in the column is kept. */
export function withoutRestated(
  worded: readonly IndicatorReading[],
  restated: readonly IndicatorReading[],
): IndicatorReading[] {
  const key = ({ op, value, max, unit }: IndicatorReading) => [op, value, max, unit].join(' ');
  const known = new Set(restated.map(key));
  return worded.filter((indicator) => !known.has(key(indicator)));
}
