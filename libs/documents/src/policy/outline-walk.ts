import { DocumentError } from './document-error';
import { DOCUMENT_LIMITS } from './document-limits';
import { NUMBERING_LEVELS } from './outline.words';
import { type Span } from './reading.types';

/** A number found in the text. */
export interface NumberingMark {
  readonly level: number;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly atLineStart: boolean;
  /** A digit follows (7.365…): a decimal, unless this is the next number of its level. */
  readonly beforeDigit: boolean;
}

/** A numbered heading and what stands under it, up to the next number of any level. */
export interface OutlineNode {
  readonly level: number;
  readonly numberSpan: Span;
  readonly value: number;
  /** Where the text after the number starts. */
  readonly textStart: number;
  /** Where the next node starts, or the text ends. */
  readonly ownEnd: number;
  /** False when the number stands inside a running paragraph. */
  readonly atLineStart: boolean;
  /** Index of the node above, or -1. */
  readonly parent: number;
}

/** Longest heading that runs into its first item without a full stop, in characters. */
const LONGEST_RUN_ON_HEADING = 80;

interface LevelState {
  readonly last: number;
  /** A higher heading has followed since, so the numbering may start again or go on. */
  readonly fresh: boolean;
}

/** Collects marks in the order of the text and knows, per level, which number would come next. */
export class OutlineWalk {
  private readonly marks: NumberingMark[] = [];
  private readonly parents: number[] = [];
  private readonly open: number[] = [];
  private readonly levels = new Map<number, LevelState>();

  constructor(private readonly text: string) {}

  /** @throws DocumentError `DOCUMENT.TOO_LARGE` beyond the number of headings that is read. */
  add(mark: NumberingMark): void {
    if (this.marks.length >= DOCUMENT_LIMITS.headings) {
      throw new DocumentError(
        'DOCUMENT.TOO_LARGE',
        `编号超过 ${DOCUMENT_LIMITS.headings} 个，请拆成几个文件分别导入。`,
      );
    }
    while (this.open.length > 0 && this.levelOf(this.open.at(-1)) >= mark.level) this.open.pop();
    this.parents.push(this.open.at(-1) ?? -1);
    this.open.push(this.marks.length);
    this.marks.push(mark);
    for (const [level, { last }] of this.levels) {
      if (level > mark.level) this.levels.set(level, { last, fresh: true });
    }
    this.levels.set(mark.level, { last: mark.value, fresh: false });
  }

  /**
   * True for a number inside a paragraph that begins an item: it continues the numbering, and a sentence ends before it or it
   * is the first item of a heading without a full stop. Decimals and references meet only one of the two conditions.
   */
  continues(mark: NumberingMark, lineStart: number): boolean {
    const before = this.text.slice(Math.max(lineStart, mark.start - 1), mark.start);
    if (!this.isNext(mark, before)) return false;
    return /[。；：！）]/u.test(before) || this.opensHeading(mark);
  }

  /** True for the number that comes next on its level. */
  isSuccessor(mark: NumberingMark): boolean {
    return this.levels.get(mark.level)?.last === mark.value - 1;
  }

  /** The headings collected so far. */
  nodes(): OutlineNode[] {
    return this.marks.map((mark, index) => ({
      level: mark.level,
      value: mark.value,
      numberSpan: { start: mark.start, end: mark.end },
      textStart: mark.end,
      ownEnd: this.marks[index + 1]?.start ?? this.text.length,
      atLineStart: mark.atLineStart,
      parent: this.parents[index] ?? -1,
    }));
  }

  private isNext(mark: NumberingMark, before: string): boolean {
    if (mark.beforeDigit) return false;
    const state = this.levels.get(mark.level);
    if (mark.value === 1) return state === undefined || state.fresh || before === '：';
    return this.isSuccessor(mark);
  }

  private opensHeading(mark: NumberingMark): boolean {
    const last = this.marks.at(-1);
    if (mark.level !== NUMBERING_LEVELS.bracketed || !last || last.level >= mark.level) return false;
    if (mark.start - last.end > LONGEST_RUN_ON_HEADING) return false;
    return !/[。；：\n]/u.test(this.text.slice(last.end, mark.start));
  }

  private levelOf(index: number | undefined): number {
    return index === undefined ? -1 : (this.marks[index]?.level ?? -1);
  }
}
