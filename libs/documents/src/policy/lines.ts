import { type Span } from './reading.types';
import { type SourceText } from './source-text';

/** One line of the normalised text without its end. */
export interface TextLine {
  readonly text: string;
  readonly span: Span;
}

/** The lines of a stretch that are not blank. */
export function linesIn({ text }: SourceText, stretch: Span): TextLine[] {
  const lines: TextLine[] = [];
  let start = stretch.start;
  while (start < stretch.end) {
    const next = text.indexOf('\n', start);
    const end = next < 0 || next > stretch.end ? stretch.end : next;
    const line = text.slice(start, end);
    if (line.trim() !== '') lines.push({ text: line, span: { start, end } });
    start = end + 1;
  }
  return lines;
}
