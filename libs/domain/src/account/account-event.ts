import { eventsOf } from '../shared/event-definition';
import { type AccountState, type HeldPost } from './account.state';

/** Defines an event of an account. */
export const accountEvent = eventsOf<AccountState>();

/** An account with one more post. */
export function withPost(state: AccountState, { postId, unitId, role, ledgerId, practice }: HeldPost): AccountState {
  return { ...state, posts: [...state.posts, { postId, unitId, role, ledgerId, practice }] };
}
