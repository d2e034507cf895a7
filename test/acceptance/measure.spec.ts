import { homeSchema } from '#contracts';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

/** A Thursday; ten working days later it is Thursday 2021-09-02. */
const DUE = '2021-08-19';
const PROPOSED = '2021-09-02';

/** What the ladder proposes to a leader against a unit that stays late, with everybody at work through HTTP and time passing for all. */
describe('a measure that waits for a leader', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let leader: Person;
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const unitId = await office.unit('云岭市卫生健康委', above);
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    leader = await office.person('leader', 'leader', above);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
    await task.morningsUntil(PROPOSED);
  });
  afterAll(() => running.close());

  /** Where the leader meets it: how many wait on the task's page, in the inbox and at home. */
  async function met(): Promise<readonly number[]> {
    const { proposals } = await task.seenBy(leader);
    const waiting = (await task.inboxOf(leader)).filter((kind) => kind === 'decide');
    const { rows } = await leader.reads('home', homeSchema);
    return [proposals.length, waiting.length, rows.filter(({ kind }) => kind === 'decide').length];
  }

  it('is met on the page, in the inbox and at home, and not by the office, whose it is not to decide', async () => {
    expect(await met()).toEqual([1, 1, 1]);
    expect((await task.seenBy(leader)).proposals).toMatchObject([
      { measures: { offered: ['bulletin', 'talk'] }, decideBy: '2021-09-09' },
    ]);
    expect(await task.inboxOf(clerk)).not.toContain('decide');
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
});
