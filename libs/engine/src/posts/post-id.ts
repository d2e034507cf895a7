import { postIdentity, type PostParts } from '#domain';
import { derivedId } from '../command/derived-id';

/** The id of a post: one person plays one role once in a unit and a ledger. */
export function postIdFor(parts: PostParts): string {
  return derivedId('post', ...postIdentity(parts));
}
