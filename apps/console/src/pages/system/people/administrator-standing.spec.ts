import { type ListedAccount, type PostRow } from './account-list';
import { standingOf } from './administrator-standing';

type Parts = Partial<ListedAccount['account']>;

function person(accountId: string, roles: readonly PostRow['role'][], parts: Parts = {}): ListedAccount {
  const account = { accountId, loginName: accountId, displayName: accountId, ...parts };
  return {
    account: { mustChangePassword: false, disabled: false, locked: false, ...account },
    posts: roles.map((role) => ({
      postId: `${accountId} ${role}`,
      accountId,
      unit: { unitId: 'u', name: '系统管理' },
      role,
      ledgerId: null,
      practice: false,
      inCharge: [],
      grantedAt: '2021-03-01T01:00:00.000Z',
      revokedAt: null,
    })),
  };
}

describe('the notes for an administrator', () => {
  const first = person('admin', ['system-administrator', 'security-administrator']);

  it('say that nobody else is able, until another one has signed in', () => {
    expect(standingOf([first], 'admin')).toEqual({ only: true, both: true });
    const invited = person('fang', ['security-administrator'], { mustChangePassword: true });
    expect(standingOf([first, invited], 'admin').only).toBe(true);
    expect(standingOf([first, person('fang', ['security-administrator'])], 'admin').only).toBe(false);
    expect(standingOf([first, person('fang', ['security-administrator'], { disabled: true })], 'admin').only).toBe(
      true,
    );
  });

  it('ask the first account to hand its posts on until it has', () => {
    const handedOn = person('admin', ['system-administrator']);
    const all = [handedOn, person('fang', ['security-administrator'])];
    expect(standingOf(all, 'admin')).toEqual({ only: false, both: false });
  });

  it('concern administrators only', () => {
    expect(standingOf([first, person('zhou', ['supervision-clerk'])], 'zhou')).toEqual({ only: false, both: false });
  });
});
