import { type Comparison, type Neighbour, type Quantity } from './indicator.types';
import {
  ABOUT_AFTER,
  ABOUT_BEFORE,
  AT_LEAST_AFTER,
  AT_LEAST_BEFORE,
  AT_MOST_AFTER,
  AT_MOST_BEFORE,
  BETWEEN_COMPARATOR,
  REACH_BEFORE,
} from './indicator.words';
import { type IndicatorOperator } from './reading.types';

/** Reads the comparator around a number. Numbers joined by 和 share one (不低于66%和58%). */
export function compare(quantity: Quantity, neighbour: Neighbour | null): Comparison {
  const before = quantity.before.replace(BETWEEN_COMPARATOR, '');
  const approximate = ABOUT_AFTER.test(quantity.after) || ABOUT_BEFORE.test(quantity.before);
  if (quantity.max !== null) return { op: 'range', explicit: true, approximate, doubts: [] };
  if (approximate) return { op: '=', explicit: false, approximate, doubts: ['写的是约数，按等于理解'] };
  if (AT_LEAST_AFTER.test(quantity.after) || AT_LEAST_BEFORE.test(before)) return exact('>=');
  if (AT_MOST_AFTER.test(quantity.after) || AT_MOST_BEFORE.test(before)) return exact('<=');
  if (neighbour && /^ ?(?:和|、|及|，)? ?$/u.test(neighbour.between)) return neighbour.comparison;
  if (REACH_BEFORE.test(before))
    return { op: '>=', explicit: false, approximate, doubts: ['只写“达到”，按不低于理解'] };
  return { op: '=', explicit: false, approximate, doubts: [] };
}

function exact(op: IndicatorOperator): Comparison {
  return { op, explicit: true, approximate: false, doubts: [] };
}
