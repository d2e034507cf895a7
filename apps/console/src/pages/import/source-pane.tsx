import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from 'react';
import { IMPORT_WORDS } from '../../words/import.words';
import { WORDS } from '../../words';
import { type Block, type Mark, type Piece } from './model/marks';
import { showIn } from './show-in';

const words = IMPORT_WORDS.source;

/** Words of the document that are pointed at. UTF-16 offsets, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly blocks: readonly Block[];
  /** Number of each draft on the page, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly current: string | null;
  /** Pointed at from a card. */
  readonly lit: Place | null;
  /** A mark was chosen, or the clause around it (`field` null). */
  readonly onPick: (draftKey: string, field: Mark['field'] | null) => void;
}

/** The document with what was read out of it marked: unit underlined, date boxed, indicator tinted, clause outlined. */
export const SourcePane = memo(function SourcePane(props: Props): ReactElement {
  const { blocks, numbers, current, lit, onPick } = props;
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    showIn(pane.current, pane.current?.querySelector<HTMLElement>(`[data-drafts~="${current ?? ''}"]`));
  }, [current]);
  useEffect(() => {
    if (lit !== null) showIn(pane.current, pane.current?.querySelector<HTMLElement>('.import-lit'));
  }, [lit]);
  return (
    <section className="import-source" aria-label={words.heading}>
      <Legend />
      <div
        ref={pane}
        className="import-pane reading"
        tabIndex={0}
        role="region"
        aria-label={words.label}
        onKeyDown={moveBetweenMarks}
      >
        {blocks.length === 0 && <p className="quiet">{words.missing}</p>}
        {blocks.map((block, index) => (
          <SourceBlock
            key={block.start}
            block={block}
            hasPrevious={index > 0}
            hasNext={index < blocks.length - 1}
            ordinal={block.draftKeys.map((draftKey) => numbers.get(draftKey) ?? 0).join(WORDS.parts.and)}
            current={block.draftKeys.find((draftKey) => draftKey === current) ?? null}
            lit={lit !== null && touches(block, lit) ? lit : null}
            onPick={onPick}
          />
        ))}
      </div>
    </section>
  );
});

function Legend(): ReactElement {
  return (
    <p className="import-legend" aria-label={words.legend}>
      <span className="import-mark import-unit">{words.unit}</span>
      <span className="import-mark import-date">{words.date}</span>
      <span className="import-mark import-indicator">{words.indicator}</span>
      <span className="import-legend-clause">{words.clause}</span>
    </p>
  );
}

function touches({ start, pieces }: Block, place: Place): boolean {
  const last = pieces.at(-1);
  return place.end > start && last !== undefined && place.start < last.start + last.text.length;
}

interface BlockProps {
  readonly block: Block;
  /** A block precedes or follows this one: its edge then replaces the line end between them. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  /** Numbers of its drafts, as they are read. */
  readonly ordinal: string;
  /** The one of its drafts that is looked at. */
  readonly current: string | null;
  readonly lit: Place | null;
  readonly onPick: Props['onPick'];
}

/** Drawn again only when something of its own has changed: a document may have hundreds. */
const SourceBlock = memo(function SourceBlock(props: BlockProps): ReactElement {
  const { block, hasPrevious, hasNext, ordinal, current, lit, onPick } = props;
  const { draftKeys, pieces } = block;
  const [first] = draftKeys;
  if (first === undefined)
    return <GapText pieces={pieces} hasPrevious={hasPrevious} hasNext={hasNext} lit={lit} onPick={onPick} />;
  return (
    <div
      className={current === null ? 'import-clause' : 'import-clause import-clause-current'}
      data-drafts={draftKeys.join(' ')}
      onClick={() => onPick(current ?? first, null)}
    >
      <span className="import-ordinal quiet">{words.ordinal(ordinal)}</span>
      {pieces.map((piece) => (
        <SourcePiece key={piece.start} piece={piece} lit={lit} onPick={onPick} />
      ))}
    </div>
  );
});

type GapProps = Pick<BlockProps, 'hasPrevious' | 'hasNext' | 'lit' | 'onPick'> & { readonly pieces: readonly Piece[] };

function GapText({ pieces, hasPrevious, hasNext, lit, onPick }: GapProps): ReactElement {
  const last = pieces.length - 1;
  return (
    <>
      {pieces.map((piece, index) => {
        const opened = hasPrevious && index === 0 ? piece.text.replace(/^\r?\n/u, '') : piece.text;
        const text = hasNext && index === last ? opened.replace(/\r?\n$/u, '') : opened;
        return <SourcePiece key={piece.start} piece={{ ...piece, text }} lit={lit} onPick={onPick} />;
      })}
    </>
  );
}

interface PieceProps {
  readonly piece: Piece;
  readonly lit: Place | null;
  readonly onPick: Props['onPick'];
}

function SourcePiece({ piece, lit, onPick }: PieceProps): ReactElement {
  const { marks, text, start } = piece;
  const isLit = lit !== null && start >= lit.start && start < lit.end;
  const mark = marks.at(-1);
  if (mark === undefined) return isLit ? <span className="import-lit">{text}</span> : <>{text}</>;
  const kinds = [...new Set(marks.map(({ kind }) => kind))];
  return (
    <span
      className={['import-mark', ...kinds.map((kind) => `import-${kind}`), ...(isLit ? ['import-lit'] : [])].join(' ')}
      role="button"
      tabIndex={-1}
      data-mark=""
      aria-label={words.mark(words.kinds[mark.kind], text)}
      onClick={(event) => {
        event.stopPropagation();
        onPick(mark.draftKey, mark.field);
      }}
    >
      {text}
    </span>
  );
}

/** One stop for the Tab key; the arrows go from mark to mark, Enter opens its card. */
function moveBetweenMarks(event: KeyboardEvent<HTMLDivElement>): void {
  const { key, target, currentTarget } = event;
  if (!(target instanceof HTMLElement)) return;
  if (key === 'Enter' && 'mark' in target.dataset) {
    event.preventDefault();
    event.stopPropagation();
    target.click();
  }
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return;
  const marks = [...currentTarget.querySelectorAll<HTMLElement>('[data-mark]')];
  const at = marks.indexOf(target);
  const next = key === 'ArrowRight' ? marks[at + 1] : marks[at < 0 ? marks.length - 1 : at - 1];
  event.preventDefault();
  next?.focus();
}
