import { type TaskRow } from '../../api/answer';
import { WORDS } from '../../words';
import { LEDGER_WORDS as words } from '../../words/ledger.words';

/** An indicator with its last reading, as a row has it. */
export type IndicatorStand = TaskRow['indicators'][number];

/** What is aimed at: “目标 ≥ 35%”. */
export function targetWords({ op, value, max, unit, approximate }: IndicatorStand): string {
  const comparator = WORDS.terms.comparators[op];
  const aim = op === 'range' && max !== null ? words.between(`${value}`, `${max}${unit}`) : `${value}${unit}`;
  return approximate
    ? words.target(op === '=' ? WORDS.terms.about : `${comparator} ${WORDS.terms.about}`, aim)
    : words.target(comparator, aim);
}

/** Where it stands: “33.1%（目标 ≥ 35%）”; without a reading only the target. */
export function indicatorWords(indicator: IndicatorStand): string {
  const { reading, unit } = indicator;
  const target = targetWords(indicator);
  return reading === null ? target : words.reading(`${reading.value}${unit}`, target);
}
