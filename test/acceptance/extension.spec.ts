import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { RunningTask } from './support/running-task';

/** A Thursday. */
const DUE = '2021-08-19';

/** A unit asks on the day for more time and is refused; it asks again, too late, and a leader grants it. */
describe('a unit that asks for more time', () => {
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
    await task.morningsUntil(DUE);
    await task.does(reporter, 'extend', { limitId: 'L1', due: '2021-09-30', reason: '等待省级平台上线' });
  });
  afterAll(() => running.close());

  const late = async (): Promise<readonly unknown[]> =>
    (await task.events(clerk)).flatMap(({ type, data }) =>
      type === 'rung.fired' && data['holder'] === null ? [data['rung']] : [],
    );

  it('shows what it asks for, to the office and the leader in charge', async () => {
    expect(await task.seenBy(clerk)).toMatchObject({
      extensionAsked: true,
      proposals: [
        {
          word: '申请延期',
          grounds: '等待省级平台上线',
          decideBy: '2021-08-26',
          own: false,
          extension: { from: DUE, to: '2021-09-30', late: false },
        },
      ],
    });
    expect(await task.inboxOf(clerk)).toContain('decide');
    expect(await task.inboxOf(leader)).toContain('decide');
    expect(
      (await task.seenBy(reporter)).acts.find(({ operation }) => operation === 'task.recall-proposal'),
    ).toMatchObject({
      open: true,
    });
  });

  it('is not urged while the request that came in time waits', async () => {
    const before = (await late()).length;
    await task.morningsUntil('2021-08-24');
    expect((await late()).length).toBe(before);
  });

  it('is urged on the working day after a refusal, which it is told', async () => {
    const [proposal] = (await task.seenBy(clerk)).proposals;
    const decision = { proposalId: proposal?.proposalId, result: 'refused' };
    expect(await task.tries(clerk, 'decide-proposal', decision)).toBe('TASK.REASON_NEEDED');
    await task.does(clerk, 'decide-proposal', { ...decision, reason: '其他县区已按期完成' });
    expect(await task.inboxOf(reporter, 'news')).toContain('decided');
    await task.morningsUntil('2021-08-25');
    expect((await late()).at(-1)).toMatchObject({ kind: 'urge' });
  });

  it('may ask again when it is late, which is marked, and the leader moves the day', async () => {
    await task.does(reporter, 'extend', { limitId: 'L1', due: '2021-09-15', reason: '平台定于九月上线' });
    const { acts, proposals } = await task.seenBy(leader);
    const [proposal] = proposals;
    expect(acts.filter(({ open }) => open).map(({ operation }) => operation)).toEqual([
      'task.decide-proposal',
      'task.instruct',
      // The leader was told on the day after the due day.
      'task.note-read',
    ]);
    expect(proposal).toMatchObject({ extension: { late: true } });
    await task.does(leader, 'decide-proposal', { proposalId: proposal?.proposalId, result: 'approved' });
    const { limits, extensionAsked, lamp } = await task.seenBy(clerk);
    expect([extensionAsked, lamp]).toEqual([false, 'normal']);
    expect(limits[0]?.chain.map(({ kind, due }) => [kind, due])).toEqual([
      ['set', DUE],
      ['extension', '2021-09-15'],
    ]);
    expect(await task.inboxOf(leader)).not.toContain('decide');
  });
});
