import { type Day, isDay, yearOf } from '#domain';
import { WORDS } from '../words';
import { today } from './today';

/** The days that a field takes; an open end has no bound. */
export interface DayRange {
  readonly earliest?: Day | undefined;
  readonly latest?: Day | undefined;
}

const words = WORDS.forms.day;

/** The sentence that says what is allowed instead of the value of a day field; null when nothing is wrong with it. */
export function dayFault(value: string | null | undefined, { earliest, latest }: DayRange): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (!isDay(value)) return words.unread(`${yearOf(today())}-12-31`);
  const tooEarly = earliest !== undefined && value < earliest;
  const tooLate = latest !== undefined && value > latest;
  return tooEarly || tooLate ? rangeWord(earliest, latest) : null;
}

function rangeWord(earliest?: Day, latest?: Day): string {
  if (earliest === undefined) return words.upTo(latest ?? '');
  if (latest === undefined) return words.from(earliest);
  return earliest < latest ? words.between(earliest, latest) : words.only(latest);
}
