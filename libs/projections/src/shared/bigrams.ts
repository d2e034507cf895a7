/** Beyond this many characters a text is searched by its beginning only; a task's longest field is 20,000. */
const MOST_CHARACTERS = 24_000;

/**
 * A text made alike for matching: full width to half width (NFKC), lower case, one kind of dash and of bracket, runs of white
 * space to one blank. Real documents mix both widths, and nobody finds 〔 on a keyboard.
 */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS);
}

/**
 * The distinct pairs of neighbouring characters of a normalised text, none across a blank. Every word of two or more characters
 * that occurs in a text has all its pairs in the text's: an index over them finds candidates, a comparison decides.
 */
export function bigramsOf(normalised: string): string[] {
  const pairs = new Set<string>();
  for (const word of normalised.split(' ')) {
    const characters = Array.from(word);
    for (let index = 1; index < characters.length; index += 1) {
      pairs.add(`${characters[index - 1] ?? ''}${characters[index] ?? ''}`);
    }
  }
  return [...pairs];
}
