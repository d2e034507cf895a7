import { type Item } from './item.types';
import { linesIn, type TextLine } from './lines';
import { type OutlineNode } from './outline-walk';
import { type Outline } from './outline.pass';
import {
  CLOSING_BEGINNINGS,
  DATE_LINE,
  GOAL_HEADING_ALONE,
  GOAL_HEADING_LENGTH,
  GOAL_HEADINGS,
  LOWEST_ITEM_LEVEL,
} from './outline.words';
import { type Excerpt, type Span } from './reading.types';
import { findNotes, readResponsibility } from './responsibility.pass';
import { excerptOf, type SourceText, trimmed, withoutBlanks } from './source-text';
import { readTitle, type Title } from './title';
import { UnnumberedHeadings } from './unnumbered-headings';

interface Node extends OutlineNode {
  readonly index: number;
  readonly notes: readonly Span[];
  readonly heading: Title;
  readonly isGoal: boolean;
}

/** Where one task stands. */
interface Place {
  readonly node: Node;
  /** Up to the next number that is not below this one. */
  readonly region: Span;
}

/** The tasks, and the numbered items that are no tasks because others name units and they do not. */
export interface ItemsRead {
  readonly items: Item[];
  readonly leftOut: readonly Excerpt[];
}

const SHORT_LINE = 30;

/**
 * Picks the tasks: the lowest numbered items that carry a responsibility note; where none does, the lowest numbered
 * items, a section without items being one. Sections of goals and principles are no tasks.
 */
export function readItems(source: SourceText, outline: Outline, firstListedIsLead: boolean): ItemsRead {
  const nodes = withNotes(source, outline);
  const chosen = chooseNodes(nodes);
  const places = nodes.filter((node) => chosen.has(node.index)).map((node) => placeOf(nodes, node, source.text.length));
  const single = isSingleParagraphStyle(source, places);
  const headings = new UnnumberedHeadings(source);
  const items = places.map((place, index) => {
    const end = endOf(source, place, single && index === places.length - 1);
    const path = pathOf(source, nodes, place.node);
    const unnumbered = headings.pathAbove(place.node.numberSpan.start, end);
    return toItem(source, place, end, path.length > 0 ? path : unnumbered, firstListedIsLead);
  });
  return { items, leftOut: leftOutOf(nodes, chosen) };
}

function withNotes(source: SourceText, outline: Outline): Node[] {
  const nodes: Node[] = [];
  outline.nodes.forEach((node, index) => {
    const notes = findNotes(source, node.textStart, node.ownEnd);
    const heading = readTitle(source, { start: node.textStart, end: notes[0]?.start ?? node.ownEnd });
    const above = nodes[node.parent];
    nodes.push({ ...node, index, notes, heading, isGoal: (above?.isGoal ?? false) || isGoalHeading(heading) });
  });
  return nodes;
}

function isGoalHeading({ title }: Title): boolean {
  const words = withoutBlanks(title.text);
  if (GOAL_HEADING_ALONE.test(words)) return true;
  return words.length <= GOAL_HEADING_LENGTH && GOAL_HEADINGS.some((heading) => words.includes(heading));
}

function chooseNodes(nodes: readonly Node[]): ReadonlySet<number> {
  const noted = nodes.filter((node) => node.notes.length > 0);
  return new Set(noted.length > 0 ? chooseByNotes(nodes, noted) : lowestItems(nodes).map((node) => node.index));
}

function chooseByNotes(nodes: readonly Node[], noted: readonly Node[]): number[] {
  const above = new Set(noted.flatMap((node) => ancestorsOf(nodes, node)));
  const lowest = noted.filter((node) => !above.has(node)).map((node) => node.index);
  const siblings = new Set(noted.map((node) => `${node.parent} ${node.level}`));
  const parents = new Set(nodes.map((node) => node.parent));
  const forgotten = nodes.filter(
    (node) =>
      isItem(node) &&
      node.notes.length === 0 &&
      !node.isGoal &&
      !parents.has(node.index) &&
      siblings.has(`${node.parent} ${node.level}`),
  );
  return [...lowest, ...forgotten.map((node) => node.index)];
}

function leftOutOf(nodes: readonly Node[], chosen: ReadonlySet<number>): Excerpt[] {
  const isChosen = ({ index }: Node) => chosen.has(index);
  return lowestItems(nodes)
    .filter((node) => !isChosen(node) && !ancestorsOf(nodes, node).some(isChosen))
    .map((node) => node.heading.title);
}

/** The items without items below them; goals are none. */
function lowestItems(nodes: readonly Node[]): Node[] {
  const items = nodes.filter(isItem);
  const parents = new Set(items.map((node) => node.parent));
  return items.filter((node) => !parents.has(node.index) && !node.isGoal);
}

