import { type z } from 'zod';
import { type Event, type EventDefinition, eventsOf } from '../shared/event-definition';
import { type Metadata } from '../shared/event';
import { type AccountState, type DoneBy, type HeldPost, NEW_ACCOUNT } from './account.state';

const define = eventsOf<AccountState>();

/** Defines an event of an account. An account is there before its events: any of them may be the first. */
export function accountEvent<const Type extends string, Schema extends z.ZodType>(
  definition: Omit<EventDefinition<Type, Schema, AccountState>, 'begin'>,
): Event<Type, Schema, AccountState> {
  return define<Type, Schema, object>({ ...definition, begin: (event) => definition.evolve(NEW_ACCOUNT, event) });
}

/** By whom an event of an account was brought about, and when. */
export function doneBy({ actor, recordedAt }: Pick<Metadata, 'actor' | 'recordedAt'>): DoneBy {
  return { by: actor.accountId, at: recordedAt };
}

/** An account with one more post. */
export function withPost(state: AccountState, post: HeldPost): AccountState {
  const { postId, unitId, role, ledgerId, practice, inCharge } = post;
  return { ...state, posts: [...state.posts, { postId, unitId, role, ledgerId, practice, inCharge }] };
}
