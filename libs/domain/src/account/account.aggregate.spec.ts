import { LEDGER_ID, momentOn, NO_FACTS, OTHER_LEDGER_ID, PEOPLE, Story, STORY_ID, testId, UNITS } from '../../testing';
import {
  type Actor,
  AGGREGATES,
  type Facts,
  type GrantableRole,
  grantableRoleSchema,
  NEW_ACCOUNT,
  type TakenOut,
  takingsOf,
} from '..';

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
    none.when('account.revoke-post', revoke).then('ACCOUNT.UNKNOWN');
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

const ADMINISTRATORS = [
  { accountId: PEOPLE.systemAdministrator.accountId, role: 'system-administrator' },
  { accountId: PEOPLE.securityAdministrator.accountId, role: 'security-administrator' },
] as const;
const SYSTEM = PEOPLE.systemAdministrator;
const RESET = { reason: '本人忘记口令' };
const SECURITY = PEOPLE.securityAdministrator;
/** Two administrators can act, and only one of them. */
const two: Partial<Facts> = { administrators: ADMINISTRATORS };
const one: Partial<Facts> = { administrators: ADMINISTRATORS.slice(1) };
const grant = (role: GrantableRole, ledgerId: string | null = null) => ({ unitId: UNITS.health, role, ledgerId });
/** The account of a person is the story's when the person's account has its id. */
const self = (person: Actor): Actor => ({ ...person, accountId: STORY_ID });

describe('an account and its own holder', () => {
  it('(13) nobody grants a post to themselves: closer, auditor and system administrator least of all', () => {
    for (const role of ['closer', 'auditor', 'system-administrator', 'reporter'] as const) {
      none.when('account.grant-post', grant(role), { by: self(SECURITY) }).then('ACCOUNT.OWN');
    }
  });

  it('nobody resets, disables or puts in charge themselves, the last administrator neither', () => {
    none.when('account.reset-password', RESET, { by: self(SYSTEM) }).then('ACCOUNT.OWN');
    const last = { administrators: [{ accountId: STORY_ID, role: 'system-administrator' }] } as const;
    none.when('account.reset-password', RESET, { by: self(SYSTEM), facts: last }).then('ACCOUNT.OWN');
    none.when('account.disable', {}, { by: self(SYSTEM) }).then('ACCOUNT.OWN');
    const leading = none.after('account.grant-post', grant('leader'));
    const charge = { postId: leading.state?.posts[0]?.postId ?? '', inCharge: [UNITS.health] };
    leading.when('account.set-charge', charge, { by: self(SECURITY) }).then('ACCOUNT.OWN');
  });
});

