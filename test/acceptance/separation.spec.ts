import { accountListSchema } from '#contracts';
import { type Role } from '#domain';
import { eventually } from '#testing';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

const CONCLUSION = { conclusion: '佐证齐全，效果达标。' };
const SIGNED = { outcome: 'rectified', statement: '同意销号。' };

/** A small office in which people hold several posts: whoever had a hand in a task, or whose unit has, is no judge of it. */
describe('the separation of duties', () => {
  let running: RunningHouse;
  let office: Office;
  let task: RunningTask;
  let supervision: string;
  let lead: string;
  let support: string;
  let clerk: Person;
  let reporter: Person;
  let head: Person;
  let verifier: Person;
  let closer: Person;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    lead = await office.unit('云岭市卫健局');
    support = await office.unit('云岭市财政局');
    supervision = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', supervision);
    reporter = await office.person('reporter', 'reporter', lead);
    head = await office.person('head', 'unit-head', lead);
    verifier = await office.person('verifier', 'verifier', supervision);
    closer = await office.person('closer', 'closer', supervision);
    task = await RunningTask.assigned({
      running,
      clerk,
      due: '2021-08-31',
      leadUnitIds: [lead],
      supportUnitIds: [support],
    });
    await task.does(reporter, 'accept');
    await asksForClosure();
  });
  afterAll(() => running.close());

  async function asksForClosure(): Promise<void> {
    await task.does(reporter, 'report', { progress: '统计口径已统一。', percent: 100, done: [{ limitId: 'L1' }] });
    await task.does(head, 'request-closure', { selfCheck: '举措均已完成。', committed: true });
  }

  async function alsoGets({ loginName }: Person, role: Role, unitId: string): Promise<void> {
    const { accounts } = await office.administrator.reads('accounts', accountListSchema);
    const accountId = accounts.find((account) => account.loginName === loginName)?.accountId ?? '';
    await office.administrator.does(`accounts/${accountId}/grant-post`, { unitId, role });
  }

  /** Why an act is not open to a person, as the task's page says beforehand; null where it is. */
  const whyNot = async (person: Person, operation: string) => {
    const acts = (await task.seenBy(person)).acts.filter((act) => act.operation === operation);
    return acts.map(({ open, reason }) => (open ? null : reason));
  };

  it('(10) keeps whoever holds a post in a lead or supporting unit from the check, and says so beforehand', async () => {
    for (const [name, unitId] of [
      ['of-lead', lead],
      ['of-support', support],
    ] as const) {
      const own = await office.person(name, 'verifier', unitId);
      const posted = await office.person(`${name}-too`, 'verifier', supervision);
      await alsoGets(posted, 'auditor', unitId);
      for (const person of [own, posted]) {
        const reason = '您在本任务的牵头或配合单位任职，核验须由其他单位的人员进行。可由verifier 同志核验。';
        // What the page says follows a new post by a moment.
        await eventually(async () => expect(await whyNot(person, 'task.verify')).toEqual([reason]));
        expect(await whyNot(person, 'task.return')).toEqual([reason]);
        expect(await task.tries(person, 'verify', CONCLUSION)).toBe('TASK.OWN_UNIT_VERIFIES');
        expect(await task.tries(person, 'return', { missing: '缺验收表' })).toBe('TASK.OWN_UNIT_VERIFIES');
      }
    }
  });

  it('(11) keeps the clerk who assigned it from the check; another clerk of the office may check', async () => {
    await alsoGets(clerk, 'verifier', supervision);
    expect(await task.tries(clerk, 'verify', CONCLUSION)).toBe('TASK.ASSIGNER_VERIFIES');
    expect(await task.tries(clerk, 'return', { missing: '缺验收表' })).toBe('TASK.ASSIGNER_VERIFIES');
    expect(await whyNot(clerk, 'task.verify')).toEqual([
      '本任务由您交办或分解，核验须由其他人员进行。可由verifier 同志核验。',
    ]);
    const second = await office.person('second', 'supervision-clerk', supervision);
    await alsoGets(second, 'verifier', supervision);
    await eventually(async () => expect(await whyNot(second, 'task.verify')).toEqual([null]));
  });

  it('(12) lets the closer send a verified task back, which is no check, and close it later', async () => {
    expect(await task.tries(closer, 'return', { missing: '缺验收表' })).toBe('TASK.STEP_NOT_OPEN');
    await task.does(verifier, 'verify', CONCLUSION);
    expect(await whyNot(closer, 'task.return')).toEqual([null]);
    await task.does(closer, 'return', { missing: '缺验收表' });
    expect(await task.seenBy(clerk)).toMatchObject({ status: 'returned' });
    await asksForClosure();
    await task.does(verifier, 'verify', CONCLUSION);
    await alsoGets(verifier, 'closer', supervision);
    expect(await task.tries(verifier, 'close', SIGNED)).toBe('TASK.VERIFIER_CLOSES');
    const ofSupport = await office.person('closes-for-support', 'closer', support);
    expect(await task.tries(ofSupport, 'close', SIGNED)).toBe('TASK.OWN_UNIT_CLOSES');
    await task.does(closer, 'close', SIGNED);
    expect(await task.seenBy(clerk)).toMatchObject({ status: 'closed', closingNumber: '云医改销〔2021〕1号' });
  });
});
