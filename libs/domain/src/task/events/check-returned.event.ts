import { z } from 'zod';
import { daySchema } from '../../calendar';
import { MOST_RULE_NAMES, ruleNameSchema } from '../../policy';
import { type RecordedAs } from '../../shared/event-definition';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { taskEvent } from '../task-event';
import { MAX_OBLIGATIONS, obligationSchema } from '../task.parts';
import { type LimitState } from '../task.state';

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
          return { ...lane, claim: null, since, begun: since, climb, lastStepOn: data.on };
        // A supporting unit that was at work could do nothing while the leads were checked either; one that has yet to answer could.
        return lane.claim === null && lane.answer === 'accepted' ? { ...lane, since } : lane;
      }),
      limits: state.limits.map((limit) => reopened(limit, event)),
    };
  },
});

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