describe('a second administrator', () => {
  const guarded = ['verifier', 'closer', 'system-administrator', 'security-administrator', 'audit-administrator'];

  it('decides who checks, closes and administers; other posts are granted at once', () => {
    for (const role of grantableRoleSchema.options) {
      const expected = guarded.includes(role) ? ['account.proposed'] : ['post.granted'];
      none.when('account.grant-post', grant(role), { facts: two }).then(expected);
    }
  });

  it('is not there while only one is able: the grant takes effect alone, and says so', () => {
    const alone = none.when('account.grant-post', grant('closer'), { facts: one });
    alone.then([{ type: 'post.granted', data: { second: 'unable' } }]);
    none
      .when('account.grant-post', grant('reporter'), { facts: one })
      .then([{ type: 'post.granted', data: { second: 'unneeded' } }]);
  });

  it('is none whom it concerns: with two able, one of them is given such a post by nobody', () => {
    const concerned = { administrators: [{ ...ADMINISTRATORS[0], accountId: STORY_ID }, ADMINISTRATORS[1]] };
    none.when('account.grant-post', grant('closer'), { facts: concerned }).then('ACCOUNT.NO_SECOND');
  });

  const asked = none.after('account.grant-post', grant('closer'), { facts: two });
  const proposalId = asked.state?.proposals[0]?.proposalId ?? '';
  const decide = (by: Actor, result: 'approved' | 'refused' = 'approved', reason = '') =>
    asked.when('account.decide-proposal', { proposalId, result, reason }, { by, facts: two });

  it('approves, and the post is granted with it', () => {
    const approved = decide(SYSTEM);
    approved.then([
      { type: 'account.decided', data: { result: 'approved' } },
      { type: 'post.granted', data: { role: 'closer', second: 'approved', accountId: STORY_ID } },
    ]);
    expect(approved.state?.proposals).toEqual([]);
  });

  it('refuses with a reason', () => {
    decide(SYSTEM, 'refused').then('ACCOUNT.REASON_NEEDED');
    const refused = decide(SYSTEM, 'refused', '人选未定');
    refused.then([{ type: 'account.decided', data: { result: 'refused', reason: '人选未定' } }]);
    expect(refused.state?.posts).toEqual([]);
  });

  it('approves nothing that was asked for more than thirty days ago, which is refused or asked for anew', () => {
    const at = (day: string, result: 'approved' | 'refused') =>
      asked
        .on(day)
        .when('account.decide-proposal', { proposalId, result, reason: '时过境迁' }, { by: SYSTEM, facts: two });
    // Asked on 2025-03-03.
    expect(at('2025-04-01', 'approved').events.map(({ type }) => type)).toEqual(['account.decided', 'post.granted']);
    at('2025-04-03', 'approved').then('ACCOUNT.PROPOSAL_TOO_OLD');
    at('2025-04-03', 'refused').then(['account.decided']);
    asked.on('2025-04-01').when('account.grant-post', grant('closer'), { facts: two }).then('ACCOUNT.ALREADY_PROPOSED');
    const anew = asked.on('2025-04-03').when('account.grant-post', grant('closer'), { facts: two });
    anew.then([{ type: 'account.decided', data: { proposalId, result: 'overtaken' } }, 'account.proposed']);
    expect(anew.state?.proposals).toHaveLength(1);
  });

  it('is neither who asked nor who is concerned', () => {
    decide(SECURITY).then('ACCOUNT.OWN_PROPOSAL');
    decide(self(SYSTEM)).then('ACCOUNT.CONCERNED');
  });

  it('decides once; what waits is not asked for again', () => {
    decide(SYSTEM)
      .next.when('account.decide-proposal', { proposalId, result: 'refused', reason: '改变主意' }, { by: SYSTEM })
      .then('ACCOUNT.PROPOSAL_DECIDED');
    asked.when('account.grant-post', grant('closer'), { facts: two }).then('ACCOUNT.ALREADY_PROPOSED');
  });

  it('is not needed once who asked has taken it back, which nobody else does', () => {
    asked.when('account.recall-proposal', { proposalId }, { by: SYSTEM }).then('ACCOUNT.NOT_OWN_PROPOSAL');
    const back = asked.after('account.recall-proposal', { proposalId });
    back
      .when('account.decide-proposal', { proposalId, result: 'approved' }, { by: SYSTEM })
      .then('ACCOUNT.PROPOSAL_DECIDED');
  });

  it('finds it overtaken where it does not fit any more: the protection level was raised meanwhile', () => {
    const clerk = none
      .after('account.grant-post', grant('supervision-clerk'))
      .after('account.grant-post', grant('system-administrator'), { facts: two });
    const decision = { proposalId: clerk.state?.proposals[0]?.proposalId ?? '', result: 'approved' } as const;
    const raised = { by: SYSTEM, facts: two, policy: { protectionLevel: 3 } } as const;
    clerk
      .when('account.decide-proposal', decision, raised)
      .then([{ type: 'account.decided', data: { result: 'overtaken' } }]);
  });
});

