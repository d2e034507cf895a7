import {
  accountListSchema,
  policyListSchema,
  policyPreviewSchema,
  postGapsSchema,
  postListSchema,
  meSchema,
} from '#contracts';
import { DEFAULT_POLICY, type PolicyContent, type Role } from '#domain';
import { Office } from './support/office';
import { type Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;
const LEVEL_THREE: PolicyContent = { ...CONTENT, protectionLevel: 3 };

/** An office that grows from its first administrator to where a task can reach its end, and back. */
describe('the posts that an office is missing', () => {
  let running: RunningHouse;
  let office: Office;
  let administrator: Person;
  let supervision: string;
  let lead: string;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    ({ administrator } = office);
    supervision = await office.unit('云岭市医改办');
    lead = await office.unit('云岭市卫健局', supervision);
  });
  afterAll(() => running.close());

  const missing = async () => {
    administrator.seesUpTo((await running.foundation.store.head()) ?? '0');
    return administrator.reads('post-gaps', postGapsSchema);
  };
  const after = async (change: object) => {
    await missing();
    return administrator.posts('post-gaps/preview', change, postGapsSchema);
  };
  const lacks = ({ gaps }: Awaited<ReturnType<typeof missing>>) => gaps.map(({ lack }) => lack);
  const hire = (loginName: string, role: Role, unitId = supervision) => office.person(loginName, role, unitId);

  async function idOf(loginName: string): Promise<string> {
    const { accounts } = await administrator.reads('accounts', accountListSchema);
    return accounts.find((account) => account.loginName === loginName)?.accountId ?? '';
  }

  async function postOf(person: Person, role: Role): Promise<{ accountId: string; postId: string }> {
    const accountId = await idOf(person.loginName);
    const { posts } = await administrator.reads(`posts?accountId=${accountId}`, postListSchema);
    return { accountId, postId: posts.find((post) => post.role === role)?.postId ?? '' };
  }

  it('are all of them at first, with one person where a task takes five', async () => {
    expect(await missing()).toMatchObject({ people: 1, tasks: [] });
    expect(lacks(await missing())).toEqual(['clerk', 'verifier', 'closer', 'leader']);
  });

  it('are fewer with each post, and none once five people hold them', async () => {
    const clerk = await hire('clerk', 'supervision-clerk');
    await hire('verifier', 'verifier');
    expect(lacks(await missing())).toEqual(['closer', 'decider', 'leader']);
    const closer = await hire('closer', 'closer');
    await administrator.does(`accounts/${await idOf(closer.loginName)}/grant-post`, {
      unitId: supervision,
      role: 'leader',
    });
    const reporter = await hire('reporter', 'reporter', lead);
    expect(await missing()).toMatchObject({ people: 5, gaps: [], tasks: [] });
    const task = await RunningTask.assigned({ running, clerk, due: '2021-08-31', leadUnitIds: [lead] });
    await task.does(reporter, 'accept');
    expect(await missing()).toMatchObject({ gaps: [], tasks: [] });
  });

  it('are told before a revocation, a disabling and a grant that would leave an open task with nobody able', async () => {
    const [verifier, closer] = [await idOf('verifier'), await idOf('closer')];
    const disabled = await after({ act: 'account.disable', accountId: closer });
    expect(lacks(disabled)).toEqual(['closer', 'decider', 'leader']);
    expect(disabled.tasks).toMatchObject([{ lack: 'close', tasks: 1, examples: [{ number: 'YL2021-001' }] }]);
    const { posts } = await administrator.reads(`posts?accountId=${verifier}`, postListSchema);
    const revoked = await after({ act: 'account.revoke-post', accountId: verifier, postId: posts[0]?.postId });
    expect(revoked.tasks).toMatchObject([{ lack: 'verify', tasks: 1 }]);
    const granted = await after({ act: 'account.grant-post', accountId: verifier, unitId: lead, role: 'auditor' });
    expect(granted.gaps).toMatchObject([{ lack: 'verifier', unit: { unitId: lead, name: '云岭市卫健局' } }]);
    expect(granted.tasks).toMatchObject([{ lack: 'verify', tasks: 1 }]);
    // Nothing was done by asking.
    expect(await missing()).toMatchObject({ gaps: [], tasks: [] });
  });

  it('stay told after it was done all the same, and a change that takes nothing more away says nothing', async () => {
    const second = await hire('second', 'reporter', lead);
    await administrator.does(`accounts/${await idOf('verifier')}/disable`, {});
    expect((await missing()).tasks).toMatchObject([{ lack: 'verify', tasks: 1 }]);
    expect(await after({ act: 'account.revoke-post', ...(await postOf(second, 'reporter')) })).toMatchObject({
      gaps: [],
      tasks: [],
    });
  });

  it('are nobody’s to read who does not keep the posts', async () => {
    const reporter = await hire('outsider', 'reporter', lead);
    expect((await reporter.get('post-gaps')).status).toBe(403);
    expect(
      await reporter.tries('post-gaps/preview', { act: 'account.disable', accountId: await ownId(reporter) }),
    ).toBe('PERMISSION.DENIED');
  });

  it('are looked at before protection level three: it is refused over posts that it forbids, and nothing is half done', async () => {
    const raise = { content: LEVEL_THREE, holds: 'new', reason: '按等级保护三级定级' };
    const preview = () => administrator.posts('policies/preview', { content: LEVEL_THREE }, policyPreviewSchema);
    const [inTheWay, ...others] = (await preview()).inTheWay;
    expect([inTheWay?.name, inTheWay?.posts.map(({ role }) => role), others]).toEqual([
      '系统管理员',
      ['system-administrator', 'security-administrator'],
      [],
    ]);
    expect(await administrator.tries('policies', raise)).toBe('POLICY.POSTS_IN_THE_WAY');
    const { versions } = await administrator.reads('policies', policyListSchema);
    expect(versions.map(({ policy }) => policy.protectionLevel)).toEqual([2]);
    const security = await hire('security', 'security-administrator');
    await security.does(`accounts/${await ownId(administrator)}/revoke-post`, {
      postId: (await postOf(administrator, 'security-administrator')).postId,
      reason: '三员分设',
    });
    expect((await preview()).inTheWay).toEqual([]);
    expect((await administrator.does('policies', raise)).events).toEqual(['policy.published']);
    const grant = { unitId: supervision, role: 'supervision-clerk' };
    expect(await security.tries(`accounts/${await ownId(administrator)}/grant-post`, grant)).toBe(
      'POST.ADMINISTERS_AND_WORKS',
    );
  });

  it('shows a lower protection level that waits for another system administrator, until a version is published', async () => {
    const lower = { content: CONTENT, holds: 'new', reason: '定级调整' };
    const waiting = async () => (await administrator.reads('policies', policyListSchema)).lowering;
    expect(await waiting()).toBeNull();
    expect((await administrator.does('policies', lower)).events).toEqual(['policy.lowering-asked']);
    expect(await waiting()).toMatchObject({ askedBy: { name: '系统管理员' }, reason: '定级调整' });
    await administrator.does('policies', { ...lower, content: LEVEL_THREE, reason: '不降级' });
    expect(await waiting()).toBeNull();
  });

  async function ownId(person: Person): Promise<string> {
    return meSchema.parse((await person.get('me')).body).accountId;
  }
});
