import { GUARDED_ROLES } from '#domain';
import { type Answer } from '../../../api/answer';
import { type ListedAccount } from './account-list';

/** A request on an account, as the list has it. */
export type Proposal = Answer<'/api/account-proposals'>['proposals'][number];

/** An approval can be used for three days. Milliseconds. */
const GOOD_FOR = 3 * 24 * 3_600_000;

/**
 * What comes of a reset that is asked for now: a password at once; at once, by the only administrator; at once, since another one has
 * approved; a request that another one decides; or nothing, since it is asked for already.
 */
export type ResetCourse =
  | { readonly kind: 'now' | 'alone' | 'asked' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'approved'; readonly grounds: string };

/** What a reset of an account would lead to, as far as the lists tell: the answer says what it was. */
export function resetCourse(
  { account: { accountId }, posts }: Pick<ListedAccount, 'account' | 'posts'>,
  proposals: readonly Proposal[],
  { only, now }: { readonly only: boolean; readonly now: number },
): ResetCourse {
  const own = proposals.filter((each) => each.accountId === accountId);
  const resets = own.filter(({ act }) => act === 'account.reset-password');
  if (resets.some(({ result }) => result === null)) return { kind: 'waiting' };
  const approved = resets.find(
    ({ result, done, decidedAt }) =>
      result === 'approved' && !done && decidedAt !== null && now - Date.parse(decidedAt) <= GOOD_FOR,
  );
  if (approved) return { kind: 'approved', grounds: approved.grounds };
  const asked = own.flatMap(({ post, result }) => (result === null && post !== null ? [post] : []));
  const concerned = [...posts.filter(({ practice }) => !practice), ...asked];
  const guarded: readonly string[] = GUARDED_ROLES;
  if (!concerned.some(({ role }) => guarded.includes(role))) return { kind: 'now' };
  return { kind: only ? 'alone' : 'asked' };
}
