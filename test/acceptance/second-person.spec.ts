import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { AUTHORITY, RunningTask } from './support/running-task';

/** What one clerk may not do alone once a unit has accepted: another clerk or the leader in charge decides it. */
describe('a task that a unit has accepted', () => {
  let running: RunningHouse;
  let clerk: Person;
  let second: Person;
  let reporter: Person;
  let leader: Person;
  let task: RunningTask;
  let bureau: string;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const unitId = await office.unit('云岭市卫生健康委', above);
    bureau = await office.unit('云岭市财政局', above);
    const supervision = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', supervision);
    second = await office.person('second', 'supervision-clerk', supervision);
    reporter = await office.person('reporter', 'reporter', unitId);
    leader = await office.person('leader', 'leader', above);
    task = await RunningTask.assigned({ running, clerk, due: '2021-12-31', leadUnitIds: [unitId] });
  });
  afterAll(() => running.close());

  const decide = (person: Person, result: 'approved' | 'refused', reason = '') =>
    task.does(person, 'decide-proposal', { result, reason });
  const move = (due: string | null) => ({ changes: { changedLimits: [{ limitId: 'L1', due }] }, reason: '录入有误' });
  const dueOf = async () => (await task.seenBy(clerk)).limits[0]?.due;

  it('has its day corrected by one clerk before that', async () => {
    expect(await task.does(clerk, 'correct', move('2021-11-30'))).toMatchObject({ events: ['limit.moved'] });
    await task.does(reporter, 'accept');
    expect(await dueOf()).toBe('2021-11-30');
  });

  it('(9) keeps its day until another person agrees, and tells the answer which it was', async () => {
    expect(await task.does(clerk, 'correct', move('2021-12-31'))).toMatchObject({ events: ['proposal.made'] });
    expect(await dueOf()).toBe('2021-11-30');
    const [proposal] = (await task.seenBy(leader)).proposals;
    expect(proposal).toMatchObject({
      word: '更正',
      correction: {
        moves: [{ limitId: 'L1', from: { due: '2021-11-30' }, to: { due: '2021-12-31' } }],
        texts: [],
        units: [],
      },
    });
    expect(await task.inboxOf(leader)).toContain('decide');
    expect(await task.tries(clerk, 'decide-proposal', { result: 'approved' })).toBe('TASK.OWN_PROPOSAL');
    await decide(leader, 'refused', '原定时限不变');
    expect([await dueOf(), (await task.seenBy(clerk)).proposals]).toEqual(['2021-11-30', []]);
  });

  it('takes the units that the correction names with it, which are looked up at the approval', async () => {
    const changes = { changedLimits: [{ limitId: 'L1', due: '2021-12-31' }], supportUnitIds: [bureau] };
    await task.does(clerk, 'correct', { changes, reason: '录入有误' });
    expect((await task.seenBy(second)).proposals).toMatchObject([
      { correction: { units: [{ role: 'support', from: [], to: [{ unitId: bureau }] }] } },
    ]);
    await decide(second, 'approved');
    const { supportUnits, limits } = await task.seenBy(clerk);
    expect(supportUnits.map(({ unitId }) => unitId)).toEqual([bureau]);
    expect(limits[0]?.chain.at(-1)).toMatchObject({
      due: '2021-12-31',
      kind: 'correction',
      people: { askedBy: 'clerk 同志', approvedBy: 'second 同志' },
    });
  });

  it('has what was asked for decided once, of two who decide at the same moment too, and never by who asked', async () => {
    await task.does(clerk, 'correct', { changes: { title: '完善医保信息平台' }, reason: '笔误' });
    await task.does(clerk, 'correct', move('2022-01-31'));
    const [proposal] = (await task.seenBy(second)).proposals;
    const proposalId = proposal?.proposalId;
    expect(await task.tries(clerk, 'decide-proposal', { proposalId, result: 'refused', reason: '收回' })).toBe(
      'TASK.OWN_PROPOSAL',
    );
    const answers = await Promise.all([
      task.tries(second, 'decide-proposal', { proposalId, result: 'approved' }),
      task.tries(leader, 'decide-proposal', { proposalId, result: 'refused', reason: '原定时限不变' }),
    ]);
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(answers).toContain('TASK.NO_PROPOSAL');
    const decided = (await task.events(clerk)).filter(
      ({ type, data }) => type === 'proposal.decided' && data['proposalId'] === proposalId,
    );
    expect(decided).toHaveLength(1);
    // Asked again, while another one is open: the first one stays decided.
    await task.does(clerk, 'correct', move('2022-02-28'));
    for (const person of [second, leader]) {
      expect(await task.tries(person, 'decide-proposal', { proposalId, result: 'approved' })).toBe(
        'TASK.PROPOSAL_DECIDED',
      );
    }
    await decide(second, 'refused', '原定时限不变');
  });

  it('(8) is voided only by two, also while it is suspended, when the decision still waits in the inboxes', async () => {
    await task.does(clerk, 'suspend', { until: '2021-10-08', reason: '等待省级平台上线', authority: AUTHORITY });
    await decide(leader, 'approved');
    await task.does(clerk, 'void', { reason: '重复录入' });
    expect(await task.seenBy(leader)).toMatchObject({ status: 'suspended', proposals: [{ word: '作废' }] });
    expect([await task.inboxOf(leader), await task.inboxOf(second)]).toEqual([['decide'], ['decide']]);
    await decide(second, 'approved');
    expect((await task.seenBy(clerk)).status).toBe('voided');
    expect((await task.events(clerk)).slice(-2).map(({ type }) => type)).toEqual(['proposal.decided', 'task.voided']);
  });
});
