import { type Span } from './reading.types';
import { type SourceText } from './source-text';

/** Ends of a sentence or of one of its parts. */
export const SENTENCE_END: ReadonlySet<string> = new Set(['。', '；', '！', '？', '\n']);
/** The same with commas and colons. */
export const CLAUSE_END: ReadonlySet<string> = new Set([...SENTENCE_END, '，', '：']);

/**
 * The clause around a stretch, found by walking outwards over whole brackets; an unclosed bracket ends it. The walk is
 * bounded on both sides, so that a text without punctuation costs no more than any other.
 */
export function clauseAround(
  { text, brackets }: SourceText,
  stretch: Span,
  within: Span,
  ends: ReadonlySet<string>,
  reach: number,
): Span {
  const first = Math.max(within.start, stretch.start - reach);
  const last = Math.min(within.end, stretch.end + reach);
  let start = stretch.start;
  while (start > first) {
    const char = text[start - 1] ?? '';
    const open = char === '）' ? brackets.get(start - 1) : undefined;
    if (open !== undefined && open >= first) start = open;
    else if (char === '（' || ends.has(char)) break;
    else start -= 1;
  }
  let end = stretch.end;
  while (end < last) {
    const char = text[end] ?? '';
    const close = char === '（' ? brackets.get(end) : undefined;
    if (close !== undefined && close < last) end = close + 1;
    else if (char === '）' || ends.has(char)) break;
    else end += 1;
  }
  return { start, end };
}
