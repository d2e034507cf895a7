import { decidePost, type PostCommand, type PostEvent, type PostFacts, type PostState } from '#domain';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';
import { knownUnits } from './known-units';
import { practiceOf } from './practice-of';

/** A post: it is granted in a unit that exists, and in a practice ledger to its owner only. */
export function postAggregate(states: States): Aggregate<PostState, PostCommand, PostEvent, PostFacts> {
  return {
    reader: states.post,
    decide: decidePost,
    reach: async () => ({}),
    gather: async ({ command }) => {
      if (command.type === 'post.revoke') return { knownUnits: new Set(), practiceOf: null };
      const { unitId, ledgerId } = command.data;
      return {
        knownUnits: await knownUnits(states, [unitId]),
        practiceOf: ledgerId === null ? null : await practiceOf(states, ledgerId),
      };
    },
  };
}
