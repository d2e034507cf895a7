import { LEDGER_ID, momentOn, NO_FACTS, PEOPLE, personWith, Story, testId, UNITS } from '../../testing';
import {
  type Actor,
  AGGREGATES,
  DEFAULT_POLICY,
  type Facts,
  type GrantableRole,
  type HeldPost,
  type PolicyContent,
} from '..';

const { policy: aggregate } = AGGREGATES;
const LEDGER: Pick<Facts, 'ledger'> = { ledger: { code: 'YG2025', closingPrefix: '云医改销', practiceOf: null } };
const none = new Story({
  aggregate,
  acts: aggregate.acts,
  facts: { ...NO_FACTS, ...LEDGER },
  actor: PEOPLE.systemAdministrator,
});
const { version: _version, ...CONTENT } = DEFAULT_POLICY;
const publish = (change: Partial<PolicyContent> = {}, ledgerId: string | null = null) => ({
  ledgerId,
  content: { ...CONTENT, ...change },
  holds: 'new' as const,
  reason: '年度调整',
});
const inForce = (story: typeof none) => story.state?.published.at(-1);

describe('the policy of an office', () => {
  const installed = none.after('policy.install', { policy: DEFAULT_POLICY }, { by: PEOPLE.engine });

  it('begins with what the program brings along, once', () => {
    expect(inForce(installed)).toEqual(DEFAULT_POLICY);
    const another = { policy: { ...DEFAULT_POLICY, version: 'default-2' } };
    installed.when('policy.install', another, { by: PEOPLE.engine }).then([]);
    const published = none.after('policy.publish', publish());
    published.when('policy.install', { policy: DEFAULT_POLICY }, { by: PEOPLE.engine }).then([]);
  });

  it('keeps every version whole, each with a name of its own that nobody chooses', () => {
    const twice = installed
      .after('policy.publish', publish({ clocks: { ...CONTENT.clocks, check: 5 } }))
      .after('policy.publish', publish());
    expect(twice.state?.published.map(({ version, clocks }) => [version, clocks.check])).toEqual([
      ['default-1', 10],
      ['office-2', 5],
      ['office-3', 10],
    ]);
  });

  it('says for which tasks it holds, and why it was changed', () => {
    installed
      .when('policy.publish', { ...publish(), holds: 'open' })
      .then([{ type: 'policy.published', data: { holds: 'open', reason: '年度调整' } }]);
    installed.when('policy.publish', { ...publish(), reason: '' }).thenInvalid('reason');
  });
});

describe('the policy of a ledger', () => {
  it('is of a ledger that exists, and has versions of its own', () => {
    const own = none.after('policy.publish', publish({ protectionLevel: null }, LEDGER_ID));
    expect(inForce(own)?.version).toBe(`${LEDGER_ID}-1`);
    none
      .when('policy.publish', publish({ protectionLevel: null }, LEDGER_ID), { facts: { ledger: null } })
      .then('LEDGER.UNKNOWN');
  });

  it('does not choose the protection level of the installation', () => {
    none.when('policy.publish', publish({}, LEDGER_ID)).then('POLICY.PROTECTION_LEVEL');
    none.when('policy.publish', publish({ protectionLevel: null })).then('POLICY.PROTECTION_LEVEL');
  });
});

