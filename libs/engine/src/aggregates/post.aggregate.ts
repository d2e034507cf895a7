import { decidePost, type PostCommand, type PostEvent, type PostFacts, type PostState } from '#domain';
import { type States } from '../state/states';
import { type Aggregate } from './aggregate';
import { knownUnits } from './known-units';

/** A post: it is granted in a unit that exists. */
export function postAggregate(states: States): Aggregate<PostState, PostCommand, PostEvent, PostFacts> {
  return {
    reader: states.post,
    decide: decidePost,
    reach: () => ({}),
    gather: async ({ command }) => ({
      knownUnits: await knownUnits(states, command.type === 'post.grant' ? [command.data.unitId] : []),
    }),
  };
}
