import { type Draft } from './draft';
import { type DraftField } from './draft-problems';

/** What a mark stands for. A task's clause is drawn around its lines, the others inside of them. */
export type MarkKind = 'unit' | 'date' | 'indicator';

/** Words of the document that a draft's field was read from. UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly kind: MarkKind;
  readonly draftKey: string;
  readonly field: DraftField;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text under the same marks, the longest mark first. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A stretch of the document: a clause with the drafts that came from it, or what stands between clauses. */
export interface Block {
  readonly draftKeys: readonly string[];
  readonly start: number;
  readonly pieces: readonly Piece[];
}

interface Clause {
  start: number;
  end: number;
  readonly draftKeys: string[];
}

/** Every mark of the drafts that lies within the text. */
export function marksOf(drafts: readonly Draft[], length: number): Mark[] {
  const marks = drafts.flatMap(({ key, content }) => [
    ...[...content.leadUnitNames, ...content.supportUnitNames].map((unit) => at('unit', key, 'units', unit.span)),
    ...content.limits.map((limit) => at('date', key, 'limits', limit.span)),
    ...content.indicators.map((indicator) => at('indicator', key, 'indicators', indicator.span)),
  ]);
  return marks.filter((mark) => mark !== null).filter(({ start, end }) => start < end && end <= length);
}

type Span = { readonly start: number; readonly end: number };

function at(kind: MarkKind, draftKey: string, field: DraftField, span: Span | null): Mark | null {
  return span === null ? null : { kind, draftKey, field, start: span.start, end: span.end };
}

/** The document cut into blocks and pieces. Joined, the pieces are the text. */
export function blocksOf(text: string, drafts: readonly Draft[]): Block[] {
  const marks = marksOf(drafts, text.length);
  const blocks: Block[] = [];
  let from = 0;
  for (const { start, end, draftKeys } of clausesOf(drafts, text.length)) {
    if (start > from) blocks.push(block([], from, start));
    blocks.push(block(draftKeys, start, end));
    from = end;
  }
  if (from < text.length) blocks.push(block([], from, text.length));
  return blocks;

  function block(draftKeys: readonly string[], start: number, end: number): Block {
    return { draftKeys, start, pieces: piecesOf(text, marks, start, end) };
  }
}

/** Clauses in the order of the document. Those that overlap (a clause split in two that was edited) are drawn as one. */
function clausesOf(drafts: readonly Draft[], length: number): readonly Clause[] {
  const spans = drafts.flatMap(({ key, content: { source } }) =>
    source.span !== null && source.span.start < source.span.end && source.span.end <= length
      ? [{ ...source.span, draftKeys: [key] }]
      : [],
  );
  const clauses: Clause[] = [];
  for (const next of spans.sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = clauses.at(-1);
    if (last === undefined || next.start >= last.end) clauses.push(next);
    else {
      last.end = Math.max(last.end, next.end);
      last.draftKeys.push(...next.draftKeys);
    }
  }
  return clauses;
}

function piecesOf(text: string, all: readonly Mark[], start: number, end: number): Piece[] {
  const marks = all.filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of marks) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const cuts = [...edges].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    over.sort((one, other) => other.end - other.start - (one.end - one.start));
    return { start: from, text: text.slice(from, to), marks: over };
  });
}

/** What the drawing depends on: while it is the same, the document need not be drawn again. */
export function marksSignature(drafts: readonly Draft[]): string {
  const clauses = drafts.map(({ key, content: { source } }) => `${key}:${source.span?.start}-${source.span?.end}`);
  const marks = marksOf(drafts, Number.MAX_SAFE_INTEGER).map(
    ({ kind, draftKey, start, end }) => `${kind}${draftKey}:${start}-${end}`,
  );
  return [...clauses, ...marks].join('|');
}
