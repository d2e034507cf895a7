import { type Indicator, type SplitRule } from '#domain';
import { INDICATOR_KINDS as K } from '../../words/indicator-kinds.words';

type Named = Pick<Indicator, 'name' | 'unit'>;
type Rule = SplitRule['indicators'][number]['rule'];

/** How the readings of children usually come to that of their parent: what is counted is added up, shares and levels are averaged. */
export function usualRule({ name, unit }: Named): Rule {
  const kind = unit.trim();
  const averaged = K.shareUnit.test(kind) || K.levelUnit.test(kind) || K.ratioName.test(name.trim());
  return averaged ? 'average' : 'sum';
}

/** The least value that a target makes sense with: nobody counts fewer than no beds. Undefined where it may be below zero. */
export function leastTarget({ name, unit }: Named): 0 | undefined {
  const signed = usualRule({ name, unit }) === 'sum' ? K.balanceName : K.changeName;
  return K.belowZeroUnit.test(unit.trim()) || signed.test(name) ? undefined : 0;
}
