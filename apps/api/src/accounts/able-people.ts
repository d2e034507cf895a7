import { type AblePerson } from '#domain';
import { type PostChange } from '#contracts';
import { type PostIn } from '#projections';

type HeldPost = Pick<PostIn, 'postId' | 'accountId' | 'role' | 'unitId' | 'ledgerId'> &
  Partial<Pick<PostIn, 'inCharge'>>;

/** Posts by who holds them. */
export function peopleOf(posts: readonly HeldPost[]): readonly AblePerson[] {
  const held = new Map<string, HeldPost[]>();
  for (const post of posts) held.set(post.accountId, [...(held.get(post.accountId) ?? []), post]);
  return [...held].map(([accountId, own]) => ({ accountId, posts: own }));
}

/** The posts that would be held after what an administrator thinks of doing. */
export function postsAfter(posts: readonly HeldPost[], change: PostChange): readonly HeldPost[] {
  switch (change.act) {
    case 'account.grant-post':
      return [...posts, { ...change, postId: 'granted' }];
    case 'account.revoke-post':
      return posts.filter(({ postId }) => postId !== change.postId);
    case 'account.disable':
      return posts.filter(({ accountId }) => accountId !== change.accountId);
  }
}
