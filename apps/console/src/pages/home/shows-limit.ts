import { type HomeRow } from '../../api/answer';

/** True for a row whose day is a limit: no clock of the reader's own runs in it, and it is not in other hands. */
export function showsLimit({ kind, since, clock, suspendedUntil }: HomeRow): boolean {
  if (suspendedUntil !== null || kind === 'away' || kind === 'answer') return false;
  return !hasOwnClock({ since, clock }) && !(kind === 'review' && since !== null);
}

/** True where the row says since when somebody waits, and how long the reader has. */
export function hasOwnClock({ since, clock }: Pick<HomeRow, 'since' | 'clock'>): boolean {
  return since !== null && clock !== null;
}
