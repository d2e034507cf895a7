import { type IndicatorOperator, type Span } from './reading.types';

/** Shares, counts, counts that also form names, and time or age. */
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
  /** Words of the clause before and after the quantity; names are blotted out. */
  readonly before: string;
  readonly after: string;
  /** Where the clause is the inside of a bracket: the words behind the bracket. */
  readonly afterBracket: string;
}

/** The quantity that was accepted before, and the words between. */
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
