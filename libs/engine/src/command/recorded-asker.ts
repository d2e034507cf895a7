import { type ActedBy, type Actor, PERMISSION_DENIED, permittingPost, type Post } from '#domain';
import { CommandRefused } from './command-refused';

type Operation = Parameters<typeof permittingPost>[1];
type Reach = Parameters<typeof permittingPost>[2];

/**
 * Who asks, as the record of a process over several streams names them: with the post that permits it.
 * @throws CommandRefused PERMISSION.DENIED where none of their posts does
 */
export function askerToRecord({ accountId, name, posts }: Actor, operation: Operation, reach: Reach): ActedBy {
  const post = permittingPost({ accountId, name, posts }, operation, reach);
  if (!post) throw new CommandRefused(PERMISSION_DENIED);
  return { accountId, name, role: post.role, postId: post.postId, unitId: post.unitId };
}

/** Who asked, as recorded: what is left of the process is done in their name, under the post held then. Of no ledger unless one is named. */
export function recordedAsker(
  { accountId, name, role, postId, unitId }: ActedBy,
  of: Pick<Post, 'ledgerId' | 'practice'> = { ledgerId: null },
): Actor {
  const post = { postId: postId ?? accountId, unitId: unitId ?? accountId, role, ...of };
  return { accountId, name, posts: [post] };
}
