import { homeSchema } from '#contracts';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { AUTHORITY, RunningTask } from './support/running-task';

/** A Thursday; ten working days later it is Thursday 2021-09-02. */
const DUE = '2021-08-19';
const PROPOSED = '2021-09-02';

/** What the ladder proposes to a leader against a unit that stays late, with everybody at work through HTTP and time passing for all. */
describe('a measure that waits for a leader', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let leader: Person;
  let ownLeader: Person;
  let clerkThere: Person;
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const unitId = await office.unit('云岭市卫生健康委', above);
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    leader = await office.person('leader', 'leader', above);
    ownLeader = await office.person('own-leader', 'leader', unitId);
    clerkThere = await office.person('clerk-there', 'supervision-clerk', unitId);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
    await task.morningsUntil(PROPOSED);
  });
  afterAll(() => running.close());

  /** Where the leader meets it: how many wait on the task's page, in the inbox and at home. */
  async function met(by: Person = leader): Promise<readonly number[]> {
    const { proposals } = await task.seenBy(by);
    const waiting = (await task.inboxOf(by)).filter((kind) => kind === 'decide');
    const { rows } = await by.reads('home', homeSchema);
    return [
      proposals.filter(({ barred }) => barred === null).length,
      waiting.length,
      rows.filter(({ kind }) => kind === 'decide').length,
    ];
  }

  it('is met on the page, in the inbox and at home, and not by the office, whose it is not to decide', async () => {
    expect(await met()).toEqual([1, 1, 1]);
    expect((await task.seenBy(leader)).proposals).toMatchObject([
      { measures: { offered: ['bulletin', 'talk'] }, decideBy: '2021-09-09' },
    ]);
    expect(await task.inboxOf(clerk)).not.toContain('decide');
  });

  it('is no matter of the leader who stands in the unit itself, who learns whose it is', async () => {
    expect(await met(ownLeader)).toEqual([0, 0, 0]);
    const [proposal] = (await task.seenBy(ownLeader)).proposals;
    expect(proposal?.barred).toBe('您在该事项的责任单位任职，不能由您审批；可由leader 同志审批。');
    expect(await task.tries(ownLeader, 'decide-proposal', { result: 'approved', measure: 'talk' })).toBe(
      'TASK.OWN_UNIT_DECIDES',
    );
  });

  it('is gone everywhere with the report by which the unit has done it, and its leader is not urged about it', async () => {
    await task.does(reporter, 'report', { progress: '已完成。', percent: 100, done: [{ limitId: 'L1' }] });
    expect(await met()).toEqual([0, 0, 0]);
    const [report, overtaken] = (await task.events(clerk)).slice(-2);
    expect([report?.type, overtaken?.type, overtaken?.data['result']]).toEqual([
      'lane.reported',
      'proposal.decided',
      'overtaken',
    ]);
    expect(await task.tries(leader, 'decide-proposal', { result: 'approved', measure: 'talk' })).toBe(
      'TASK.NO_PROPOSAL',
    );
  });

  it('waits again once that report is taken back, with the whole time for its decision, and is then urged', async () => {
    await task.morningsUntil('2021-09-06');
    await task.does(reporter, 'withdraw');
    expect(await met()).toEqual([1, 1, 1]);
    const urged = async () =>
      (await task.events(clerk)).filter(({ data }) => data['holder'] === 'decide').map(({ data }) => data['due']);
    await task.morningsUntil('2021-09-10');
    expect(await urged()).toEqual([]);
    await task.morningsUntil('2021-09-13');
    expect(await urged()).toEqual(['2021-09-13']);
    await task.does(leader, 'decide-proposal', { result: 'approved', measure: 'talk' });
    expect(await met()).toEqual([0, 0, 0]);
  });

  it('and a suspension that the office asks for are decided by nobody who stands in the unit, clerk or leader', async () => {
    const until = '2021-09-30';
    await task.does(clerk, 'suspend', { until, reason: '系统切换期间暂缓', authority: AUTHORITY });
    for (const person of [ownLeader, clerkThere, clerk]) expect(await met(person)).toEqual([0, 0, 0]);
    for (const person of [ownLeader, clerkThere]) {
      expect(await task.tries(person, 'decide-proposal', { result: 'approved' })).toBe('TASK.OWN_UNIT_DECIDES');
    }
    expect(await met()).toEqual([1, 1, 1]);
    await task.does(leader, 'decide-proposal', { result: 'approved' });
  });
});

/** A unit below nothing, in nobody's charge: its measure goes to the leader of the office, who reads what it is about and nothing else of the unit. */
describe('a measure against a unit that is in nobody’s charge', () => {
  let running: RunningHouse;
  let leader: Person;
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const unitId = await office.unit('云岭市卫生健康委');
    const supervision = await office.unit('云岭市医改办');
    const clerk = await office.person('clerk', 'supervision-clerk', supervision);
    const reporter = await office.person('reporter', 'reporter', unitId);
    leader = await office.person('leader', 'leader', supervision);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
  });
  afterAll(() => running.close());

  it('waits for the office’s leader, who reads the task as long as it does', async () => {
    expect((await leader.get(`tasks/${task.taskId}`)).status).toBe(404);
    await task.morningsUntil(PROPOSED);
    expect((await task.seenBy(leader)).proposals).toMatchObject([{ barred: null }]);
    expect(await task.inboxOf(leader)).toContain('decide');
    const { rows } = await leader.reads('home', homeSchema);
    expect(rows).toMatchObject([{ kind: 'decide' }]);
    await task.does(leader, 'decide-proposal', { result: 'approved', measure: 'talk' });
    expect((await leader.get(`tasks/${task.taskId}`)).status).toBe(404);
  });
});
