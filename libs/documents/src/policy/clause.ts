import { type Span } from './reading.types';
import { type SourceText } from './source-text';

/** Ends of a sentence or of one of its parts. */
export const SENTENCE_END: ReadonlySet<string> = new Set(['。', '；', '！', '？', '\n']);
/** Ends of a clause: those of a sentence, commas and colons. */
export const CLAUSE_END: ReadonlySet<string> = new Set([...SENTENCE_END, '，', '：']);

/**
 * The clause around a stretch. Brackets inside the clause are passed over whole; the bracket that holds the stretch ends it.
 * It reaches at most `reach` characters to each side, because a text may have no punctuation at all.
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
