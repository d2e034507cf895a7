import { LEDGER_ID, NO_FACTS, OTHER_LEDGER_ID, PEOPLE, Story, testId, UNITS } from '../../testing';
import { AGGREGATES, type Facts } from '..';

const { post: aggregate } = AGGREGATES;
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
const GRANT = { accountId: testId(0x03), unitId: UNITS.health, role: 'reporter' } as const;
const granted = none.after('post.grant', GRANT);

describe('a post', () => {
  it('is granted in one ledger, or in all of them', () => {
    none.when('post.grant', GRANT).then([{ type: 'post.granted', data: { ...GRANT, ledgerId: null } }]);
    none
      .when('post.grant', { ...GRANT, ledgerId: LEDGER_ID })
      .then([{ type: 'post.granted', data: { ledgerId: LEDGER_ID } }]);
  });

  it('is not granted twice while it stands', () => {
    granted.when('post.grant', GRANT).then('POST.EXISTS');
    const inLedger = { ...GRANT, ledgerId: 'abcdefab-0000-4000-8000-00000000000c' };
    none
      .after('post.grant', inLedger)
      .when('post.grant', { ...inLedger, ledgerId: inLedger.ledgerId.toUpperCase() })
      .then('POST.EXISTS');
  });

  it('is only granted in a unit that exists', () => {
    none.when('post.grant', { ...GRANT, unitId: UNITS.unregistered }).then('UNIT.UNKNOWN');
  });

  it('is never the program’s own', () => {
    expect(aggregate.acts['post.grant'].command.safeParse({ ...GRANT, role: 'engine' }).success).toBe(false);
  });

  it('is revoked once, with a reason', () => {
    none.when('post.revoke', { reason: '调离' }).then('POST.UNKNOWN');
    granted.when('post.revoke', { reason: '' }).thenInvalid('reason');
    const revoked = granted.when('post.revoke', { reason: '调离' });
    revoked.then([{ type: 'post.revoked', data: { reason: '调离' } }]);
    expect(revoked.state?.revoked).toBe(true);
    revoked.next.when('post.revoke', { reason: '调离' }).then('POST.REVOKED');
  });

  it('can be granted again after it was revoked', () => {
    const again = granted.after('post.revoke', { reason: '调离' }).after('post.grant', GRANT);
    expect(again.state?.revoked).toBe(false);
  });
});

describe('a post for practice', () => {
  const PLAYED = { ...GRANT, ledgerId: LEDGER_ID };
  const practiceOf = GRANT.accountId;
  const play = (story: typeof none, owner: string | null = practiceOf) =>
    story.when('post.grant-for-practice', PLAYED, { by: PEOPLE.engine, facts: ledgerOf(owner) });

  it('is a fact of its own kind, so that nobody takes it for one in earnest', () => {
    play(none).then([{ type: 'post.granted-for-practice', data: PLAYED }]);
    play(play(none).next).then('POST.EXISTS');
    expect(play(none).state).toEqual({ ...PLAYED, revoked: false });
  });

  it('is for the owner of the practice ledger, in that ledger, in a unit that exists', () => {
    play(none, null).then('POST.NOT_PRACTICE');
    none
      .when('post.grant-for-practice', PLAYED, { by: PEOPLE.engine, facts: { ledger: null } })
      .then('POST.NOT_PRACTICE');
    play(none, testId(0x04)).then('POST.NOT_PRACTICE');
    none
      .when('post.grant-for-practice', { ...PLAYED, unitId: UNITS.unregistered }, { facts: ledgerOf(practiceOf) })
      .then('UNIT.UNKNOWN');
  });

  it('is the only kind that a practice ledger takes', () => {
    const grant = (ledgerId: string | null, owner: string | null) =>
      none.when('post.grant', { ...GRANT, ledgerId }, { facts: ledgerOf(owner) });
    grant(LEDGER_ID, practiceOf).then('POST.PRACTICE_LEDGER');
    grant(LEDGER_ID, testId(0x04)).then('POST.PRACTICE_LEDGER');
    grant(OTHER_LEDGER_ID, null).then(['post.granted']);
  });

  it('is revoked as any other', () => {
    const revoked = play(none).next.after('post.revoke', { reason: '练习结束' }, { facts: ledgerOf(practiceOf) });
    expect(revoked.state?.revoked).toBe(true);
    play(revoked).then(['post.granted-for-practice']);
  });
});
