import { type Day } from '#domain';
import { today } from '../forms/today';
import { WORDS } from '../words';

/** True once a day is over: on the days off after it no working day has passed yet. */
export function isOver(days: number, due: Day, on: Day = today()): boolean {
  return days < 0 || (days === 0 && due < on);
}

/**
 * Working days as people say them. None is left on the day itself, but also on a day off before it, and none is lost on a day off after it.
 * @param days until `due`; negative once it is over
 * @param late true once it is over
 */
export function daysWord(days: number, due: Day, on: Day = today(), late = isOver(days, due, on)): string {
  const { daysLeft, daysLate, dueToday, justLate, dueOnDayOff } = WORDS.parts;
  if (days !== 0) return days > 0 ? daysLeft(days) : daysLate(-days);
  if (late) return justLate;
  return due > on ? dueOnDayOff : dueToday;
}
