import { type AccountRow } from '../../../people/use-register';
import { matching, type PostRow, postsByUnit, stateOf, withPosts } from './account-list';

const account = (accountId: string, displayName: string, parts: Partial<AccountRow> = {}): AccountRow => ({
  accountId,
  loginName: `login-${accountId}`,
  displayName,
  mustChangePassword: false,
  disabled: false,
  locked: false,
  ...parts,
});
const post = (accountId: string, unit: string, role: PostRow['role'], practice = false): PostRow => ({
  postId: `${accountId}-${unit}-${role}`,
  accountId,
  unit: { unitId: unit, name: unit },
  role,
  ledgerId: null,
  practice,
  inCharge: [],
  grantedAt: '2026-01-01T00:00:00.000Z',
  revokedAt: null,
});

const listed = withPosts(
  [account('a', '周澜'), account('b', '林佳')],
  [post('a', '督查室', 'supervision-clerk'), post('b', '市医保局', 'reporter'), post('b', '市医保局', 'unit-head')],
);
const names = (text: string) => matching(listed, text).map((each) => each.account.displayName);

describe('the list of accounts', () => {
  test('each account comes with its posts', () => {
    expect(listed.map(({ posts }) => posts.length)).toEqual([1, 2]);
  });

  test('the posts of a person stand by unit and role, whatever was granted first', () => {
    const granted = [
      post('a', '市医保局', 'unit-head'),
      post('a', '督查室', 'verifier'),
      post('a', '市医保局', 'reporter'),
      post('a', '督查室', 'supervision-clerk'),
    ];
    const [{ posts } = { posts: [] }] = withPosts([account('a', '周澜')], granted);
    expect(posts.map(({ unit, role }) => `${unit.name} ${role}`)).toEqual([
      '督查室 supervision-clerk',
      '督查室 verifier',
      '市医保局 reporter',
      '市医保局 unit-head',
    ]);
  });

  test('is searched by name, login name, unit and role', () => {
    expect(names('')).toEqual(['周澜', '林佳']);
    expect(names('周')).toEqual(['周澜']);
    expect(names('LOGIN-B')).toEqual(['林佳']);
    expect(names('医保 填报')).toEqual(['林佳']);
    expect(names('医保 督查员')).toEqual([]);
  });

  test('posts are told by unit, without practice', () => {
    const posts = [
      post('b', '市医保局', 'reporter'),
      post('b', '市医保局', 'unit-head'),
      post('b', '练习', 'closer', true),
    ];
    expect(postsByUnit(posts)).toEqual([{ unit: '市医保局', roles: ['填报人', '单位负责人'] }]);
  });

  test('what keeps an account from being used comes first', () => {
    const states = [{}, { mustChangePassword: true }, { locked: true }, { disabled: true, locked: true }];
    expect(states.map((parts) => stateOf(account('a', 'A', parts)))).toEqual(['active', 'first', 'locked', 'disabled']);
  });
});