describe('an account whose password somebody has had', () => {
  const third = { accountId: testId(0x3003), role: 'system-administrator' } as const;
  const three = { administrators: [...ADMINISTRATORS, third] };
  const made = none.after('account.create', {}, { by: SYSTEM });
  const asked = (story: typeof none) => story.after('account.grant-post', grant('closer'), { facts: two });
  const approve = (story: typeof none, facts: Partial<Facts>, by = SYSTEM) => {
    const proposalId = story.state?.proposals[0]?.proposalId ?? '';
    return story.when('account.decide-proposal', { proposalId, result: 'approved' }, { by, facts });
  };
  const changed = (story: typeof none) => story.after('account.note-password', {}, { by: PEOPLE.engine });

  it('has its maker on record, once', () => {
    none.when('account.create', {}, { by: SYSTEM }).then([{ type: 'account.created', data: {} }]);
    made.when('account.create', {}, { by: SYSTEM }).then([]);
    expect(made.state).toMatchObject({ given: { by: SYSTEM.accountId }, ownPassword: false });
  });

  it('is given a guarded post by another one than its maker', () => {
    approve(asked(made), three).then('ACCOUNT.GAVE_PASSWORD');
    approve(asked(made), three, { ...SYSTEM, accountId: third.accountId }).then([
      { type: 'account.decided', data: { result: 'approved' } },
      { type: 'post.granted', data: { second: 'approved' } },
    ]);
  });

  it('is given it by its maker where nobody else can decide, and the record says so', () => {
    approve(asked(made), two).then([
      { type: 'account.decided', data: { result: 'approved' } },
      { type: 'post.granted', data: { second: 'giver' } },
    ]);
  });

  it('may be refused by anybody', () => {
    const story = asked(made);
    const proposalId = story.state?.proposals[0]?.proposalId ?? '';
    const refusal = { proposalId, result: 'refused', reason: '人选未定' } as const;
    story.when('account.decide-proposal', refusal, { by: SYSTEM, facts: three }).then(['account.decided']);
  });

  it('is bound to who reset it last, no more to its maker', () => {
    const reset = made.after('account.reset-password', RESET, { by: { ...SYSTEM, accountId: third.accountId } });
    approve(asked(reset), three).then([
      { type: 'account.decided', data: { result: 'approved' } },
      { type: 'post.granted', data: { second: 'approved' } },
    ]);
    approve(asked(reset), three, { ...SYSTEM, accountId: third.accountId }).then('ACCOUNT.GAVE_PASSWORD');
  });

  it('is free of them when it was changed and thirty days have passed; unused, never', () => {
    const later = (story: typeof none, day: string) => approve(asked(story.on(day)), three);
    later(changed(made), '2025-04-01').then('ACCOUNT.GAVE_PASSWORD');
    later(changed(made), '2025-04-03').then(['account.decided', 'post.granted']);
    later(made, '2025-04-03').then('ACCOUNT.GAVE_PASSWORD');
  });

  it('says why a reset or a post was asked for', () => {
    const reason = '接任科长';
    none
      .when('account.grant-post', { ...grant('closer'), reason }, { facts: two })
      .then([{ type: 'account.proposed', data: { reason } }]);
    none.when('account.reset-password', { reason: ' ' }, { by: SYSTEM }).thenInvalid('reason');
    none.when('account.reset-password', RESET, { by: SYSTEM }).then([{ type: 'account.password-reset', data: RESET }]);
  });
});

