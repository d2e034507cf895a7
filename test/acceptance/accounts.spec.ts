import {
  accountNewsSchema,
  accountProposalListSchema,
  accountWithPasswordSchema,
  eventListSchema,
  meSchema,
  postListSchema,
  resetPasswordAnswerSchema,
} from '#contracts';
import { type Role } from '#domain';
import { appointAdministrator } from '#runtime';
import { eventually } from '#testing';
import { Office } from './support/office';
import { Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

const RESET = { reason: '本人忘记口令，当面核实' };
/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';

describe('who disposes of accounts and posts', () => {
  let running: RunningHouse;
  let office: Office;
  let unitId: string;
  let security: Person;
  let auditor: Person;
  let closerId: string;
  let closer: Person;
  /** Appointed on the machine, once the other administrator is disabled. */
  let appointed: Person;

  beforeAll(async () => {
    running = await runHouse(START);
    office = await Office.open(running);
    unitId = await office.unit('云岭市政府督查室');
    // Only one administrator is able: what is granted now takes effect alone.
    ({ accountId: closerId, person: closer } = await hire('luoming', 'closer'));
    auditor = (await hire('heqing', 'auditor')).person;
    security = (await hire('fangyan', 'security-administrator')).person;
  });
  afterAll(() => running.close());

  async function hire(loginName: string, role: Role): Promise<{ accountId: string; person: Person }> {
    const names = { loginName, displayName: `${loginName} 同志` };
    const made = await office.administrator.posts('accounts', names, accountWithPasswordSchema);
    await office.administrator.does(`accounts/${made.accountId}/grant-post`, { unitId, role });
    const person = new Person(running.address, loginName, made.oneTimePassword ?? '');
    return { accountId: made.accountId, person: await person.signIn() };
  }

  const reset = (by: Person, accountId: string) =>
    by.posts(`accounts/${accountId}/reset-password`, RESET, resetPasswordAnswerSchema);
  const openProposal = async (by: Person): Promise<string> => {
    const { proposals } = await by.reads('account-proposals', accountProposalListSchema);
    return proposals.find(({ result }) => result === null)?.proposalId ?? '';
  };
  const seenByAuditor = async (position: string) => {
    auditor.seesUpTo(position);
    return (await auditor.reads('events?category=account&limit=50', eventListSchema)).entries;
  };

  it('marks for the auditor what the only administrator granted alone', async () => {
    const entries = await seenByAuditor((await office.administrator.does('units', { name: '云岭市审计局' })).position);
    const seconds = entries.map(({ data }) => [data['role'], data['second']]);
    expect(seconds).toEqual(
      expect.arrayContaining([
        ['closer', 'unable'],
        ['security-administrator', 'unable'],
        ['auditor', 'unneeded'],
      ]),
    );
  });

  it('(13) lets no security administrator grant itself anything', async () => {
    const { proposals } = await security.reads('account-proposals', accountProposalListSchema);
    expect(proposals).toEqual([]);
    const own = await ownId(security);
    for (const role of ['closer', 'auditor', 'system-administrator']) {
      expect(await security.tries(`accounts/${own}/grant-post`, { unitId, role })).toBe('ACCOUNT.OWN');
    }
  });

  it('(14) gives the password of a closer to no administrator alone, and the auditor reads of all of it', async () => {
    const { administrator } = office;
    const asked = await reset(administrator, closerId);
    expect(asked).toMatchObject({ waiting: true, oneTimePassword: null });
    // The closer's own password still holds.
    expect(await closer.get('me')).toMatchObject({ status: 200 });
    const proposalId = await openProposal(administrator);
    const decision = { proposalId, result: 'approved' };
    const decide = `accounts/${closerId}/decide-proposal`;
    const { proposals } = await security.reads('account-proposals', accountProposalListSchema);
    expect(proposals[0]).toMatchObject({ name: 'luoming 同志', act: 'account.reset-password' });
    expect(await administrator.tries(decide, decision)).toBe('ACCOUNT.OWN_PROPOSAL');
    expect(await administrator.tries(`accounts/${closerId}/reset-password`, RESET)).toBe('ACCOUNT.ALREADY_PROPOSED');
    await security.does(decide, decision);
    expect(await security.tries(decide, { proposalId, result: 'refused', reason: '改变主意' })).toBe(
      'ACCOUNT.PROPOSAL_DECIDED',
    );
    const made = await reset(administrator, closerId);
    expect(made).toMatchObject({ waiting: false });
    const types = (await seenByAuditor(made.position)).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['account.password-reset', 'account.decided', 'account.proposed']);
    closer = await new Person(running.address, 'luoming', made.oneTimePassword ?? '').signIn();
  });

  it('tells the person concerned, and shows the reset beside what is done with the account', async () => {
    const { entries } = await closer.reads('account-news', accountNewsSchema);
    expect(entries[0]).toMatchObject({ type: 'account.password-reset', actor: { name: '系统管理员' } });
    // A practice ledger is furnished at once, and whoever owns it sees its log as a clerk of it.
    const opened = await closer.does('ledgers/open-practice', {});
    const log = async () => {
      const { status, body } = await closer.get(`events?ledgerId=${opened.id}&limit=50`);
      return status === 200 ? eventListSchema.parse(body).entries : [];
    };
    await eventually(async () => {
      const own = (await log()).filter(({ actor }) => actor.accountId === closerId);
      expect(own.map(({ passwordResetAt }) => typeof passwordResetAt)).toContain('string');
    });
  });

  it('grants to one who closes only with two, and what is refused stays so', async () => {
    const made = await office.administrator.posts(
      'accounts',
      { loginName: 'zhoulan', displayName: '周澜' },
      accountWithPasswordSchema,
    );
    const grant = `accounts/${made.accountId}/grant-post`;
    const asked = await security.does(grant, { unitId, role: 'verifier', reason: '接任科长' });
    expect(asked.events).toEqual(['account.proposed']);
    const proposalId = await openProposal(security);
    const decide = `accounts/${made.accountId}/decide-proposal`;
    expect(await office.administrator.tries(decide, { proposalId, result: 'refused' })).toBe('ACCOUNT.REASON_NEEDED');
    await office.administrator.does(decide, { proposalId, result: 'refused', reason: '人选未定' });
    expect((await security.does(grant, { unitId, role: 'reporter' })).events).toEqual(['post.granted']);
    expect(await security.tries(grant, { unitId, role: 'closer' })).toBe('POST.DOES_AND_JUDGES');
  });

  it('tells whoever decides on a post who has had the password of the account, and why it is asked for', async () => {
    const names = { loginName: 'qiaobin', displayName: '乔斌' };
    const made = await office.administrator.posts('accounts', names, accountWithPasswordSchema);
    await security.does(`accounts/${made.accountId}/grant-post`, { unitId, role: 'verifier', reason: '接任科长' });
    const requested = async () => {
      const { proposals } = await security.reads('account-proposals', accountProposalListSchema);
      return proposals.find(({ accountId }) => accountId === made.accountId);
    };
    const given = { by: { name: '系统管理员' }, how: 'created', changedAt: null };
    expect(await requested()).toMatchObject({ grounds: '接任科长', password: given, waited: 0, late: false });
    await new Person(running.address, 'qiaobin', made.oneTimePassword ?? '').signIn();
    const unit = await office.administrator.does('units', { name: '云岭市档案馆' });
    security.seesUpTo(unit.position);
    expect((await requested())?.password?.changedAt).not.toBeNull();
    // Whoever made the account is the only other one who can decide: the record says that, too.
    const decision = { proposalId: (await requested())?.proposalId ?? '', result: 'approved' };
    const decided = await office.administrator.does(`accounts/${made.accountId}/decide-proposal`, decision);
    const own = (await seenByAuditor(decided.position)).filter(
      ({ concerns }) => concerns?.accountId === made.accountId,
    );
    expect(own.map(({ type }) => type)).toEqual([
      'post.granted',
      'account.decided',
      'account.password-changed',
      'account.proposed',
      'account.created',
    ]);
    expect(own[0]?.data).toMatchObject({ second: 'giver' });
    expect(own.at(-1)?.actor.name).toBe('系统管理员');
  });

  it('decides two grants at once one after the other: what does not go together is not granted side by side', async () => {
    const made = await office.administrator.posts(
      'accounts',
      { loginName: 'douxin', displayName: '窦昕' },
      accountWithPasswordSchema,
    );
    const grant = `accounts/${made.accountId}/grant-post`;
    const asked = await security.does(grant, { unitId, role: 'verifier' });
    const proposalId = await openProposal(security);
    const approve = { proposalId, result: 'approved' };
    const [approved, granted] = await Promise.all([
      office.administrator.does(`accounts/${made.accountId}/decide-proposal`, approve),
      security.tries(grant, { unitId, role: 'reporter' }),
    ]);
    expect(asked.events).toEqual(['account.proposed']);
    const outcomes = [approved.events.includes('post.granted'), granted === 'accepted'];
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  it('keeps the last administrator of a kind', async () => {
    expect(await office.administrator.tries(`accounts/${await ownId(office.administrator)}/disable`, {})).toBe(
      'ACCOUNT.OWN',
    );
    const firstId = await ownId(office.administrator);
    const { posts } = await postsOf(security, firstId);
    const system = posts.find(({ role }) => role === 'system-administrator')?.postId ?? '';
    const revoke = { postId: system, reason: '轮岗' };
    expect(await security.tries(`accounts/${firstId}/revoke-post`, revoke)).toBe('ACCOUNT.LAST_ADMINISTRATOR');
  });

  it('ends the sessions of a disabled account, which may sign in again once it is enabled', async () => {
    await office.administrator.does(`accounts/${closerId}/disable`, {});
    await expect(closer.get('me')).rejects.toThrow('sign-in');
    await office.administrator.does(`accounts/${closerId}/enable`, {});
    await closer.signIn();
    const unknown = '00000000-0000-4000-8000-0000000000ff';
    expect(await office.administrator.tries(`accounts/${unknown}/disable`, {})).toBe('IDENTITY.ACCOUNT_UNKNOWN');
    expect(await office.administrator.tries(`accounts/${unknown}/reset-password`, RESET)).toBe(
      'IDENTITY.ACCOUNT_UNKNOWN',
    );
  });

  it('(14) binds one of two who has disabled the other: what takes two waits until the machine’s owner appoints a third', async () => {
    const { administrator } = office;
    const { accountId: newcomer } = await hire('shenyun', 'reporter');
    const { accountId: thirdId, person: third } = await hire('weiran', 'supervision-clerk');
    await administrator.does(`accounts/${await ownId(security)}/disable`, {});
    const grant = `accounts/${newcomer}/grant-post`;
    const asked = await administrator.does(grant, { unitId, role: 'system-administrator' });
    expect(asked.events).toEqual(['account.proposed']);
    expect((await reset(administrator, closerId)).waiting).toBe(true);
    appointed = third;
    await appointAdministrator(running.house.bus, thirdId);
    const { proposals } = await administrator.reads('account-proposals', accountProposalListSchema);
    const [open] = proposals.filter(({ accountId, result }) => accountId === newcomer && result === null);
    const decision = { proposalId: open?.proposalId ?? '', result: 'approved' };
    const decided = await third.does(`accounts/${newcomer}/decide-proposal`, decision);
    expect(decided.events).toEqual(['account.decided', 'post.granted']);
  });

  it('shows for how many working days a request has waited, late by the rules’ clock, and approves none after thirty days', async () => {
    const { accountId } = await hire('lanyue', 'reporter');
    const { administrator } = office;
    await administrator.does(`accounts/${accountId}/grant-post`, { unitId, role: 'system-administrator' });
    const waits = async () => {
      const { proposals } = await administrator.reads('account-proposals', accountProposalListSchema);
      return proposals.find((each) => each.accountId === accountId && each.result === null);
    };
    const decision = { proposalId: (await waits())?.proposalId ?? '', result: 'approved' };
    const { clock } = running;
    const later = (days: number) => new Date(clock.now().getTime() + days * 24 * 3_600_000).toISOString();
    await running.passTo(later(7));
    expect(await waits()).toMatchObject({ waited: 5, late: false });
    await running.passTo(later(7));
    expect(await waits()).toMatchObject({ waited: 10, late: true });
    await running.passTo(later(17));
    const decide = `accounts/${accountId}/decide-proposal`;
    expect(await appointed.tries(decide, decision)).toBe('ACCOUNT.PROPOSAL_TOO_OLD');
    const refused = await appointed.does(decide, { ...decision, result: 'refused', reason: '超过三十日' });
    expect(refused.events).toEqual(['account.decided']);
  });

  async function ownId(person: Person): Promise<string> {
    const { body } = await person.get('me');
    return meSchema.parse(body).accountId;
  }

  const postsOf = (by: Person, accountId: string) => by.reads(`posts?accountId=${accountId}`, postListSchema);
});
