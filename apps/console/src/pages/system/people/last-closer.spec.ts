import { type PostRow } from './account-list';
import { isLastCloser } from './last-closer';

const post = (postId: string, parts: Partial<PostRow> = {}): PostRow => ({
  postId,
  accountId: `account of ${postId}`,
  unit: { unitId: 'u', name: '市督查室' },
  role: 'closer',
  ledgerId: null,
  practice: false,
  inCharge: [],
  grantedAt: '2021-03-01T01:00:00.000Z',
  revokedAt: null,
  ...parts,
});
const accountsOf = (posts: readonly PostRow[], disabled = '') =>
  posts.map(({ accountId }) => ({ accountId, disabled: accountId === disabled }));

describe('a revocation that leaves a task with nobody to close it', () => {
  const one = post('one');
  const alone = (others: readonly PostRow[], disabled?: string): boolean => {
    const all = [one, ...others];
    return isLastCloser(one, all, accountsOf(all, disabled));
  };

  it('is that of the only closer who can sign in', () => {
    expect(alone([])).toBe(true);
    expect(alone([post('two')])).toBe(false);
    expect(alone([post('two')], 'account of two')).toBe(true);
    expect(alone([post('two', { role: 'verifier' }), post('three', { practice: true })])).toBe(true);
  });

  it('is asked ledger by ledger', () => {
    expect(alone([post('two', { ledgerId: 'l1' })])).toBe(true);
    const inLedger = post('one', { ledgerId: 'l1' });
    const all = [inLedger, post('two', { ledgerId: 'l1' })];
    expect(isLastCloser(inLedger, all, accountsOf(all))).toBe(false);
    const elsewhere = [inLedger, post('two', { ledgerId: 'l2' })];
    expect(isLastCloser(inLedger, elsewhere, accountsOf(elsewhere))).toBe(true);
  });

  it('is no revocation of anybody else', () => {
    const verifier = post('one', { role: 'verifier' });
    expect(isLastCloser(verifier, [verifier], accountsOf([verifier]))).toBe(false);
  });
});