describe('a reset of a password', () => {
  const closer = none.after('account.grant-post', grant('closer'), { facts: one });
  const reset = (story: typeof none, facts = two) => story.when('account.reset-password', RESET, { by: SYSTEM, facts });

  it('is made at once for who neither checks nor closes nor administers', () => {
    reset(none).then([{ type: 'account.password-reset', data: { second: 'unneeded', at: 'program' } }]);
    reset(granted).then([{ type: 'account.password-reset', data: { second: 'unneeded' } }]);
  });

  it('(14) of a closer is only asked for, and made once another administrator has approved', () => {
    reset(closer).then(['account.proposed']);
    const asked = reset(closer).next;
    reset(asked).then('ACCOUNT.ALREADY_PROPOSED');
    const proposalId = asked.state?.proposals[0]?.proposalId ?? '';
    asked
      .when('account.decide-proposal', { proposalId, result: 'approved' }, { by: SYSTEM })
      .then('ACCOUNT.OWN_PROPOSAL');
    const approved = asked.when('account.decide-proposal', { proposalId, result: 'approved' }, { by: SECURITY });
    approved.then(['account.decided']);
    const made = reset(approved.next);
    made.then([{ type: 'account.password-reset', data: { second: 'approved' } }]);
    // Approved once, made once.
    reset(made.next).then(['account.proposed']);
  });

  it('is not made on an approval of long ago', () => {
    const asked = reset(closer).next;
    const proposalId = asked.state?.proposals[0]?.proposalId ?? '';
    const approved = asked.after('account.decide-proposal', { proposalId, result: 'approved' }, { by: SECURITY });
    reset(approved.on('2025-03-05')).then(['account.password-reset']);
    reset(approved.on('2025-03-07')).then(['account.proposed']);
  });

  it('(14) of who was a closer until lately is asked for too: whoever had the password would have the post when it comes back', () => {
    const revoke = { postId: closer.state?.posts[0]?.postId ?? '', reason: '调离' };
    const former = closer.after('account.revoke-post', revoke);
    reset(former).then(['account.proposed']);
    reset(former.on('2025-04-01')).then(['account.proposed']);
    reset(former.on('2025-04-03')).then([{ type: 'account.password-reset', data: { second: 'unneeded' } }]);
  });

  it('of who is to become a closer is asked for too, as long as that waits', () => {
    const wanted = none.after('account.grant-post', grant('closer'), { facts: two });
    reset(wanted).then(['account.proposed']);
    const proposalId = wanted.state?.proposals[0]?.proposalId ?? '';
    reset(wanted.after('account.recall-proposal', { proposalId })).then(['account.password-reset']);
  });

  it('is made alone while nobody else is able, and says so', () => {
    reset(closer, { administrators: ADMINISTRATORS.slice(0, 1) }).then([
      { type: 'account.password-reset', data: { second: 'unable' } },
    ]);
  });

  it('(14) is not made of a disabled account: one of two administrators cannot become the only one and take the other over', () => {
    const disabled = closer.after('account.disable', {}, { by: SYSTEM });
    reset(disabled, { administrators: ADMINISTRATORS.slice(0, 1) }).then('ACCOUNT.DISABLED');
    reset(disabled.after('account.enable', {}, { by: SYSTEM })).then(['account.proposed']);
  });

  it('with exactly two able, is made of neither by the other: one would hold both passwords', () => {
    const concerned = { administrators: [ADMINISTRATORS[0], { ...ADMINISTRATORS[1], accountId: STORY_ID }] };
    const second = none.after('account.grant-post', grant('security-administrator'), { facts: one });
    reset(second, concerned).then('ACCOUNT.NO_SECOND');
    const third = { accountId: testId(0x3003), role: 'system-administrator' } as const;
    reset(second, { administrators: [...concerned.administrators, third] }).then(['account.proposed']);
  });

  it('at the machine is on record too', () => {
    closer
      .when('account.note-reset', {}, { by: PEOPLE.engine })
      .then([{ type: 'account.password-reset', data: { at: 'machine' } }]);
  });
});

/** As if nobody else were able, one administrator having taken the other out. */
const alone = (how: TakenOut['how'], by: Actor, day = '2025-03-03', accountId = SYSTEM.accountId): Partial<Facts> => ({
  administrators: ADMINISTRATORS.slice(1),
  takenOut: [{ accountId, how, by: by.accountId, at: momentOn(day) }],
});

