import { type Span, type UnitReading } from './reading.types';
import {
  AREA_CONTINUED,
  COLLECTIVE_AREA,
  COLLECTIVE_NAME,
  LIST_CLOSERS,
  NAME_PREFIX,
  UNIT_ENDINGS,
} from './responsibility.words';
import { excerptOf, type SourceText, withoutBlanks } from './source-text';

/** Longest name of a unit in characters; what is longer is a sentence. */
const LONGEST_NAME = 40;
const ENDS_LIKE_UNIT = new RegExp(`(?:${UNIT_ENDINGS.join('|')})(?:（[^（）]{1,30}）)?$`, 'u');

/** Cuts a list of units (`A、B和C等部门，各县区`) into its names. A closing 等 or 等部门 names nobody and is dropped. */
export function readUnits(source: SourceText, start: number, end: number): UnitReading[] {
  const pieces = joinAreas(source, splitAtSeparators(source, start, end));
  return pieces
    .flatMap((piece) => splitAtEtc(source, piece))
    .flatMap((piece) => splitAtAnd(source, piece))
    .map((piece) => unitOf(source, piece))
    .filter((unit) => unit !== null);
}

/** True when a name ends as units do, or is a collective name. */
export function looksLikeUnit(name: string): boolean {
  return name.length <= LONGEST_NAME && (ENDS_LIKE_UNIT.test(name) || COLLECTIVE_NAME.test(name));
}

function splitAtSeparators({ text, brackets }: SourceText, start: number, end: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    const partner = text[at] === '（' ? brackets.get(at) : undefined;
    if (partner !== undefined && partner < end) at = partner;
    else if (/[、，；。\n/]/u.test(text[at] ?? '')) {
      pieces.push({ start: from, end: at });
      from = at + 1;
    }
  }
  pieces.push({ start: from, end });
  return pieces.filter((piece) => withoutBlanks(text.slice(piece.start, piece.end)) !== '');
}

function joinAreas({ text }: SourceText, pieces: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const name = withoutBlanks(text.slice(piece.start, piece.end)).replace(/等$/u, '');
    const before = last ? withoutBlanks(text.slice(last.start, last.end)) : '';
    const gap = last ? text.slice(last.end, piece.start) : '';
    if (last && gap === '、' && AREA_CONTINUED.test(name) && COLLECTIVE_AREA.test(before)) {
      joined[joined.length - 1] = { start: last.start, end: piece.end };
    } else joined.push(piece);
  }
  return joined;
}

/** `A等部门` is A; `A等相关部门` is A and the collective 相关部门. 等 inside a name stays. */
function splitAtEtc(source: SourceText, piece: Span): Span[] {
  const words = source.text.slice(piece.start, piece.end);
  const at = words.indexOf('等');
  if (at <= 0) return [piece];
  const head = withoutBlanks(words.slice(0, at));
  const tail = withoutBlanks(words.slice(at + 1));
  if (tail !== '' && !looksLikeUnit(head)) return [piece];
  const first = { start: piece.start, end: piece.start + at };
  if (LIST_CLOSERS.test(tail)) return [first];
  const rest = { start: piece.start + at + 1, end: piece.end };
  return [first, ...splitAtAnd(source, rest)];
}

/**
 * Splits at 及, 以及, 和 and 与 only where both sides are whole names, so that 人力资源和社会保障局 stays one name.
 */
function splitAtAnd(source: SourceText, piece: Span): Span[] {
  const words = source.text.slice(piece.start, piece.end);
  for (const { 0: and, index } of words.matchAll(/以及|及|和|与/gu)) {
    const left = withoutBlanks(words.slice(0, index));
    const right = withoutBlanks(words.slice(index + and.length));
    if (!areTwoNames(left, right)) continue;
    const rest = { start: piece.start + index + and.length, end: piece.end };
    return [{ start: piece.start, end: piece.start + index }, ...splitAtAnd(source, rest)];
  }
  return [piece];
}

function areTwoNames(left: string, right: string): boolean {
  if (left.length < 2 || right.length < 2) return false;
  if (COLLECTIVE_NAME.test(right) && looksLikeUnit(left)) return true;
  if (COLLECTIVE_NAME.test(left)) return false;
  return ENDS_LIKE_UNIT.test(left) && ENDS_LIKE_UNIT.test(right) && right.length >= 3;
}

function unitOf(source: SourceText, piece: Span): UnitReading | null {
  const raw = source.text.slice(piece.start, piece.end);
  const indent = raw.length - raw.trimStart().length;
  const prefix = NAME_PREFIX.exec(raw.trimStart())?.[0].length ?? 0;
  const excerpt = excerptOf(source, piece.start + indent + prefix, piece.end);
  const name = withoutBlanks(excerpt.text).replace(/[：:]$/u, '');
  if (!/[\p{L}\d]/u.test(name) || name === '无') return null;
  const collective = COLLECTIVE_NAME.test(name);
  return { ...excerpt, name, collective, doubts: doubtsOf(name, collective) };
}

function doubtsOf(name: string, collective: boolean): string[] {
  if (collective) return [`“${name}”是集合名称，交办前需由人列出具体单位`];
  return looksLikeUnit(name) ? [] : [`“${name}”不像单位名称，请核对`];
}
