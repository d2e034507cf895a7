import { smallNumber } from './chinese-number';
import { type Limit, type LimitPlace, type Words } from './deadline.types';
import { NOT_RECURRING_BEFORE, type Period, PERIODS, PERIODS_AFTER_PER } from './deadline.words';
import { type WrittenRecurrence } from './reading.types';

/** Reads 每季度, 每两年 and 每年3月底前. `rm` and `rd` are the month and day of {@link Limit.dueOn}. */
export function readRecurrence({ groups }: Words, { before }: LimitPlace): Limit | null {
  const { every, low, high, period = '', rm, rd } = groups;
  if (NOT_RECURRING_BEFORE.test(before)) return null;
  // 按 and 逐 take no count, and only some periods: 按年度 is a way of counting, 逐年 a way of growing.
  if (every !== '每' && (low !== undefined || !PERIODS_AFTER_PER.has(period))) return null;
  const read = PERIODS.get(period);
  const recurrence =
    read === undefined ? null : low === undefined ? read.uncounted : countedRecurrence(low, high, read);
  if (recurrence === null) return null;
  const day = rd === undefined ? null : Number(rd);
  return rm === undefined ? { due: null, recurrence } : { due: null, recurrence, dueOn: { month: Number(rm), day } };
}

/** 每两年, 每两季度 (of six months) and 每3-5年. `high` is digits already, as the pattern allows nothing else there. */
function countedRecurrence(
  low: string,
  high: string | undefined,
  { uncounted, unit, length }: Period,
): WrittenRecurrence | null {
  const count = smallNumber(low);
  if (count === null) return null;
  if (high !== undefined) return `every-${count * length}-to-${Number(high) * length}-${unit}`;
  return count === 1 ? uncounted : `every-${count * length}-${unit}`;
}
