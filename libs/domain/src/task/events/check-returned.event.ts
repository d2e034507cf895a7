import { z } from 'zod';
import { dayInShanghai, daySchema, instantText } from '../../calendar';
import { MOST_RULE_NAMES, ruleNameSchema } from '../../policy';
import { type RecordedAs } from '../../shared/event-definition';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { openObligations } from '../obligations';
import { taskEvent } from '../task-event';
import { MAX_OBLIGATIONS, type Obligation, obligationSchema } from '../task.parts';
import { type LaneState, type LimitState, type TaskState } from '../task.state';

const schema = z.strictObject({
  /** The level of the check; null where whoever closes sent it back, which is no check. */
  level: z.int().min(1).max(9).nullable(),
  on: daySchema,
  missing: textSchema(4_000, 1),
  /** The criteria of the check that are not met, as far as the verifier names some. */
  unmet: z.array(ruleNameSchema).max(MOST_RULE_NAMES),
  /** The units that it goes back to. */
  to: z.array(loggedIdSchema).min(1).max(120),
  /** What is owed again, each with its day: `kept` is the day that it had, else a new one that follows as a move. */
  open: z
    .array(z.strictObject({ obligation: obligationSchema, due: daySchema.nullable(), kept: z.boolean() }))
    .max(MAX_OBLIGATIONS),
});
type Returned = RecordedAs<string, z.infer<typeof schema>>;

/** A check, or whoever closes, sent a task back (退回整改): what is missing, and what is owed again. */
export const checkReturned = taskEvent({
  type: 'check.returned',
  schema,
  sample: {
    level: 1,
    on: '2021-12-15',
    missing: '缺少验收报告',
    unmet: ['措施全部完成'],
    to: ['00000000-0000-4000-8000-000000000a03'],
    open: [
      {
        obligation: { lane: '00000000-0000-4000-8000-000000000a03', limitId: 'L1', period: null },
        due: '2021-06-30',
        kept: true,
      },
    ],
  },
  touches: 'steps',
  evolve: (state, event) => {
    const { data, metadata } = event;
    const climb = state.climbs + 1;
    return {
      ...state,
      returned: true,
      levelPassed: 0,
      climbs: climb,
      lanes: state.lanes.map((lane) => {
        const since = metadata.recordedAt;
        if (data.to.includes(lane.unitId))
          return {
            ...lane,
            claim: null,
            since,
            begun: since,
            climb,
            goingOn: goingOnAfter(state, lane, event),
            lastStepOn: data.on,
          };
        // A supporting unit that was at work could do nothing while the leads were checked either; one that has yet to answer could.
        return lane.claim === null && lane.answer === 'accepted' ? { ...lane, since } : lane;
      }),
      limits: state.limits.map((limit) => reopened(limit, event)),
    };
  },
});

/**
 * What a lead owed late when it asked for closure, and owes on the same day still. A unit that asked with everything undone, and was sent back,
 * had begun its ladder anew each time, and nobody above it was ever told.
 */
function goingOnAfter(state: TaskState, lane: LaneState, { data, metadata }: Returned): LaneState['goingOn'] {
  const { unitId, role, claim } = lane;
  if (role !== 'lead' || claim === null) return [];
  const asked = dayInShanghai(claim.at);
  const isMoved = (part: Pick<Obligation, 'limitId' | 'period'>): boolean =>
    data.open.some(
      ({ obligation, kept }) =>
        !kept && obligation.lane === unitId && obligation.limitId === part.limitId && obligation.period === part.period,
    );
  return openObligations(state, dayInShanghai(metadata.recordedAt), [lane])
    .filter((open) => open.due < asked && !isMoved(open))
    .map(({ limitId, period, armedAt, climb }) => ({ limitId, period, armedAt: instantText(armedAt), climb }));
}

/** What is open again is not done any more, nor verified. */
function reopened(limit: LimitState, { data }: Returned): LimitState {
  const open = data.open.map(({ obligation }) => obligation).filter(({ limitId }) => limitId === limit.limitId);
  if (open.length === 0) return limit;
  return {
    ...limit,
    done: limit.done.filter(({ lane, period }) => !open.some((each) => each.lane === lane && each.period === period)),
    verifiedOn: null,
  };
}
