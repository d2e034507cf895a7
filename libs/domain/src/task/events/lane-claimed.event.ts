import { z } from 'zod';
import { daySchema } from '../../calendar';
import { MOST_RULE_NAMES, ruleNameSchema } from '../../policy';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { withLane } from '../lanes';
import { dueOf } from '../obligations';
import { withFiles } from '../round-files';
import { taskEvent } from '../task-event';
import { evidenceSchema, MAX_OBLIGATIONS, obligationSchema, onBehalfSchema } from '../task.parts';

/** A unit asks for closure (申请销号) of its part after a self-check, claiming what it had not reported as done before. */
export const laneClaimed = taskEvent({
  type: 'lane.claimed',
  schema: z.strictObject({
    lane: loggedIdSchema,
    on: daySchema,
    selfCheck: textSchema(4_000, 1),
    /** The head of the unit commits that the self-check is true. */
    committed: z.literal(true),
    claimed: z.array(obligationSchema).max(MAX_OBLIGATIONS),
    /** What the unit says that it still owes, and why. */
    owed: z.array(z.strictObject({ obligation: obligationSchema, reason: textSchema(2_000, 1) })).max(MAX_OBLIGATIONS),
    evidence: z.array(evidenceSchema).max(50),
    /** What the check is to confirm one by one, as the rules have it now (验收标准). */
    acceptance: z.array(ruleNameSchema).max(MOST_RULE_NAMES),
    onBehalf: onBehalfSchema.optional(),
  }),
  sample: {
    lane: '00000000-0000-4000-8000-000000000a03',
    on: '2021-12-10',
    selfCheck: '各项举措已完成',
    committed: true,
    claimed: [{ lane: '00000000-0000-4000-8000-000000000a03', limitId: 'L1', period: null }],
    owed: [],
    evidence: [],
    acceptance: ['措施全部完成'],
  },
  touches: 'steps',
  evolve: (state, { data, metadata: { recordedAt }, eventId }) => {
    const { lane, on, claimed, acceptance } = data;
    return {
      ...state,
      levelPassed: 0,
      acceptance,
      lanes: withLane(state.lanes, lane, { claim: { on, at: recordedAt, claimed } }),
      evidence: withFiles(state.evidence, data),
      limits: state.limits.map((limit) => {
        const done = claimed
          .filter(({ limitId }) => limitId === limit.limitId)
          .map((part) => ({
            lane,
            period: part.period,
            on,
            due: dueOf(state, part),
            recordedAt,
            eventId,
            claimed: true,
          }));
        return done.length === 0 ? limit : { ...limit, done: [...limit.done, ...done] };
      }),
    };
  },
});
