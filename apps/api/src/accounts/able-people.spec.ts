import { peopleOf, postsAfter } from './able-people';

describe('the people who can act', () => {
  const post = (postId: string, accountId: string, role: 'closer' | 'verifier') => ({
    postId,
    accountId,
    role,
    unitId: 'office',
    ledgerId: null,
  });
  const posts = [post('1', 'a', 'verifier'), post('2', 'b', 'closer'), post('3', 'a', 'closer')];
  const rolesBy = (held: readonly ReturnType<typeof post>[] | ReturnType<typeof postsAfter>) =>
    Object.fromEntries(peopleOf(held).map((person) => [person.accountId, person.posts.map(({ role }) => role)]));

  it('are told by their posts, each with all of them', () => {
    expect(rolesBy(posts)).toEqual({ a: ['verifier', 'closer'], b: ['closer'] });
  });

  it('are others after a grant, a revocation or a disabling', () => {
    expect(rolesBy(postsAfter(posts, { act: 'account.revoke-post', accountId: 'a', postId: '3' }))).toEqual({
      a: ['verifier'],
      b: ['closer'],
    });
    expect(rolesBy(postsAfter(posts, { act: 'account.disable', accountId: 'a' }))).toEqual({ b: ['closer'] });
    const grant = { act: 'account.grant-post', accountId: 'c', role: 'leader', unitId: 'x', ledgerId: null } as const;
    expect(rolesBy(postsAfter(posts, grant))).toMatchObject({ c: ['leader'] });
  });
});