describe('protection level three', () => {
  const post = (role: GrantableRole, practice = false): HeldPost => ({
    postId: testId(0x900),
    unitId: UNITS.office,
    role,
    ledgerId: null,
    inCharge: [],
    practice,
  });
  const raised = (administratorPosts: Facts['administratorPosts'], level: 2 | 3 = 3) =>
    none.when('policy.publish', publish({ protectionLevel: level }), { facts: { administratorPosts } });
  const apart = [[post('system-administrator')], [post('security-administrator')], [post('audit-administrator')]];

  it('is raised where the three administrators are three people without another post', () => {
    raised(apart).then([{ type: 'policy.published', data: { policy: { protectionLevel: 3 } } }]);
    raised([]).then(['policy.published']);
  });

  it('is refused over posts that it forbids, with how many people hold which', () => {
    const both = [post('system-administrator'), post('security-administrator')];
    const working = [post('audit-administrator'), post('supervision-clerk')];
    const refused = raised([both, both, working, [post('audit-administrator')]]);
    refused.then('POLICY.POSTS_IN_THE_WAY');
    const { result } = refused;
    const message = result.kind === 'rejected' ? result.rejection.message : '';
    expect(message).toContain('2 人兼任系统、安全、审计管理员中的两类以上');
    expect(message).toContain('1 人任管理员又兼任其他岗位');
    raised([working]).then('POLICY.POSTS_IN_THE_WAY');
    raised([[post('audit-administrator'), post('auditor')]]).then('POLICY.POSTS_IN_THE_WAY');
  });

  it('leaves practice aside, and one post held for two units', () => {
    raised([[post('system-administrator'), post('closer', true)]]).then(['policy.published']);
    raised([[post('system-administrator'), post('system-administrator')]]).then(['policy.published']);
  });

  describe('is left again', () => {
    const SECOND = personWith(0x71, '系统管理员乙', 'system-administrator', UNITS.office);
    const able = (...people: readonly Actor[]) =>
      people.map(({ accountId }) => ({ accountId, role: 'system-administrator' }) as const);
    const both = { administrators: able(PEOPLE.systemAdministrator, SECOND) };
    const three = none.after('policy.publish', publish({ protectionLevel: 3 }));
    const lower = (story: typeof none, by: Actor, facts: Partial<Facts> = both, content: Partial<PolicyContent> = {}) =>
      story.when('policy.publish', publish({ protectionLevel: 2, ...content }), { by, facts });
    const asked = lower(three, PEOPLE.systemAdministrator).next;

    it('by two administrators: one asks, which is on record, and another publishes the same level', () => {
      lower(three, PEOPLE.systemAdministrator).then([{ type: 'policy.lowering-asked', data: { reason: '年度调整' } }]);
      expect(inForce(asked)?.protectionLevel).toBe(3);
      lower(asked, PEOPLE.systemAdministrator).then('POLICY.LOWERING_ASKED');
      lower(asked, SECOND).then([
        { type: 'policy.published', data: { second: 'approved', policy: { protectionLevel: 2 } } },
      ]);
    });

    it('not on a request of long ago, nor on one from before another version', () => {
      lower(asked.on('2025-04-01'), SECOND).then(['policy.published']);
      lower(asked.on('2025-04-03'), SECOND).then(['policy.lowering-asked']);
      lower(asked.after('policy.publish', publish({ protectionLevel: 3 })), SECOND).then(['policy.lowering-asked']);
    });

    it('by one alone only who is the only one able, and not by their own doing', () => {
      const alone = { administrators: able(PEOPLE.systemAdministrator) };
      lower(three, PEOPLE.systemAdministrator, alone).then([{ type: 'policy.published', data: { second: 'unable' } }]);
      const { accountId: by } = PEOPLE.systemAdministrator;
      const takenOut = [{ accountId: SECOND.accountId, how: 'disabled', by, at: momentOn('2025-03-03') }] as const;
      lower(three, PEOPLE.systemAdministrator, { ...alone, takenOut }).then(['policy.lowering-asked']);
      const reset = [{ accountId: SECOND.accountId, how: 'reset', by, at: momentOn('2025-03-03') }] as const;
      lower(asked, SECOND, { ...both, takenOut: reset }).then('POLICY.RESET_BETWEEN');
      const other = [{ accountId: by, how: 'reset', by: SECOND.accountId, at: momentOn('2025-03-03') }] as const;
      lower(asked, SECOND, { ...both, takenOut: other }).then('POLICY.RESET_BETWEEN');
    });

    it('as raising it is not: that is one person’s, and so is any other change', () => {
      const two = none.after('policy.publish', publish());
      two.when('policy.publish', publish({ protectionLevel: 3 }), { facts: both }).then(['policy.published']);
      lower(two, PEOPLE.systemAdministrator).then(['policy.published']);
    });
  });
});

describe('a policy that contradicts itself is refused', () => {
  const [first, ...rest] = CONTENT.ladders.limits.rungs;
  const ladders = (rungs: typeof CONTENT.ladders.limits.rungs) => ({
    ladders: { ...CONTENT.ladders, limits: { rungs, notices: null } },
  });
  it.each<[string, Partial<PolicyContent>, string]>([
    ['a ladder with no rung', ladders([]), 'content.ladders.limits.rungs'],
    [
      'a rung that tells nobody',
      ladders(first ? [{ ...first, told: [] }, ...rest] : []),
      'content.ladders.limits.rungs.0.told',
    ],
    ['one rung twice', ladders(first ? [first, first] : []), 'content.ladders.limits.rungs.1'],
    ['an end that one person decides', { secondPerson: ['task.correct', 'task.void'] }, 'content.secondPerson'],
    ['an extension that one person decides', { secondPerson: ['task.void', 'task.terminate'] }, 'content.secondPerson'],
    [
      'a second person for an act that takes none',
      JSON.parse('{"secondPerson":["task.void","task.terminate","task.extend","task.close"]}'),
      'content.secondPerson.3',
    ],
    [
      'an act twice',
      { secondPerson: ['task.void', 'task.terminate', 'task.extend', 'task.void'] },
      'content.secondPerson',
    ],
    ['a kind of evidence twice', { evidence: ['验收报告', '验收报告'] }, 'content.evidence'],
    ['a criterion without words', { acceptance: [''] }, 'content.acceptance.0'],
    [
      'more criteria than a verifier confirms',
      { acceptance: Array.from({ length: 21 }, (_, at) => `标准${at}`) },
      'content.acceptance',
    ],
    ['a criterion twice', { acceptance: ['措施全部完成', '措施全部完成'] }, 'content.acceptance'],
    ['挂牌督办 after the first delay', { listing: { task: 2, unit: 1 } }, 'content.listing.unit'],
    ['a clock without a day', { clocks: { ...CONTENT.clocks, check: 0 } }, 'content.clocks.check'],
  ])('%s', (_, change, path) => {
    none.when('policy.publish', publish(change)).thenInvalid(path);
  });
});
