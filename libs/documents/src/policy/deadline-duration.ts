import { CalendarError, type CountedPeriod, countedPeriod, type PeriodCount } from '#domain';
import { smallNumber } from './chinese-number';
import { type DeadlineBase, type Limit, type LimitPlace, type Words } from './deadline.types';
import { COUNTED_IN, VERB_AFTER_DURATION, PAST_BEFORE, SPEED_BEFORE } from './deadline.words';

/** Reads 印发之日起30日内, which is counted from the date of the document, and 5年内, which has no day to count from. */
export function readDuration({ groups }: Words, { before, after, base }: LimitPlace): Limit | null {
  const { from, count = '', length = '' } = groups;
  const amount = smallNumber(count);
  const counting = COUNTED_IN.get(length);
  if (amount === null || counting === undefined || PAST_BEFORE.test(before)) return null;
  if (from !== undefined) return countedLimit({ unit: counting.unit, n: amount * counting.times }, base);
  if (SPEED_BEFORE.test(before)) return null;
  if (length !== '年' && !VERB_AFTER_DURATION.test(after)) return null;
  return relative(null, ['写的是期限长短，未写明从哪天起算，请确定到期日']);
}

function countedLimit(count: Pick<PeriodCount, 'n' | 'unit'>, { date: from, calendar }: DeadlineBase): Limit {
  if (from === null) return relative(null, ['从印发之日起算，但未找到成文日期，请确定到期日']);
  try {
    const period = countedPeriod({ from, ...count }, calendar);
    return { ...relative(period.due, countingDoubts({ from, ...count }, period)), countedIn: count.unit };
  } catch (error) {
    // 印发之日起999年内: the calendar ends with the year 2999.
    if (error instanceof CalendarError) return relative(null, [error.message]);
    throw error;
  }
}

function relative(due: Limit['due'], doubts: readonly string[]): Limit {
  return { due, relative: true, doubts };
}

function countingDoubts({ from, unit }: PeriodCount, { due, counted, provisional }: CountedPeriod): string[] {
  return [
    `从成文日期 ${from} 起${unit === 'working-day' ? '按工作日计' : ''}算`,
    ...(counted === due ? [] : [`最后一日 ${counted} 休息，顺延至 ${due}`]),
    ...(provisional ? ['工作日历中没有这段时间的放假安排，暂按周末休息推算，请核对到期日'] : []),
  ];
}
