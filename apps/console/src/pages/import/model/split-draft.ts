import { type DraftEdit } from './draft';
import { renumbered } from './renumber';
import { sentencesOf, titleFrom } from './sentences';

type Span = { readonly start: number; readonly end: number };
type Part = { readonly span: Span | null; readonly sourceText: string };

/**
 * Takes a draft apart before a sentence of its body. Both halves keep the units; a limit or an indicator goes where its
 * words stand. Where the words cannot be found any more, they stay with the first half.
 * @param at number of sentences that stay in the first half
 * @param text the document; spans count in it
 */
export function splitDraft(content: DraftEdit, at: number, text: string): readonly [DraftEdit, DraftEdit] {
  const sentences = sentencesOf(content.body);
  const firstBody = sentences.slice(0, at).join('').trim();
  const secondBody = sentences.slice(at).join('').trim();
  const cut = placeOf(secondBody, content.source.span, text);
  const goesOn = (part: Part): boolean =>
    cut !== null && part.span !== null
      ? part.span.start >= cut
      : part.sourceText !== '' && !firstBody.includes(part.sourceText) && secondBody.includes(part.sourceText);
  const first = half(content, content.title, firstBody, (part) => !goesOn(part));
  const second = half(content, titleFrom(secondBody), secondBody, goesOn);
  const { span } = content.source;
  if (cut === null || span === null) return [first, second];
  return [withSpan(first, { start: span.start, end: cut }), withSpan(second, { start: cut, end: span.end })];
}

/** Where a text begins inside a clause; null when it was changed since it was read. */
function placeOf(words: string, span: Span | null, text: string): number | null {
  if (span === null || words === '') return null;
  const [line = ''] = words.split('\n');
  const found = text.slice(span.start, span.end).lastIndexOf(line);
  return found > 0 ? span.start + found : null;
}

function half(content: DraftEdit, title: string, body: string, belongs: (part: Part) => boolean): DraftEdit {
  const limits = content.limits.filter(belongs);
  const indicators = content.indicators.filter(belongs);
  const gone = new Set([
    ...(limits.length === 0 ? ['deadlines'] : []),
    ...(indicators.length === 0 ? ['indicators'] : []),
  ]);
  const doubts = content.doubts.filter(({ field }) => !gone.has(field));
  return renumbered({ ...content, title, body, limits, indicators, doubts });
}

function withSpan(content: DraftEdit, span: Span): DraftEdit {
  return { ...content, source: { ...content.source, span } };
}
