import { reads } from '../../api/client';
import { mayAnywhere, useMe } from '../../app/session';
import { type GrantableRole } from '../../people/roles';

/** The roles that somebody holds outside of practice. */
export function useHeldRoles(): readonly GrantableRole[] {
  const me = useMe();
  const { data } = reads.useQuery('get', '/api/posts', {}, { enabled: mayAnywhere(me, 'post.list') });
  const roles = (data?.posts ?? []).filter(({ practice }) => !practice).map(({ role }) => role);
  return [...new Set(roles)].filter((role) => role !== 'engine');
}
