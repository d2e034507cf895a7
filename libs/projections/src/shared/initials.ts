import { pinyin } from 'pinyin-pro';

/** Beyond this many characters nobody types initials. */
const MOST_CHARACTERS = 60;

/** The pinyin initials of a text, as people type them: `wjw` for 卫健委. Letters and digits stay, all else is left out. */
export function initialsOf(text: string): string {
  const beginning = text.normalize('NFKC').slice(0, MOST_CHARACTERS);
  const letters = pinyin(beginning, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
}
