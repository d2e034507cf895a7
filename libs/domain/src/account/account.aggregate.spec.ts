import { LEDGER_ID, NO_FACTS, OTHER_LEDGER_ID, PEOPLE, Story, STORY_ID, testId, UNITS } from '../../testing';
import { AGGREGATES, type Facts } from '..';

const { account: aggregate } = AGGREGATES;
const none = new Story({
  aggregate,
  acts: aggregate.acts,
  facts: { ...NO_FACTS, knownUnits: new Set([UNITS.health]) },
  actor: PEOPLE.securityAdministrator,
});
/** A ledger for practice, or (null) one in earnest. */
const ledgerOf = (practiceOf: string | null): Partial<Facts> => ({
  ledger: { code: 'YG2025', closingPrefix: '云医改销', practiceOf },
});
const GRANT = { unitId: UNITS.health, role: 'reporter' } as const;
const granted = none.after('account.grant-post', GRANT);
const postId = granted.state?.posts[0]?.postId ?? '';

describe('a post', () => {
  it('is granted in one ledger, or in all of them', () => {
    none
      .when('account.grant-post', GRANT)
      .then([{ type: 'post.granted', data: { ...GRANT, accountId: STORY_ID, ledgerId: null } }]);
    none
      .when('account.grant-post', { ...GRANT, ledgerId: LEDGER_ID })
      .then([{ type: 'post.granted', data: { ledgerId: LEDGER_ID } }]);
  });

  it('is not granted twice while it stands', () => {
    granted.when('account.grant-post', GRANT).then('POST.EXISTS');
    const inLedger = { ...GRANT, ledgerId: 'abcdefab-0000-4000-8000-00000000000c' };
    none
      .after('account.grant-post', inLedger)
      .when('account.grant-post', { ...inLedger, ledgerId: inLedger.ledgerId.toUpperCase() })
      .then('POST.EXISTS');
  });

  it('stands beside the other posts of its account, in the order of their granting', () => {
    const both = granted.after('account.grant-post', { ...GRANT, role: 'unit-head' });
    expect(both.state?.posts.map(({ role }) => role)).toEqual(['reporter', 'unit-head']);
  });

  it('is only granted in a unit that exists', () => {
    none.when('account.grant-post', { ...GRANT, unitId: UNITS.unregistered }).then('UNIT.UNKNOWN');
  });

  it('is never the program’s own', () => {
    const body = { ...GRANT, role: 'engine' };
    expect(aggregate.acts['account.grant-post'].command.safeParse(body).success).toBe(false);
  });

  it('is revoked once, with a reason', () => {
    const revoke = { postId, reason: '调离' };
    none.when('account.revoke-post', revoke).then('POST.UNKNOWN');
    granted.when('account.revoke-post', { ...revoke, reason: '' }).thenInvalid('reason');
    granted.when('account.revoke-post', { ...revoke, postId: testId(0x666) }).then('POST.REVOKED');
    const revoked = granted.when('account.revoke-post', revoke);
    revoked.then([{ type: 'post.revoked', data: { ...revoke, ...GRANT, ledgerId: null } }]);
    expect(revoked.state?.posts).toEqual([]);
    revoked.next.when('account.revoke-post', revoke).then('POST.REVOKED');
  });

  it('is another one when it is granted again after it was revoked', () => {
    const again = granted.after('account.revoke-post', { postId, reason: '调离' }).after('account.grant-post', GRANT);
    expect(again.state?.posts).toMatchObject([{ ...GRANT, practice: false }]);
    expect(again.state?.posts[0]?.postId).not.toBe(postId);
  });
});

describe('a post for practice', () => {
  const PLAYED = { ...GRANT, ledgerId: LEDGER_ID };
  const play = (story: typeof none, owner: string | null = STORY_ID) =>
    story.when('account.grant-practice-post', PLAYED, { by: PEOPLE.engine, facts: ledgerOf(owner) });

  it('is a fact of its own kind, so that nobody takes it for one in earnest', () => {
    play(none).then([{ type: 'post.granted-for-practice', data: PLAYED }]);
    play(play(none).next).then('POST.EXISTS');
    expect(play(none).state?.posts).toMatchObject([{ ...PLAYED, practice: true }]);
  });

  it('is for the owner of the practice ledger, in that ledger, in a unit that exists', () => {
    play(none, null).then('POST.NOT_PRACTICE');
    none
      .when('account.grant-practice-post', PLAYED, { by: PEOPLE.engine, facts: { ledger: null } })
      .then('POST.NOT_PRACTICE');
    play(none, testId(0x04)).then('POST.NOT_PRACTICE');
    none
      .when('account.grant-practice-post', { ...PLAYED, unitId: UNITS.unregistered }, { facts: ledgerOf(STORY_ID) })
      .then('UNIT.UNKNOWN');
  });

  it('is the only kind that a practice ledger takes', () => {
    const grant = (ledgerId: string | null, owner: string | null) =>
      none.when('account.grant-post', { ...GRANT, ledgerId }, { facts: ledgerOf(owner) });
    grant(LEDGER_ID, STORY_ID).then('POST.PRACTICE_LEDGER');
    grant(LEDGER_ID, testId(0x04)).then('POST.PRACTICE_LEDGER');
    grant(OTHER_LEDGER_ID, null).then(['post.granted']);
  });

  it('is revoked as any other', () => {
    const played = play(none).next;
    const revoked = played.after('account.revoke-post', {
      postId: played.state?.posts[0]?.postId ?? '',
      reason: '练习结束',
    });
    expect(revoked.state?.posts).toEqual([]);
    play(revoked).then(['post.granted-for-practice']);
  });
});