describe('an administrator who took the other one out', () => {
  it.each(['disabled', 'revoked', 'reset'] as const)(
    '(14) is not the only one by it (%s): what they ask for waits for a second one',
    (how) => {
      none.when('account.grant-post', grant('closer'), { facts: alone(how, SECURITY) }).then(['account.proposed']);
      const closer = none.after('account.grant-post', grant('closer'), { facts: one });
      const both = { by: SECURITY, facts: alone(how, SECURITY) };
      closer
        .when('account.reset-password', RESET, { ...both, by: { ...SYSTEM, accountId: SECURITY.accountId } })
        .then(['account.proposed']);
    },
  );

  it('is so again after thirty days, as is who took nobody out', () => {
    const onDay = (today: string, facts: Partial<Facts>) =>
      none.when('account.grant-post', grant('closer'), { today, facts });
    onDay('2025-04-02', alone('disabled', SECURITY)).then(['account.proposed']);
    onDay('2025-04-03', alone('disabled', SECURITY)).then([{ type: 'post.granted', data: { second: 'unable' } }]);
    onDay('2025-03-04', alone('disabled', PEOPLE.engine)).then([{ type: 'post.granted', data: { second: 'unable' } }]);
  });

  it('grants the very post back to whom they took out through nobody but a third one', () => {
    none
      .when('account.grant-post', grant('closer'), { facts: alone('revoked', SECURITY, '2025-03-03', STORY_ID) })
      .then('ACCOUNT.NO_SECOND');
  });

  it('has nothing of theirs decided by whose password they reset, nor by who reset theirs: one could be both', () => {
    const asked = none.after('account.grant-post', grant('closer'), { facts: two });
    const decision = { proposalId: asked.state?.proposals[0]?.proposalId ?? '', result: 'approved' } as const;
    const decide = (facts: Partial<Facts>, today = '2025-03-04') =>
      asked.when('account.decide-proposal', decision, { by: SYSTEM, today, facts: { ...two, ...facts } });
    const { takenOut } = alone('reset', SECURITY);
    decide({ takenOut }).then('ACCOUNT.RESET_BETWEEN');
    decide({ takenOut: alone('reset', SYSTEM, '2025-03-03', SECURITY.accountId).takenOut }).then(
      'ACCOUNT.RESET_BETWEEN',
    );
    decide({ takenOut: alone('reset', SECURITY, '2025-02-20').takenOut }, '2025-04-01').then([
      'account.decided',
      'post.granted',
    ]);
    decide({ takenOut: alone('reset', PEOPLE.engine).takenOut }).then(['account.decided', 'post.granted']);
    decide({ takenOut: alone('disabled', SECURITY).takenOut }).then(['account.decided', 'post.granted']);
  });

  it('is told by what the account of the other one has been through', () => {
    const held = none.after('account.grant-post', grant('security-administrator'), { facts: one });
    const others = { facts: { administrators: ADMINISTRATORS, departing: true } };
    const revoked = held.after(
      'account.revoke-post',
      { postId: held.state?.posts[0]?.postId ?? '', reason: '轮岗' },
      others,
    );
    const disabled = revoked.after('account.disable', {}, { by: SYSTEM });
    const taken = (story: typeof none) =>
      takingsOf(STORY_ID, story.state ?? NEW_ACCOUNT).map(({ how, by }) => [how, by]);
    expect(taken(held)).toEqual([]);
    expect(taken(disabled)).toEqual([
      ['revoked', SECURITY.accountId],
      ['disabled', SYSTEM.accountId],
    ]);
    expect(taken(none.after('account.disable', {}, { by: SYSTEM }))).toEqual([]);
  });
});

