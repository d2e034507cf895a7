/** Ends a sentence: a full stop, a semicolon or a line's end, with closing quotes and brackets behind it. */
const SENTENCE = /[^。；！？;!?\n]*(?:[。；！？;!?]+[”’」』）)]*|\n|$)/gu;

/** The sentences of a text; joined they are the text again. */
export function sentencesOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).filter((sentence) => sentence !== '');
}

/** The first clause of a text, short enough to be a title. */
export function titleFrom(text: string): string {
  const first = /[^。；，、：！？;,:!?\n]+/u.exec(text.trim())?.[0] ?? '';
  return first.trim().slice(0, 40);
}
