import { z } from 'zod';
import { dayInShanghai, daySchema } from '../../calendar';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { withFiles } from '../round-files';
import { taskEvent } from '../task-event';
import { MAX_LIMITS, movedPartSchema, unitWordSchema } from '../task.parts';

/** An act was asked for that one person may not do alone. It holds the act's own command, which is decided once another person approves. */
export const proposalMade = taskEvent({
  type: 'proposal.made',
  schema: z.strictObject({
    proposalId: loggedIdSchema,
    /** The act, such as `task.extend`. */
    act: lineSchema(60),
    /** Its command. */
    data: z.record(z.string(), z.unknown()),
    /** What the proposer had seen, what the act edits, and the limits, or periods of them, whose days it moves or takes away. */
    basis: z.strictObject({
      revision: z.int().nonnegative(),
      touches: z.array(z.enum(['content', 'steps'])).max(2),
      moves: z.array(movedPartSchema).max(2 * MAX_LIMITS),
      /** A day that it moves was over when it was asked for. */
      late: z.boolean(),
    }),
    /** The day by which somebody is to decide. */
    decideBy: daySchema,
    grounds: textSchema(4_000, 0),
    /** The unit that asks and its word, where the office recorded the request. */
    onBehalf: unitWordSchema.optional(),
    /** The leader whose it is to decide, by account and post, of a measure. Left out: whoever may. */
    leader: z.strictObject({ accountId: loggedIdSchema, postId: loggedIdSchema }).optional(),
  }),
  sample: {
    proposalId: '00000000-0000-4000-8000-000000000a0b',
    act: 'task.extend',
    data: { limitId: 'L1', period: null, due: '2021-08-31', reason: '等待省级系统上线' },
    basis: { revision: 6, touches: ['content'], moves: [{ limitId: 'L1', period: null }], late: false },
    decideBy: '2021-06-28',
    grounds: '等待省级系统上线',
  },
  touches: 'nothing',
  evolve: (state, { data, metadata: { actor, recordedAt } }) => {
    const { proposalId, act, data: command, basis, decideBy, grounds, onBehalf, leader } = data;
    const made = {
      proposalId,
      act,
      data: command,
      moves: basis.moves,
      late: basis.late,
      ...(basis.touches.includes('content') ? { seenRevision: basis.revision } : {}),
      decideBy,
      grounds,
      by: actor,
      ...(onBehalf ? { onBehalf } : {}),
      ...(leader ? { leader } : {}),
      on: dayInShanghai(recordedAt),
      rungs: state.fired.length,
      decided: null,
    };
    return {
      ...state,
      evidence: withFiles(state.evidence, { onBehalf }),
      proposals: [...state.proposals, made],
    };
  },
});