describe('a request that nothing is left of', () => {
  const asked = none.after('account.grant-post', grant('closer'), { facts: two });
  const proposalId = asked.state?.proposals[0]?.proposalId ?? '';
  const overtaken = (reason: string) => ({
    type: 'account.decided',
    data: { proposalId, result: 'overtaken', reason },
  });

  it('ends as overtaken with the disabling of the account, with why', () => {
    const disabled = asked.when('account.disable', {}, { by: SYSTEM, facts: two });
    disabled.then([{ type: 'account.disabled', data: {} }, overtaken('账号已停用')]);
    disabled.next
      .when('account.decide-proposal', { proposalId, result: 'approved' }, { by: SYSTEM, facts: two })
      .then('ACCOUNT.PROPOSAL_DECIDED');
  });

  it('ends with another grant: of the same post, or of one that does not go with it', () => {
    asked.when('account.grant-post', grant('reporter'), { facts: two }).then(['post.granted', 'account.decided']);
    asked
      .when('account.grant-post', grant('closer'), { by: PEOPLE.engine, facts: two })
      .then([{ type: 'post.granted', data: {} }, overtaken('该人员已有此岗位，无需重复授予。')]);
    asked.when('account.grant-post', grant('supervision-clerk'), { facts: two }).then(['post.granted']);
  });

  it('ends with the approval of one that does not go with it', () => {
    const both = none
      .after('account.grant-post', grant('system-administrator'), { facts: two })
      .after('account.grant-post', grant('audit-administrator'), { facts: two });
    const [first, second] = both.state?.proposals ?? [];
    const approved = both.when(
      'account.decide-proposal',
      { proposalId: first?.proposalId ?? '', result: 'approved' },
      { by: SYSTEM, facts: two },
    );
    approved.then([
      { type: 'account.decided', data: { proposalId: first?.proposalId, result: 'approved' } },
      { type: 'post.granted', data: { role: 'system-administrator' } },
      { type: 'account.decided', data: { proposalId: second?.proposalId, result: 'overtaken' } },
    ]);
  });

  it('ends with a reset at the machine, where it asked for one', () => {
    const closer = none.after('account.grant-post', grant('closer'), { facts: one });
    const waiting = closer.after('account.reset-password', RESET, { by: SYSTEM, facts: two });
    waiting.when('account.note-reset', {}, { by: PEOPLE.engine }).then([
      { type: 'account.password-reset', data: {} },
      { type: 'account.decided', data: { result: 'overtaken' } },
    ]);
  });
});

describe('posts of one account that do not go together', () => {
  const holding = (role: GrantableRole, ledgerId: string | null = null) =>
    none.after('account.grant-post', grant(role, ledgerId), { facts: one });
  const refusal = (held: GrantableRole, wanted: GrantableRole, level: 2 | 3 = 2) => {
    const { result } = holding(held).when('account.grant-post', grant(wanted), {
      facts: one,
      policy: { protectionLevel: level },
    });
    return result.kind === 'rejected' ? result.rejection.code : null;
  };
  const both = (some: readonly GrantableRole[], others: readonly GrantableRole[], level: 2 | 3) =>
    some.flatMap((held) => others.flatMap((wanted) => [refusal(held, wanted, level), refusal(wanted, held, level)]));

  it('are those that do the work and those that judge it', () => {
    const codes = new Set(both(['reporter', 'unit-head'], ['verifier', 'closer'], 2));
    expect([...codes]).toEqual(['POST.DOES_AND_JUDGES']);
  });

  it('are so in one ledger only: posts without one are in all', () => {
    const inLedger = (held: string | null, wanted: string | null) =>
      holding('reporter', held).when('account.grant-post', grant('verifier', wanted), {
        facts: { ...one, ...ledgerOf(null) },
      });
    inLedger(LEDGER_ID, OTHER_LEDGER_ID).then(['post.granted']);
    inLedger(LEDGER_ID, LEDGER_ID).then('POST.DOES_AND_JUDGES');
    inLedger(LEDGER_ID, null).then('POST.DOES_AND_JUDGES');
    inLedger(null, LEDGER_ID).then('POST.DOES_AND_JUDGES');
  });

  it('leave practice aside', () => {
    const played = none.after(
      'account.grant-practice-post',
      { ...GRANT, ledgerId: LEDGER_ID },
      { by: PEOPLE.engine, facts: ledgerOf(STORY_ID) },
    );
    played.when('account.grant-post', grant('verifier'), { facts: one }).then(['post.granted']);
  });

  it('leave a small office able to work at level two: five people hold what a task needs', () => {
    for (const [held, wanted] of [
      ['system-administrator', 'security-administrator'],
      ['audit-administrator', 'auditor'],
      ['supervision-clerk', 'system-administrator'],
      ['reporter', 'unit-head'],
      ['closer', 'leader'],
    ] as const) {
      expect(refusal(held, wanted)).toBeNull();
    }
    const codes = new Set(
      both(['system-administrator', 'security-administrator'], ['audit-administrator', 'auditor'], 2),
    );
    expect([...codes]).toEqual(['POST.RUNS_AND_AUDITS']);
  });

  it('are at level three all of the three administrators, and any of them with a post in a ledger', () => {
    expect(refusal('system-administrator', 'security-administrator', 3)).toBe('POST.TWO_ADMINISTRATORS');
    const codes = new Set(both(['system-administrator'], ['supervision-clerk', 'leader', 'closer'], 3));
    expect([...codes]).toEqual(['POST.ADMINISTERS_AND_WORKS']);
    expect(refusal('audit-administrator', 'auditor', 3)).toBe('POST.ADMINISTERS_AND_WORKS');
    expect(refusal('verifier', 'supervision-clerk', 3)).toBeNull();
  });
});

