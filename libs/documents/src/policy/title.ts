import { type Excerpt, type Span } from './reading.types';
import { excerptOf, type SourceText } from './source-text';

/** Longest heading sentence in characters. In a longer one heading and text have run together, or there is no heading. */
const LONGEST_HEADING = 40;
/** Longest heading that ends at a colon (加强队伍建设：…), in characters. */
const LONGEST_BEFORE_COLON = 20;

/** A title and what is doubtful about it. */
export interface Title {
  readonly title: Excerpt;
  /** Where the text after the title begins. */
  readonly end: number;
  readonly doubts: readonly string[];
}

/** Reads the heading sentence, which ends at the first full stop or line end; of a long sentence only the first clause. */
export function readTitle(source: SourceText, stretch: Span): Title {
  const sentence = sentenceAt(source.text, stretch);
  const words = source.text.slice(sentence.start, sentence.end);
  const colon = words.indexOf('：');
  if (colon > 0 && colon <= LONGEST_BEFORE_COLON) return titleTo(source, sentence.start, sentence.start + colon, []);
  if (words.trim().length <= LONGEST_HEADING) return titleTo(source, sentence.start, sentence.end, []);
  const comma = /[，；：]/u.exec(words)?.index ?? words.length;
  return titleTo(source, sentence.start, sentence.start + comma, ['标题与正文未断开，取首个分句作标题，请核对']);
}

function titleTo(source: SourceText, start: number, end: number, doubts: readonly string[]): Title {
  return { title: excerptOf(source, start, end), end, doubts };
}

function sentenceAt(text: string, stretch: Span): Span {
  const stop = /[。\n]/u.exec(text.slice(stretch.start, stretch.end));
  return { start: stretch.start, end: stop ? stretch.start + stop.index : stretch.end };
}
