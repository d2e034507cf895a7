import { type Comparison, type Neighbour, type Quantity } from './indicator.types';
import {
  ABOUT_AFTER,
  ABOUT_AFTER_LIST,
  ABOUT_BEFORE,
  AT_LEAST_AFTER,
  AT_LEAST_BEFORE,
  AT_MOST_AFTER,
  AT_MOST_BEFORE,
  BETWEEN_COMPARATOR,
  REACH_BEFORE,
} from './indicator.words';
import { type IndicatorOperator } from './reading.types';

/** What a person should know of an approximate target. */
const JUDGED = '写的是约数，是否达到由人判定';

/** Reads the comparator around a number. Numbers joined by 和 share one (不低于66%和58%). */
export function compare(quantity: Quantity, neighbour: Neighbour | null): Comparison {
  const before = quantity.before.replace(BETWEEN_COMPARATOR, '');
  const about = { before: ABOUT_BEFORE.test(quantity.before), after: isAboutAfter(quantity.after) };
  const approximate = about.before || about.after;
  if (quantity.max !== null) return { op: 'range', explicit: true, approximate, doubts: approximate ? [JUDGED] : [] };
  if (approximate) return { op: '=', explicit: false, approximate, doubts: [JUDGED] };
  if (AT_LEAST_AFTER.test(quantity.after) || AT_LEAST_BEFORE.test(before)) return exact('>=');
  if (AT_MOST_AFTER.test(quantity.after) || AT_MOST_BEFORE.test(before)) return exact('<=');
  if (neighbour && /^ ?(?:和|、|及|，)? ?$/u.test(neighbour.between)) return sharedWith(neighbour);
  if (REACH_BEFORE.test(before))
    return { op: '>=', explicit: false, approximate, doubts: ['只写“达到”，按不低于理解'] };
  return { op: '=', explicit: false, approximate, doubts: [] };
}

function isAboutAfter(after: string): boolean {
  return ABOUT_AFTER.test(after) || ABOUT_AFTER_LIST.test(after);
}

/** 约21%、25%和30% are all about; of 21%左右和30% only the first is. */
function sharedWith({ quantity, comparison }: Neighbour): Comparison {
  if (!comparison.approximate || ABOUT_BEFORE.test(quantity.before) || !isAboutAfter(quantity.after)) return comparison;
  return { ...comparison, approximate: false, doubts: [] };
}

function exact(op: IndicatorOperator): Comparison {
  return { op, explicit: true, approximate: false, doubts: [] };
}
