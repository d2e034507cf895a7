import { z } from 'zod';
import { dayInShanghai, daySchema, movedOn } from '../../calendar';
import { actedBySchema } from '../../shared/actor';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { sameRhythm, withLimit } from '../limits';
import { daysLost, namedPeriod, rhythmOf } from '../rhythm';
import { peopleOf } from '../moved-by';
import { taskEvent } from '../task-event';
import { partIdSchema, termsSchema } from '../task.parts';
import { type LimitState, type Move, type Standstill, type TaskState } from '../task.state';

const schema = z.strictObject({
  limitId: partIdSchema,
  /** The one period that moves; null: the limit itself. */
  period: lineSchema(20).nullable(),
  from: termsSchema,
  /** No day and no recurrence: the date was removed. */
  to: termsSchema,
  kind: z.enum(['set', 'correction', 'extension', 'suspension', 'calendar', 'return']),
  reason: textSchema(2_000, 0),
  /** Of a suspension: the days for which the limit stood still, from the first day up to the one on which it goes on. */
  stood: z.strictObject({ from: daySchema, to: daySchema }).optional(),
  /** The event that this follows from; null: the act itself. */
  cause: loggedIdSchema.nullable(),
  askedBy: actedBySchema.optional(),
  approvedBy: actedBySchema.optional(),
  /** The unit for which the office asked, where it was on a unit's word. */
  askedFor: loggedIdSchema.optional(),
});
type Moved = z.infer<typeof schema>;

/** A limit is due on another day, or comes back in another rhythm. Every move stays in its chain. */
export const limitMoved = taskEvent({
  type: 'limit.moved',
  schema,
  sample: {
    limitId: 'L1',
    period: null,
    from: { due: '2021-06-30', recurrence: null, dueOn: null },
    to: { due: '2021-08-31', recurrence: null, dueOn: null },
    kind: 'correction',
    reason: '市领导同意延期',
    cause: null,
  },
  touches: 'content',
  evolve: (state, { data, metadata: { recordedAt } }) => ({ ...state, ...withMove(state, data, recordedAt) }),
});

/** The limits after a move of one of them. */
export function withMove(state: TaskState, data: Moved, recordedAt: string): Pick<TaskState, 'limits'> {
  const { limitId, period } = data;
  const running = state.lanes.length > 0;
  return withLimit(state, limitId, (limit) =>
    period === null ? moved(limit, data, recordedAt, running) : periodMoved(limit, period, data, recordedAt),
  );
}

function moved(limit: LimitState, data: Moved, recordedAt: string, running: boolean): LimitState {
  const { to, stood } = data;
  const samePeriods = limit.recurrence === to.recurrence;
  const move = linkOf(data, null, recordedAt);
  return {
    ...limit,
    ...to,
    chain: [...limit.chain, stood ? { ...move, stood } : move],
    standstills: stood ? [...limit.standstills, stood] : limit.standstills,
    armedAt: running ? recordedAt : limit.armedAt,
    // Periods of another length mean nothing in the new rhythm: it begins afresh.
    firstDay: samePeriods || !running ? limit.firstDay : dayInShanghai(recordedAt),
    done: samePeriods ? limit.done : [],
    // Another day inside the period holds for every period.
    movedPeriods: sameRhythm(limit, to)
      ? limit.movedPeriods.map((period) => afterStandstill(limit, period, stood))
      : [],
  };
}

/** The move as it stays in the chain. */
function linkOf({ to, kind, reason, ...people }: Moved, period: string | null, since: string): Move {
  return { kind, period, to, since, reason, ...peopleOf(people) };
}

/** A period with a day of its own moves by the days of it that were lost, as any other; one that got its day meanwhile by those since then. */
function afterStandstill(
  limit: LimitState,
  moved: LimitState['movedPeriods'][number],
  stood: Standstill | undefined,
): LimitState['movedPeriods'][number] {
  const rule = rhythmOf(limit);
  if (!stood || rule === null) return moved;
  const { period, due, since } = moved;
  const begins = namedPeriod(rule, period)?.from ?? stood.from;
  return { ...moved, due: movedOn(due, daysLost(stood, begins, dayInShanghai(since))) };
}

function periodMoved(limit: LimitState, period: string, data: Moved, recordedAt: string): LimitState {
  const { to } = data;
  if (to.due === null) return limit;
  const others = limit.movedPeriods.filter((each) => each.period !== period);
  return {
    ...limit,
    chain: [...limit.chain, linkOf(data, period, recordedAt)],
    movedPeriods: [...others, { period, due: to.due, since: recordedAt }],
  };
}
