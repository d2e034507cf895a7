import { pinyin } from 'pinyin-pro';

/** Only the beginning of a text gets initials: nobody types more. */
const INITIALS_LIMIT = 60;

/** The pinyin initials of a text, as people type them: `wjw` for 卫健委. Latin letters and digits are kept, everything else is dropped. */
export function initialsOf(text: string): string {
  const beginning = text.normalize('NFKC').slice(0, INITIALS_LIMIT);
  const letters = pinyin(beginning, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
}
