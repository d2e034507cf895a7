import { accountListSchema, type StoredEvidence, storedEvidenceSchema, unitStaffingSchema } from '#contracts';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const DUE = '2021-08-31';

/** A bureau in which nobody has an account answers by telephone and on paper; a clerk of the office records what it says. */
describe('a unit without an account', () => {
  let running: RunningHouse;
  let office: Office;
  let clerk: Person;
  let second: Person;
  let verifier: Person;
  let closer: Person;
  /** Somebody who is clerk, verifier and closer at once. */
  let everything: Person;
  let task: RunningTask;
  let unitId: string;
  let other: string;
  let supervision: string;
  let sheet: StoredEvidence;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    unitId = await office.unit('云岭市统计局');
    other = await office.unit('云岭市财政局');
    supervision = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', supervision);
    second = await office.person('second', 'supervision-clerk', supervision);
    verifier = await office.person('verifier', 'verifier', supervision);
    closer = await office.person('closer', 'closer', supervision);
    everything = await office.person('everything', 'supervision-clerk', supervision);
    await office.person('reporter', 'reporter', other);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    sheet = await clerk.posts(`evidence?fileName=${encodeURIComponent('退回单.pdf')}`, PDF, storedEvidenceSchema);
  });
  afterAll(() => running.close());

  const word = (change: object = {}) => ({
    onBehalf: { unitId, saidBy: '赵科长', how: 'phone', saidOn: '2021-08-02', ...change },
  });
  const staffing = async (ledgerId: string) => {
    const { units } = await clerk.reads(`unit-staffing?ledgerId=${ledgerId}`, unitStaffingSchema);
    return (of: string) => units.find((each) => each.unitId === of)?.staffing ?? 'nobody';
  };

  async function accountIdOf({ loginName }: Person): Promise<string> {
    const { accounts } = await office.administrator.reads('accounts', accountListSchema);
    return accounts.find((account) => account.loginName === loginName)?.accountId ?? '';
  }

  it('(16) is told from one in which somebody can act, before it is given a task: by posts and by accounts that are open', async () => {
    const before = await staffing(task.ledgerId);
    // A reporter alone cannot ask for closure.
    expect([before(unitId), before(other)]).toEqual(['nobody', 'no-head']);
    const head = await office.person('head', 'unit-head', other);
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    expect((await staffing(task.ledgerId))(other)).toBe('able');
    await office.administrator.send(`accounts/${await accountIdOf(head)}/disable`, {});
    expect((await staffing(task.ledgerId))(other)).toBe('no-head');
  });

  it('declines through the office, which gives it the task again', async () => {
    await task.does(clerk, 'decline-on-behalf', { reason: '需由局办公室转办', ...word() });
    expect((await task.seenBy(clerk)).status).toBe('declined');
    await task.does(clerk, 'assign', {});
    expect((await task.seenBy(clerk)).status).toBe('assigned');
  });

  it('(15) accepts through the office, and only what is its own: the clerk’s own acceptance is refused as before', async () => {
    expect(await task.tries(clerk, 'accept')).toBe('PERMISSION.DENIED');
    expect(await task.tries(clerk, 'accept-on-behalf', word({ unitId: other }))).toBe('TASK.UNIT_NOT_RESPONSIBLE');
    expect(await task.tries(clerk, 'accept-on-behalf', word({ saidOn: '2021-08-03' }))).toBe('TASK.DAY_IN_FUTURE');
    expect(await task.tries(verifier, 'accept-on-behalf', word())).toBe('PERMISSION.DENIED');
    await task.does(clerk, 'accept-on-behalf', word({ how: 'paper', sheet: [sheet] }));
    expect(await task.seenBy(clerk)).toMatchObject({
      status: 'underway',
      withdrawable: { step: 'task.accept-on-behalf' },
    });
    const accepted = (await task.events(clerk)).at(-1);
    expect(accepted).toMatchObject({
      type: 'lane.accepted',
      data: { lane: unitId, onBehalf: { saidBy: '赵科长', how: 'paper', sheet: [{ fileName: '退回单.pdf' }] } },
    });
  });

  it('asks for more time through the office; another person than the clerk who recorded it decides', async () => {
    await running.passTo('2021-08-30T01:00:00.000Z');
    const wanted = { limitId: 'L1', due: '2021-09-30', reason: '等待省级平台上线' };
    await task.does(clerk, 'extend-on-behalf', { ...wanted, ...word({ saidOn: '2021-08-30' }) });
    const [proposal] = (await task.seenBy(clerk)).proposals;
    expect(proposal).toMatchObject({
      act: 'task.extend',
      by: { unit: { unitId } },
      onBehalf: { saidBy: '赵科长' },
      own: true,
    });
    expect(await task.tries(clerk, 'decide-proposal', { result: 'approved' })).toBe('TASK.OWN_PROPOSAL');
    await task.does(second, 'decide-proposal', { result: 'approved' });
    const [limit] = (await task.seenBy(clerk)).limits;
    expect(limit).toMatchObject({ due: '2021-09-30' });
    expect(limit?.chain.at(-1)).toMatchObject({
      kind: 'extension',
      people: { askedBy: 'clerk 同志', approvedBy: 'second 同志', askedFor: { unitId } },
    });
  });

  it('(15) reports and asks for closure through the office, with the day on which it did so', async () => {
    await running.passTo('2021-09-15T01:00:00.000Z');
    const said = word({ saidOn: '2021-09-14' });
    await task.does(everything, 'report-on-behalf', {
      progress: '统计口径已统一。',
      percent: 100,
      done: [{ limitId: 'L1' }],
      occurredOn: '2021-09-14',
      ...said,
    });
    // A slip is taken back as the unit's own would be.
    await task.does(everything, 'withdraw');
    expect((await task.seenBy(clerk)).percent).toBeNull();
    await task.does(clerk, 'report-on-behalf', {
      progress: '统计口径已统一。',
      percent: 100,
      done: [{ limitId: 'L1' }],
      occurredOn: '2021-09-14',
      ...said,
    });
    await task.does(clerk, 'request-closure-on-behalf', {
      selfCheck: '举措均已完成。',
      committed: true,
      ...word({ saidBy: '钱局长', how: 'paper', saidOn: '2021-09-15', sheet: [sheet] }),
    });
    const { status, limits } = await task.seenBy(clerk);
    expect(status).toBe('closure-requested');
    expect(limits[0]?.completions).toMatchObject([{ on: '2021-09-14', recordedOn: '2021-09-15' }]);
  });

  it('has its task checked and closed by people who recorded nothing of it', async () => {
    const accountId = await accountIdOf(everything);
    for (const role of ['verifier', 'closer']) {
      await office.administrator.does(`accounts/${accountId}/grant-post`, { unitId: supervision, role });
    }
    // What was recorded and taken back keeps from the check all the same.
    expect(await task.tries(everything, 'verify', { conclusion: '属实' })).toBe('TASK.REPORTER_VERIFIES');
    await task.does(verifier, 'verify', { conclusion: '佐证齐全，效果达标。' });
    const passed = (await task.events(clerk)).at(-1);
    expect(passed).toMatchObject({ type: 'check.passed', data: { saw: { evidence: [sheet.hash] } } });
    expect(await task.tries(everything, 'close', { outcome: 'rectified', statement: '同意' })).toBe(
      'TASK.VERIFIER_CLOSES',
    );
    await task.does(closer, 'close', { outcome: 'rectified', statement: '同意销号。' });
    expect(await task.seenBy(clerk)).toMatchObject({ status: 'closed', closingNumber: '云医改销〔2021〕1号' });
  });
});
