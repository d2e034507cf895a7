import { type Indicator } from '#domain';
import { WORDS } from '../words';
import { TASK_WORDS } from '../words/task.words';

/** An indicator's target with comparator and unit: `≥ 35%`. */
export function targetText({ op, value, max, unit }: Pick<Indicator, 'op' | 'value' | 'max' | 'unit'>): string {
  if (op === 'range') return TASK_WORDS.indicators.between(String(value), `${max ?? ''}${unit}`);
  return `${WORDS.terms.comparators[op]} ${value}${unit}`;
}

/** What sentences may say of an indicator, its target too. */
export function withTarget({
  indicatorId,
  name,
  ...target
}: Pick<Indicator, 'indicatorId' | 'name' | 'op' | 'value' | 'max' | 'unit'>) {
  return { indicatorId, name, unit: target.unit, target: targetText(target) };
}
