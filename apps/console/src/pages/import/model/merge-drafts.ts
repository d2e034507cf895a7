import { type NamedUnit } from '#domain';
import { asSentence } from '../../../words/sentence-parts';
import { type DraftEdit } from './draft';
import { renumbered } from './renumber';

/** Joins a draft with the one behind it. Nothing is lost: the second title becomes part of the text. */
export function mergeDrafts(first: DraftEdit, second: DraftEdit): DraftEdit {
  const leadUnitNames = joined(first.leadUnitNames, second.leadUnitNames);
  const leads = new Set(leadUnitNames.map(({ name }) => name));
  const supports = joined(first.supportUnitNames, second.supportUnitNames).filter(({ name }) => !leads.has(name));
  const addition = [asSentence(second.title), second.body].join('').trim();
  return renumbered({
    ...first,
    body: [first.body, addition].filter((text) => text.trim() !== '').join('\n'),
    leadUnitNames,
    supportUnitNames: supports,
    limits: [...first.limits, ...second.limits],
    indicators: [...first.indicators, ...second.indicators],
    source: { ...first.source, span: spanning(first.source.span, second.source.span) },
    doubts: [...first.doubts, ...second.doubts].slice(0, 100),
  });
}

function joined(units: readonly NamedUnit[], more: readonly NamedUnit[]): NamedUnit[] {
  const names = new Set(units.map(({ name }) => name));
  return [...units, ...more.filter(({ name }) => !names.has(name))];
}

type Span = DraftEdit['source']['span'];

function spanning(one: Span, other: Span): Span {
  if (one === null || other === null) return one ?? other;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
