import { type DueOn } from '#domain';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';

/** How often a duty comes back, as people say it: 每月, 每3至5年. */
export function recurrenceWord(every: string): string {
  const plain = WORDS.terms.recurrences[every];
  if (plain !== undefined) return plain;
  const [, from, to = ''] = /^every-(?:(\d+)-to-)?(\d+)-years$/u.exec(every) ?? [];
  return WORDS.terms.everyYears(from === undefined ? to : T.rhythm.yearsBetween(from, to));
}

/** A recurrence with the day inside its period on which it is due: 每季度，期内第 1 个月15 日前. */
export function rhythmWord(every: string, dueOn: DueOn | null): string {
  const word = recurrenceWord(every);
  if (dueOn === null || every === 'daily') return word;
  return T.rhythm.due(word, dayWord(every, dueOn));
}

function dayWord(every: string, { month, day }: DueOn): string {
  if (every === 'weekly') return T.rhythm.weekday(day ?? 7);
  const inMonth = day === null ? T.rhythm.lastDay : T.rhythm.dayOfMonth(day);
  if (every === 'monthly') return inMonth;
  return every === 'yearly' ? T.rhythm.monthOfYear(month, inMonth) : T.rhythm.monthOfPeriod(month, inMonth);
}

/** When a limit is due, as events and the task itself give it. */
interface Terms {
  readonly due: string | null;
  readonly recurrence: string | null;
  readonly dueOn: DueOn | null;
}

/** When a limit is due: its day, or its rhythm with its last day; null for neither. */
export function termsWord({ due, recurrence, dueOn }: Terms): string | null {
  if (recurrence === null) return due;
  const rhythm = rhythmWord(recurrence, dueOn);
  return due === null ? rhythm : T.rhythmUntil(rhythm, due);
}

/** A period by its id, as people say it: `2021-Q3` is 2021年第3季度. */
export function periodWord(id: string): string {
  const [year = '', rest] = id.split('-');
  if (rest === undefined) return T.periods.year(year);
  if (/^\d{4}$/u.test(rest)) return T.periods.years(year, rest);
  if (rest.startsWith('W')) return T.periods.week(year, Number(rest.slice(1)));
  if (rest.startsWith('Q')) return T.periods.quarter(year, Number(rest.slice(1)));
  if (rest.startsWith('H')) return T.periods.half(year, rest === 'H1' ? 1 : 2);
  return id.length === 7 ? T.periods.month(year, Number(rest)) : id;
}
