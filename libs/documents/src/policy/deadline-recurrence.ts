import { type DueOn } from '#domain';
import { smallNumber } from './chinese-number';
import { type Limit, type LimitPlace, type Words } from './deadline.types';
import {
  MONTHS_IN_PERIOD,
  NOT_RECURRING_BEFORE,
  type Period,
  PERIODS,
  PERIODS_AFTER_PER,
  WEEKDAYS,
} from './deadline.words';
import { type WrittenRecurrence } from './reading.types';

/** Reads 每季度, 每两年, 每年3月底前, 每月5日前, 每周五 and 每季度末月20日前. */
export function readRecurrence({ groups }: Words, { before }: LimitPlace): Limit | null {
  const { every, low, high, period = '' } = groups;
  if (NOT_RECURRING_BEFORE.test(before)) return null;
  // 按 and 逐 take no count, and only some periods: 按年度 is a way of counting, 逐年 a way of growing.
  if (every !== '每' && (low !== undefined || !PERIODS_AFTER_PER.has(period))) return null;
  const read = PERIODS.get(period);
  const recurrence =
    read === undefined ? null : low === undefined ? read.uncounted : countedRecurrence(low, high, read);
  if (recurrence === null) return null;
  const dueOn = dueOnOf(recurrence, groups);
  return dueOn === null ? { due: null, recurrence } : { due: null, recurrence, dueOn };
}

/** The day inside each period that the words name; null for its last day. `rm` and `rd` are a month and a day in digits. */
function dueOnOf(recurrence: WrittenRecurrence, { rm, rd, which, weekday }: Words['groups']): DueOn | null {
  const day = rd === undefined ? null : Number(rd);
  switch (recurrence) {
    case 'weekly':
      return weekday === undefined ? null : { month: 1, day: WEEKDAYS.indexOf(weekday.replace('天', '日')) + 1 };
    case 'monthly':
      return day === null ? null : { month: 1, day };
    case 'quarterly':
    case 'half-yearly':
      return which === undefined ? null : { month: MONTHS_IN_PERIOD.get(which) ?? MONTHS_OF[recurrence], day };
    default:
      return rm === undefined ? null : { month: Number(rm), day };
  }
}

const MONTHS_OF = { quarterly: 3, 'half-yearly': 6 } as const;

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
