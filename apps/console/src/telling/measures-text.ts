import { type Measure } from '#domain';
import { WORDS } from '../words';

/** Measures against a late unit by name: 通报、约谈. */
export function measuresText(measures: readonly Measure[]): string {
  return measures.map((each) => WORDS.terms.measures[each]).join(WORDS.parts.and);
}
