import { WORDS } from '../words';

/** Working days as people say them; negative once late. */
export function daysWord(days: number): string {
  if (days === 0) return WORDS.parts.dueToday;
  return days > 0 ? WORDS.parts.daysLeft(days) : WORDS.parts.daysLate(-days);
}
