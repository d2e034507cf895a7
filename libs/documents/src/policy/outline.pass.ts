import { smallNumber } from './chinese-number';
import { linesIn, type TextLine } from './lines';
import { type NumberingMark, type OutlineNode, OutlineWalk } from './outline-walk';
import { NUMBERING_LEVELS, NUMBERING_MARKS } from './outline.words';
import { type Span } from './reading.types';
import { type SourceText } from './source-text';

/** The numbered structure of a document; nodes are in the order of the text. */
export interface Outline {
  readonly nodes: readonly OutlineNode[];
}

const LINE_MARK = NUMBERING_MARKS.map(([level, pattern]) => [level, new RegExp(`^[ ]*(?:${pattern}) *`, 'u')] as const);
const INLINE_LEVELS: ReadonlySet<number> = new Set([
  NUMBERING_LEVELS.part,
  NUMBERING_LEVELS.bracketed,
  NUMBERING_LEVELS.arabic,
]);
const INLINE_MARK = NUMBERING_MARKS.filter(([level]) => INLINE_LEVELS.has(level)).map(
  ([level, pattern]) => [level, new RegExp(`^(?:${pattern}) *`, 'u')] as const,
);
/** Where a number inside a line may begin. A cheap first search: `OutlineWalk.continues` decides. */
const INLINE_CANDIDATE =
  /[一二三四五六七八九十]{1,3} ?、|（[一二三四五六七八九十]{1,3}）|\d{1,3} ?[.、]|第[一二三四五六七八九十\d]{1,3}条/gu;
/** Characters of the longest mark inside a line, and at the start of one, where blanks come before it. */
const LONGEST_MARK = 14;
const LONGEST_LINE_MARK = 60;

/** Finds the numbered headings, at line starts and inside paragraphs whose line breaks were lost. */
export function readOutline(source: SourceText, regions: readonly Span[]): Outline {
  const walk = new OutlineWalk(source.text);
  for (const line of regions.flatMap((region) => linesIn(source, region))) readLine(line, walk);
  return { nodes: walk.nodes() };
}

function readLine({ text, span: { start } }: TextLine, walk: OutlineWalk): void {
  const mark = markIn(LINE_MARK, text.slice(0, LONGEST_LINE_MARK), start, true);
  if (mark && (!mark.beforeDigit || walk.isSuccessor(mark))) walk.add(mark);
  for (const { index } of text.matchAll(INLINE_CANDIDATE)) {
    const at = start + index;
    if (at < (mark?.end ?? start) || at === start) continue;
    const inline = markIn(INLINE_MARK, text.slice(index, index + LONGEST_MARK), at, false);
    if (inline && walk.continues(inline, start)) walk.add(inline);
  }
}

function markIn(
  patterns: readonly (readonly [number, RegExp])[],
  words: string,
  offset: number,
  atLineStart: boolean,
): NumberingMark | null {
  for (const [level, pattern] of patterns) {
    const match = pattern.exec(words);
    if (!match) continue;
    const value = numberValue(match.groups?.n ?? '');
    const lead = match[0].length - match[0].trimStart().length;
    if (value === null) continue;
    const beforeDigit = match.groups?.digit !== undefined;
    return { level, value, start: offset + lead, end: offset + match[0].length, atLineStart, beforeDigit };
  }
  return null;
}

function numberValue(text: string): number | null {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(text);
  return circled >= 0 ? circled + 1 : smallNumber(text);
}
