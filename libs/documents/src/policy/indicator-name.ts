import { type Quantity } from './indicator.types';
import { AREA_ALONE, CHANGE_BEFORE, NAME_END, NAME_LEAD, NAME_TAIL, WORDS_TO_TARGET_VERB } from './indicator.words';
import { type Span } from './reading.types';
import { type SourceText, withoutBlanks } from './source-text';

/** Characters. */
const LONGEST_NAME = 40;

/**
 * What the number measures: the words before it (就医满意度达到…), or the words after it where a verb stands before it
 * (引进50名高层次人才).
 */
export function nameOf(source: SourceText, quantity: Quantity, piece: Span): string {
  const before = withoutBlanks(source.source.slice(piece.start, quantity.start));
  const after = withoutBlanks(source.source.slice(quantity.end, piece.end));
  const head = before.replace(NAME_LEAD, '').replace(NAME_TAIL, '');
  const noun = quantity.kind === 'share' ? head : head.replace(WORDS_TO_TARGET_VERB, '');
  const tail = after
    .replace(/^(?:及?以上|及?以下|以内|之内|内|左右|上下)/u, '')
    .replace(/^的/u, '')
    .replace(NAME_END, '');
  const measured = quantity.kind === 'share' || quantity.kind === 'time' || tail === '';
  const change = quantity.unit === '个百分点' ? CHANGE_BEFORE.exec(before)?.groups?.change : undefined;
  if (change !== undefined && noun.length >= 2) return `${noun}${change}幅度`.slice(0, LONGEST_NAME);
  const name = measured && noun.length >= 2 && !AREA_ALONE.test(noun) ? noun : tail.length >= 2 ? tail : noun;
  return (name === '' ? withoutBlanks(source.source.slice(piece.start, piece.end)) : name).slice(0, LONGEST_NAME);
}
