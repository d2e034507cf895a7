import { type Indicator } from '#domain';
import { WORDS } from '../words';
import { TASK_WORDS } from '../words/task.words';

type Target = Pick<Indicator, 'op' | 'max' | 'unit' | 'approximate'> & {
  /** Null while it is being typed. */
  readonly value: number | null;
};

/** An indicator's target with comparator and unit: `≥ 35%`; an approximate one in its own words: `约 21%`. */
export function targetText({ op, value, max, unit, approximate }: Target): string {
  const figure = `${value ?? ''}`;
  const aim = op === 'range' ? TASK_WORDS.indicators.between(figure, `${max ?? ''}${unit}`) : `${figure}${unit}`;
  const comparator = op === 'range' || (approximate && op === '=') ? [] : [WORDS.terms.comparators[op]];
  return [...comparator, ...(approximate ? [WORDS.terms.about] : []), aim].join(' ');
}

/** What sentences may say of an indicator, its target too. */
export function withTarget({
  indicatorId,
  name,
  ...target
}: Pick<Indicator, 'indicatorId' | 'name' | 'op' | 'value' | 'max' | 'unit' | 'approximate'>) {
  return { indicatorId, name, unit: target.unit, target: targetText(target) };
}
