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
 * The distinct characters of a normalised text and the pairs of neighbouring ones, none across a blank. A word of one or two
 * characters occurs in a text exactly when it is among the text's; a longer one only where all of its own are, so that an index
 * finds the candidates and a comparison decides.
 */
export function gramsOf(normalised: string): string[] {
  const grams = new Set<string>();
  for (const word of normalised.split(' ')) {
    let before = '';
    for (const character of word) {
      grams.add(character);
      if (before !== '') grams.add(before + character);
      before = character;
    }
  }
  return [...grams];
}

/** What to look for in an index of `gramsOf`, and whether what it finds is still to be compared. */
export function gramsToFind(word: string): { readonly grams: readonly string[]; readonly compare: boolean } {
  if (lengthOf(word) <= 2) return { grams: [word], compare: false };
  return { grams: gramsOf(word).filter((gram) => lengthOf(gram) === 2), compare: true };
}

/** In characters, not in UTF-16 units: rare names of places and people have some that take two. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
