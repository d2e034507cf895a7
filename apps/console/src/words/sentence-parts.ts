/** Marks with which what a person wrote may end. */
const END = /[。；，、：\s]+$/u;
const FULL_STOP = /[。\uFF01？…]$/u;

/** A text as a part of a sentence that goes on after it: without the mark with which it ends, so that no two stand side by side. */
export function asPart(text: string): string {
  return text.replace(END, '');
}

/** A text as a sentence of its own before another one; empty stays empty. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || FULL_STOP.test(trimmed) ? trimmed : `${asPart(trimmed)}。`;
}

/** Parts of one sentence with a mark between them; the last one ends as it does. */
export function joined(parts: readonly string[], mark: string): string {
  return parts.map((part, index) => (index < parts.length - 1 ? asPart(part) : part)).join(mark);
}
