import { type IndicatorOperator, type Span } from './reading.types';

/** `share`: percentages; `count`: things counted; `weak`: counts that also form names (3类人群); `time`: durations and ages. */
export type UnitKind = 'share' | 'count' | 'weak' | 'time';

/** A number with its unit, and the clause it stands in. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly max: number | null;
  readonly unit: string;
  readonly kind: UnitKind;
  /** Offsets of the clause. */
  readonly clause: Span;
  /** Words of the clause before and after the quantity, masked as in `SourceText.masked`. */
  readonly before: string;
  readonly after: string;
  /** When the clause fills a bracket: the words after the bracket; else empty. */
  readonly afterBracket: string;
}

/** The last indicator before a quantity, and the words between the two. */
export interface Neighbour {
  readonly quantity: Quantity;
  readonly comparison: Comparison;
  readonly between: string;
}

/** How a number is meant. */
export interface Comparison {
  readonly op: IndicatorOperator;
  readonly explicit: boolean;
  readonly approximate: boolean;
  readonly doubts: readonly string[];
}