describe('the last administrator of a kind', () => {
  const administrator = none.after('account.grant-post', grant('security-administrator'), { facts: one });
  const revoke = { postId: administrator.state?.posts[0]?.postId ?? '', reason: '轮岗' };
  const own = { accountId: STORY_ID, role: 'security-administrator' } as const;

  it('is neither revoked nor disabled; one of two is', () => {
    for (const [administrators, expected] of [
      [[own], 'ACCOUNT.LAST_ADMINISTRATOR'],
      [[own, ADMINISTRATORS[0]], 'ACCOUNT.LAST_ADMINISTRATOR'],
    ] as const) {
      administrator.when('account.revoke-post', revoke, { facts: { administrators } }).then(expected);
      administrator.when('account.disable', {}, { by: SYSTEM, facts: { administrators } }).then(expected);
    }
    const facts = { administrators: [own, ADMINISTRATORS[1]], departing: true };
    administrator.when('account.revoke-post', revoke, { facts }).then(['post.revoked']);
    administrator.when('account.disable', {}, { by: SYSTEM, facts }).then(['account.disabled']);
  });

  it('goes only when the departure was begun, able to sign in or not: it may be by the time it is recorded', () => {
    for (const administrators of [[own, ADMINISTRATORS[1]], ADMINISTRATORS.slice(1)]) {
      const facts = { administrators };
      administrator.when('account.revoke-post', revoke, { facts }).then('ACCOUNT.DEPARTURE_NOT_BEGUN');
      administrator.when('account.disable', {}, { by: SYSTEM, facts }).then('ACCOUNT.DEPARTURE_NOT_BEGUN');
    }
  });
});

describe('an account that is disabled', () => {
  it('is enabled again; both only once', () => {
    const disabled = granted.after('account.disable', {}, { by: SYSTEM });
    disabled.when('account.disable', {}, { by: SYSTEM }).then([]);
    const enabled = disabled.after('account.enable', {}, { by: SYSTEM });
    expect(enabled.state?.disabled).toBe(false);
    enabled.when('account.enable', {}, { by: SYSTEM }).then([]);
  });
});

describe('the units that a leader is in charge of', () => {
  const leading = none.after('account.grant-post', { ...grant('leader'), inCharge: [UNITS.health] });
  const postId = leading.state?.posts[0]?.postId ?? '';

  it('stand with the post, and are changed by an act of their own', () => {
    expect(leading.state?.posts).toMatchObject([{ inCharge: [UNITS.health] }]);
    const all = leading.when('account.set-charge', { postId, inCharge: [] });
    all.then([{ type: 'post.charge-set', data: { postId, inCharge: [] } }]);
    leading.when('account.set-charge', { postId, inCharge: [UNITS.health] }).then([]);
  });

  it('are registered units, each once, and of leaders only', () => {
    leading.when('account.set-charge', { postId, inCharge: [UNITS.unregistered] }).then('UNIT.UNKNOWN');
    leading.when('account.set-charge', { postId, inCharge: [UNITS.health, UNITS.health] }).thenInvalid('inCharge');
    none.when('account.grant-post', { ...grant('reporter'), inCharge: [UNITS.health] }).then('POST.NO_LEADER');
    const reporter = { postId: granted.state?.posts[0]?.postId ?? '', inCharge: [UNITS.health] };
    granted.when('account.set-charge', reporter).then('POST.NO_LEADER');
  });
});