function isItem(node: Node): boolean {
  return node.atLineStart && node.level <= LOWEST_ITEM_LEVEL;
}

/** The nodes above one, the nearest first. */
function ancestorsOf(nodes: readonly Node[], node: Node): Node[] {
  const found: Node[] = [];
  for (let above = nodes[node.parent]; above; above = nodes[above.parent]) found.push(above);
  return found;
}

function placeOf(nodes: readonly Node[], node: Node, textEnd: number): Place {
  let next = node.index + 1;
  while ((nodes[next]?.level ?? -1) > node.level) next += 1;
  return { node, region: { start: node.numberSpan.start, end: nodes[next]?.numberSpan.start ?? textEnd } };
}

/** True when no task but the last goes on in a further paragraph: then what follows the last one closes the document. */
function isSingleParagraphStyle(source: SourceText, places: readonly Place[]): boolean {
  const others = places.slice(0, -1);
  return others.length > 0 && others.every((place) => paragraphsOf(source, place).length <= 1);
}

function endOf(source: SourceText, place: Place, firstParagraphOnly: boolean): number {
  const note = lastNoteOf(source, place);
  if (note !== null && !isNoteBeforeBody(source, place, note)) return note;
  const paragraphs = paragraphsOf(source, place);
  const kept = firstParagraphOnly ? paragraphs.slice(0, 1) : paragraphs;
  return Math.max(kept.at(-1)?.span.end ?? place.region.end, note ?? 0);
}

function lastNoteOf(source: SourceText, { node, region }: Place): number | null {
  if (node.notes.length === 0) return null;
  return findNotes(source, node.textStart, region.end).at(-1)?.end ?? null;
}

/** （一）标题（某局牵头） with its text in the paragraphs below. */
function isNoteBeforeBody(source: SourceText, { node, region }: Place, noteEnd: number): boolean {
  const first = node.notes[0];
  if (!first || noteEnd !== first.end) return false;
  const between = source.text.slice(node.heading.end, first.start).replace(/[。\s]/gu, '');
  return between === '' && linesIn(source, { start: noteEnd, end: region.end }).length > 0;
}

/** The paragraphs of a task, up to a signature, an annex line or a short line that can only be a heading. */
function paragraphsOf(source: SourceText, { node, region }: Place): TextLine[] {
  const [first, ...rest] = linesIn(source, { start: node.textStart, end: region.end });
  if (!first) return [];
  const stop = rest.findIndex((line) => closesText(line.text));
  const kept = stop < 0 ? rest : rest.slice(0, stop);
  const titleAlone = node.heading.title.span.end >= trimmed(source, first.span.start, first.span.end).end - 1;
  return titleAlone && kept[0]
    ? [{ text: first.text, span: { start: first.span.start, end: kept[0].span.end } }, ...kept.slice(1)]
    : [first, ...kept];
}

function closesText(line: string): boolean {
  const words = line.trim();
  if (CLOSING_BEGINNINGS.test(words) || DATE_LINE.test(words)) return true;
  return words.length <= SHORT_LINE && !/[。；：，、.！]$/u.test(words);
}

function pathOf(source: SourceText, nodes: readonly Node[], node: Node): Excerpt[] {
  const path = ancestorsOf(nodes, node)
    .reverse()
    .map((above) => headingOf(source, above));
  return path.length > 0 || node.level >= LOWEST_ITEM_LEVEL ? path : [headingOf(source, node)];
}

function headingOf(source: SourceText, node: Node): Excerpt {
  return excerptOf(source, node.numberSpan.start, node.heading.title.span.end);
}

function toItem(
  source: SourceText,
  { node, region }: Place,
  end: number,
  sectionPath: readonly Excerpt[],
  firstListedIsLead: boolean,
): Item {
  const notes = findNotes(source, node.textStart, Math.max(end, node.textStart)).filter((note) => note.end <= end);
  const span = trimmed(source, region.start, end);
  return {
    sectionPath,
    number: excerptOf(source, node.numberSpan.start, node.numberSpan.end),
    title: node.heading.title,
    titleDoubts: node.heading.doubts,
    span,
    responsibility: readResponsibility(source, notes, firstListedIsLead),
    stretches: [{ start: node.textStart, end: span.end }],
    schedule: [],
    targets: [],
    body: bodyOf(node.heading.end, notes, span.end),
  };
}

function bodyOf(start: number, notes: readonly Span[], end: number): Span[] {
  const body: Span[] = [];
  let from = start;
  for (const note of notes) {
    if (note.start > from) body.push({ start: from, end: note.start });
    from = note.end;
  }
  if (end > from) body.push({ start: from, end });
  return body;
}
