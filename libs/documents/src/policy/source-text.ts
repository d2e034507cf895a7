import { type Excerpt, type Span } from './reading.types';

/**
 * The decoded document in the three shapes that the passes work on. All three have the same length, so that an offset
 * found in one is an offset in every other.
 */
export interface SourceText {
  /** As decoded. Excerpts are cut from here. */
  readonly source: string;
  /** With one form of punctuation, digits and blanks. */
  readonly text: string;
  /** `text` with ■ for what stands inside 《》 and “”: dates and numbers in names are no limits and no targets. */
  readonly masked: string;
  /** For each bracket `（` or `）` the offset of its partner in the same line. */
  readonly brackets: ReadonlyMap<number, number>;
}

/** The excerpt of a stretch, without blanks at its ends. */
export function excerptOf(source: SourceText, start: number, end: number): Excerpt {
  const span = trimmed(source, start, end);
  return { text: source.source.slice(span.start, span.end), span };
}

/** A stretch without blanks at its ends. One of blanks only becomes empty. */
export function trimmed({ text }: SourceText, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text[from])) from += 1;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  return { start: from, end: to };
}

/** True for the two blanks of normalised text. */
export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n';
}

/** Names are compared and shown without the blanks that documents put between characters. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, '');
}
