import { type Ladder } from './ladder';

/** Message robots drop what comes at :00 and :30, when everybody sends; ten to nine is before the day's work is dealt out. */
const MORNING = '08:50';

/** The ladder of an office that has not set its own: T−7 and T−3 remind, T due, T+1 催办, T+5 to those above. */
export const DEFAULT_LADDER: Ladder = {
  version: 'default-1',
  rungs: [
    { rungId: 'remind-7', kind: 'remind', offsetWorkingDays: -7, at: MORNING },
    { rungId: 'remind-3', kind: 'remind', offsetWorkingDays: -3, at: MORNING },
    { rungId: 'due', kind: 'due', offsetWorkingDays: 0, at: MORNING },
    { rungId: 'urge-1', kind: 'urge', offsetWorkingDays: 1, at: MORNING },
    { rungId: 'escalate-5', kind: 'escalate', offsetWorkingDays: 5, at: MORNING },
  ],
};
