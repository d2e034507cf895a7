import { type PolicyPreview } from '#contracts';
import { grantableRoleSchema, type HeldPost, type PolicyContent, postsInTheWay } from '#domain';
import { type ReadModels, unitNames } from '../queries/read-models';
import { postsIn } from './posts-in';

/** Who holds posts that stand in the way of a protection level, by name; level two has none in its way. */
export async function findPostsInTheWay(
  models: ReadModels,
  level: PolicyContent['protectionLevel'],
): Promise<PolicyPreview['inTheWay']> {
  if (level !== 3) return [];
  const held = new Map<string, HeldPost[]>();
  for (const { role, accountId, ...post } of await postsIn(models.pool, null, grantableRoleSchema.options)) {
    const own = held.get(accountId) ?? [];
    held.set(accountId, [...own, { ...post, role: grantableRoleSchema.parse(role), practice: false }]);
  }
  const found = [...held].flatMap(([accountId, posts]) => {
    const inTheWay = postsInTheWay(posts, level);
    return inTheWay.length === 0 ? [] : [{ accountId, posts: inTheWay }];
  });
  const people = await models.peopleNamed(found.map(({ accountId }) => accountId));
  const unitIds = found.flatMap(({ posts }) => posts.map(({ unitId }) => unitId));
  const names = await models.snapshot((at) => unitNames(at, unitIds));
  return found.map(({ accountId, posts }) => ({
    name: people.get(accountId) ?? '',
    posts: posts.map(({ unitId, role }) => ({ unit: names(unitId), role })),
  }));
}
