import { type z } from 'zod';
import { type Event, type EventDefinition, eventsOf } from '../shared/event-definition';
import { type AccountState, type HeldPost, NEW_ACCOUNT } from './account.state';

const define = eventsOf<AccountState>();

/** Defines an event of an account. An account is there before its events: any of them may be the first. */
export function accountEvent<const Type extends string, Schema extends z.ZodType>(
  definition: Omit<EventDefinition<Type, Schema, AccountState>, 'begin'>,
): Event<Type, Schema, AccountState> {
  return define<Type, Schema, object>({ ...definition, begin: (event) => definition.evolve(NEW_ACCOUNT, event) });
}

/** An account with one more post. */
export function withPost(state: AccountState, post: HeldPost): AccountState {
  const { postId, unitId, role, ledgerId, practice, inCharge } = post;
  return { ...state, posts: [...state.posts, { postId, unitId, role, ledgerId, practice, inCharge }] };
}
