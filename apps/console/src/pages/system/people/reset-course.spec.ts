import { type ListedAccount } from './account-list';
import { type Proposal, resetCourse } from './reset-course';
import { onlyJudgeOf } from './only-judges';

const NOW = Date.parse('2021-08-05T01:00:00.000Z');
const ID = '00000000-0000-4000-8000-000000000001';
const UNIT = { unitId: '00000000-0000-4000-8000-000000000002', name: '市督查室' };

function listed(role: ListedAccount['posts'][number]['role'], accountId = ID): ListedAccount {
  const account = {
    accountId,
    loginName: 'a',
    displayName: '罗明',
    mustChangePassword: false,
    disabled: false,
    locked: false,
  };
  const post = { postId: accountId, accountId, unit: UNIT, role, ledgerId: null, practice: false, inCharge: [] };
  return { account, posts: [{ ...post, grantedAt: '2021-08-01T01:00:00.000Z', revokedAt: null }] };
}

function proposal(change: Partial<Proposal>): Proposal {
  return {
    proposalId: ID,
    accountId: ID,
    name: '罗明',
    act: 'account.reset-password',
    post: null,
    askedBy: { accountId: ID, name: '周敏' },
    askedAt: '2021-08-04T01:00:00.000Z',
    waited: 0,
    late: false,
    grounds: '本人忘记口令',
    password: null,
    result: null,
    reason: '',
    decidedBy: null,
    decidedAt: null,
    done: false,
    ...change,
  };
}
const course = (role: Parameters<typeof listed>[0], proposals: readonly Proposal[] = [], only = false) =>
  resetCourse(listed(role), proposals, { only, now: NOW });

describe('what a reset of a password leads to', () => {
  it('is a password at once for who neither judges nor administers', () => {
    expect(course('reporter')).toEqual({ kind: 'now' });
  });

  it('is a request for a closer, or who is to become one; alone only while nobody else can decide', () => {
    expect(course('closer')).toEqual({ kind: 'asked' });
    expect(course('closer', [], true)).toEqual({ kind: 'alone' });
    const post = { unit: UNIT, role: 'verifier', ledgerId: null } as const;
    expect(course('reporter', [proposal({ act: 'account.grant-post', post })])).toEqual({ kind: 'asked' });
  });

  it('is nothing while it waits, and the password once it is approved, for three days', () => {
    expect(course('closer', [proposal({})])).toEqual({ kind: 'waiting' });
    const approved = { result: 'approved', decidedAt: '2021-08-04T01:00:00.000Z' } as const;
    expect(course('closer', [proposal(approved)])).toEqual({ kind: 'approved', grounds: '本人忘记口令' });
    expect(course('closer', [proposal({ ...approved, done: true })])).toEqual({ kind: 'asked' });
    expect(course('closer', [proposal({ ...approved, decidedAt: '2021-08-01T01:00:00.000Z' })])).toEqual({
      kind: 'asked',
    });
  });
});

describe('a post of an administrator for somebody who judges', () => {
  const other = '00000000-0000-4000-8000-000000000009';

  it('is warned of where they are the only one', () => {
    expect(onlyJudgeOf([listed('closer')], ID, ['system-administrator'])).toEqual(['closer']);
    expect(onlyJudgeOf([listed('closer'), listed('closer', other)], ID, ['system-administrator'])).toEqual([]);
    expect(onlyJudgeOf([listed('closer', other)], ID, ['system-administrator'])).toEqual([]);
  });

  it('is no matter of other posts', () => {
    expect(onlyJudgeOf([listed('closer')], ID, ['reporter'])).toEqual([]);
  });
});
