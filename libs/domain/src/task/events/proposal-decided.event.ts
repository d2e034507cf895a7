import { z } from 'zod';
import { dayInShanghai } from '../../calendar';
import { loggedIdSchema, textSchema } from '../../shared/schema';
import { rungsOvertaken } from '../proposals';
import { taskEvent } from '../task-event';
import { measureSchema } from '../task.parts';

/** A proposal was decided. Approved, the events of its act follow. */
export const proposalDecided = taskEvent({
  type: 'proposal.decided',
  schema: z.strictObject({
    proposalId: loggedIdSchema,
    /** Overtaken: approved, but what was asked for did not fit any more. */
    result: z.enum(['approved', 'refused', 'overtaken', 'taken-back']),
    reason: textSchema(2_000, 0),
    /** What the leader has chosen of the measures that were proposed. */
    measure: measureSchema.optional(),
  }),
  sample: { proposalId: '00000000-0000-4000-8000-000000000a0b', result: 'approved', reason: '' },
  touches: 'nothing',
  evolve: (state, { data: { proposalId, result }, metadata: { recordedAt } }) => ({
    ...state,
    unproposed: result === 'overtaken' ? [...state.unproposed, ...rungsOvertaken(state, proposalId)] : state.unproposed,
    proposals: state.proposals.map((proposal) =>
      proposal.proposalId === proposalId
        ? { ...proposal, decided: { result, on: dayInShanghai(recordedAt) } }
        : proposal,
    ),
  }),
});
