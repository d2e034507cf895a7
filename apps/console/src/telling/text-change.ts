import { TIMELINE_WORDS as T } from '../words/timeline.words';

/** Characters on either side of what differs, so that a reader finds the place. */
const AROUND = 8;
/** Characters of what differs. */
const SHOWN = 60;

/** A change of words as a sentence shows it. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/**
 * What was and what is, each around the place where they differ: the beginnings of a long text and of its correction are the same, so
 * that clipping both would show no difference. Empty for a text that is empty.
 */
export function textChange(from: string, to: string): TextChange {
  const [former, next] = [onOneLine(from), onOneLine(to)];
  const start = commonStart(former, next);
  const end = commonStart(reversed(former.slice(start)), reversed(next.slice(start)));
  return { before: around(former, start, end), after: around(next, start, end) };
}

/** Code points, so that no character is cut in two. */
function onOneLine(text: string): string[] {
  return Array.from(text.replaceAll(/\s+/gu, ' ').trim());
}

function reversed(text: readonly string[]): string[] {
  return [...text].reverse();
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((character, index) => character !== other[index]);
  return differs < 0 ? one.length : differs;
}

/** @param start characters in common at the beginning; @param end those at the end */
function around(text: readonly string[], start: number, end: number): string {
  const from = start <= AROUND + 1 ? 0 : start - AROUND;
  const until = end <= AROUND + 1 ? text.length : text.length - end + AROUND;
  const shown = text.slice(from, Math.min(until, from + AROUND + SHOWN));
  const cut = from + shown.length < text.length;
  return `${from > 0 ? T.cut : ''}${shown.join('')}${cut ? T.cut : ''}`;
}
