import { distinctDeadlines, readDeadlines } from './deadline.pass';
import { type DeadlineBase } from './deadline.types';
import { DOCUMENT_LIMITS } from './document-limits';
import { distinctIndicators, readIndicators, withoutRestated } from './indicator.pass';
import { type Item } from './item.types';
import { type Excerpt, type Span, type TaskDoubt, type TaskReading } from './reading.types';
import { excerptOf, type SourceText } from './source-text';

const SEARCHED = DOCUMENT_LIMITS.searchedPerTask;

/** Reads limits, indicators and measures of an item and puts the task together. */
export function assembleTask(source: SourceText, found: Item, base: DeadlineBase): TaskReading {
  const item = withinSearch(found);
  const deadlines = distinctDeadlines([
    ...item.stretches.flatMap((stretch) => readDeadlines(source, stretch, base)),
    ...item.schedule.flatMap((stretch) => readDeadlines(source, stretch, base, true)),
    ...item.targets.flatMap((stretch) => readDeadlines(source, stretch, base)),
  ]);
  const worded = [...item.stretches, ...item.schedule].flatMap((stretch) => readIndicators(source, stretch));
  const restated = item.targets.flatMap((stretch) => readIndicators(source, stretch));
  const indicators = distinctIndicators([...withoutRestated(worded, restated), ...restated]);
  const limit = DOCUMENT_LIMITS.readingsPerTask;
  const { responsibility } = item;
  return {
    section: item.sectionPath.at(-1) ?? null,
    sectionPath: item.sectionPath,
    number: item.number,
    title: item.title,
    span: item.span,
    body: item.body.map((span) => excerptOf(source, span.start, span.end)).filter((part) => part.text !== ''),
    measures: item.body.flatMap((span) => sentencesOf(source, span)),
    unitMode: responsibility.unitMode,
    leadUnits: responsibility.leadUnits,
    supportUnits: responsibility.supportUnits,
    deadlines: deadlines.slice(0, limit),
    indicators: indicators.slice(0, limit),
    doubts: doubtsOf(item, deadlines.length, indicators.length),
  };
}

/** Limits how much of an item is searched, so that one endless paragraph cannot hold up the reader. */
function withinSearch(item: Item): Item {
  const cut = (spans: readonly Span[]) =>
    spans.map((span) => ({ start: span.start, end: Math.min(span.end, span.start + SEARCHED) }));
  return { ...item, stretches: cut(item.stretches), schedule: cut(item.schedule), targets: cut(item.targets) };
}

function isCut({ span }: Item): boolean {
  return span.end - span.start > SEARCHED;
}

function sentencesOf(source: SourceText, span: Span): Excerpt[] {
  const sentences: Excerpt[] = [];
  let start = span.start;
  for (const stop of source.text.slice(span.start, span.end).matchAll(/[。\n]|$/gu)) {
    const end = span.start + stop.index;
    const sentence = excerptOf(source, start, end);
    if (/[\p{L}\d]/u.test(sentence.text)) sentences.push(sentence);
    start = end + 1;
  }
  return sentences;
}

function doubtsOf(item: Item, deadlines: number, indicators: number): TaskDoubt[] {
  const { unitMode, doubts } = item.responsibility;
  const limit = DOCUMENT_LIMITS.readingsPerTask;
  const noUnit = unitMode === 'none' ? ['未写责任单位，交办前需由人指定'] : [];
  return [
    ...item.titleDoubts.map((text) => ({ field: 'title' as const, text })),
    ...[...noUnit, ...doubts].map((text) => ({ field: 'units' as const, text })),
    ...(isCut(item) ? [{ field: 'deadlines' as const, text: `正文过长，只在前 ${SEARCHED} 字中查找时限和指标` }] : []),
    ...(deadlines > limit ? [{ field: 'deadlines' as const, text: `时限超过 ${limit} 个，其余未读入` }] : []),
    ...(indicators > limit ? [{ field: 'indicators' as const, text: `指标超过 ${limit} 个，其余未读入` }] : []),
  ];
}
