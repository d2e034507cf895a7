import { linesIn } from './lines';
import { CLOSING_BEGINNINGS, DATE_LINE } from './outline.words';
import { type Excerpt } from './reading.types';
import { excerptOf, type SourceText } from './source-text';

const LONGEST_HEADING = 30;

/** Follows headings without numbers, which stand on lines of their own between the items of some documents. */
export class UnnumberedHeadings {
  private path: Excerpt[] = [];
  private from = 0;

  constructor(private readonly source: SourceText) {}

  /** The headings above an item. Two heading lines are a section and its subsection; a single one replaces the nearest. */
  pathAbove(itemStart: number, itemEnd: number): readonly Excerpt[] {
    const lines = itemStart > this.from ? linesIn(this.source, { start: this.from, end: itemStart }) : [];
    const headings = lines.slice(-2).filter(({ text }) => isHeading(text.trim()));
    const found = headings.map(({ span }) => excerptOf(this.source, span.start, span.end));
    const [only, second] = found;
    if (only && second) this.path = [only, second];
    else if (only) this.path = this.path.length === 2 && this.path[0] ? [this.path[0], only] : [only];
    this.from = Math.max(this.from, itemEnd);
    return this.path;
  }
}

function isHeading(words: string): boolean {
  if (words.length > LONGEST_HEADING || /[。；：，,！|]/u.test(words)) return false;
  return !CLOSING_BEGINNINGS.test(words) && !DATE_LINE.test(words);
}
