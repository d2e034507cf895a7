import { smallNumber } from './chinese-number';
import { type Limit, type LimitPlace, type Words } from './deadline.types';
import { NOT_RECURRING_BEFORE, PERIODS, PERIODS_AFTER_PER } from './deadline.words';
import { type WrittenRecurrence } from './reading.types';

/** Reads 每季度, 每两年 and 每年3月底前. */
export function readRecurrence({ groups }: Words, { before }: LimitPlace): Limit | null {
  const { every, low, high, period = '', rm, rd } = groups;
  if (NOT_RECURRING_BEFORE.test(before)) return null;
  if (every !== '每' && (low !== undefined || !PERIODS_AFTER_PER.has(period))) return null;
  const [once, counted] = PERIODS.get(period) ?? ['yearly', 'years'];
  const recurrence = low === undefined || low === '一' ? once : countedRecurrence(low, high, counted);
  if (recurrence === null) return null;
  const day = rd === undefined ? null : Number(rd);
  return rm === undefined ? { due: null, recurrence } : { due: null, recurrence, dueOn: { month: Number(rm), day } };
}

function countedRecurrence(
  low: string,
  high: string | undefined,
  counted: 'years' | 'months' | 'weeks' | 'days',
): WrittenRecurrence | null {
  const count = smallNumber(low);
  if (count === null) return null;
  return high === undefined ? `every-${count}-${counted}` : `every-${count}-to-${high}-${counted}`;
}
