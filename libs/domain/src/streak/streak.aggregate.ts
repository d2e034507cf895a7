import { type DataOfActs } from '../shared/act-definition';
import { defineAggregate } from '../shared/aggregate';
import { type DataOfEvents } from '../shared/event-definition';
import { reject } from '../shared/rejection';
import { STREAK_ACTS } from './acts';
import { STREAK_EVENTS } from './events';
import { type StreakState } from './streak.state';

/**
 * How often in a row a unit was escalated in a ledger: a fact between tasks, of which no task knows. A stream of its own, so that it follows
 * from the log in log order and from nothing that runs behind it.
 */
export const STREAK = defineAggregate<
  'streak',
  StreakState,
  DataOfActs<typeof STREAK_ACTS>,
  DataOfEvents<typeof STREAK_EVENTS>
>({
  name: 'streak',
  acts: STREAK_ACTS,
  events: STREAK_EVENTS,
  unknown: reject('STREAK.NONE', '该单位没有连续逾期的记录，无需结束。'),
  reach: (_id, state) => ({ ledgerId: state?.ledgerId ?? null }),
});
