import { inboxSchema, ledgerSummarySchema, taskListSchema } from '#contracts';
import { addDays } from '#domain';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { AUTHORITY, RunningTask } from './support/running-task';

/** A Thursday, within the default ladder's reach of the day on which the task is suspended. */
const DUE = '2021-08-19';
/** Friday; eight days after the suspension on Thursday the 12th. */
const UNTIL = '2021-08-20';

/** A task that is suspended from 2021-08-12 to 2021-08-20, its limit near, in a house whose clock runs on. */
describe('a suspended task', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let second: Person;
  let task: RunningTask;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const unitId = await office.unit('云岭市卫生健康委');
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    task = await RunningTask.assigned({ running, clerk, due: DUE, leadUnitIds: [unitId] });
    await task.does(reporter, 'accept');
    await task.morningsUntil('2021-08-12');
    await task.does(clerk, 'suspend', { until: UNTIL, reason: '等待省级平台上线', authority: AUTHORITY });
    expect(await task.tries(clerk, 'decide-proposal', { result: 'approved' })).toBe('TASK.OWN_PROPOSAL');
    second = await office.person('second', 'supervision-clerk', await office.unit('云岭市医改办督查科'));
    await task.does(second, 'decide-proposal', { result: 'approved' });
  });
  afterAll(() => running.close());

  const rungs = async (): Promise<number> =>
    (await task.events(clerk)).filter(({ type }) => type === 'rung.fired').length;

  it('shows the lamp of a suspension on its page, in the list and in the figures', async () => {
    expect(await task.seenBy(clerk)).toMatchObject({
      status: 'suspended',
      lamp: 'suspended',
      remainingWorkingDays: null,
    });
    const { tasks } = await clerk.reads('tasks?lamp=suspended', taskListSchema);
    expect(tasks.map((row) => row.taskId)).toEqual([task.taskId]);
    const { byUnit } = await clerk.reads(`ledgers/${task.ledgerId}/summary`, ledgerSummarySchema);
    expect(byUnit).toMatchObject([{ total: 1, normal: 0, near: 0, late: 0, suspended: 1, closed: 0 }]);
  });

  it('takes the reminders that waited from the unit, which cannot report meanwhile', async () => {
    expect(await task.inboxOf(reporter)).toEqual([]);
    expect((await reporter.reads('inbox', inboxSchema)).counts.waiting).toBe(0);
    expect(await task.tries(reporter, 'report', { progress: '完成一半' })).toBe('TASK.STEP_NOT_OPEN');
  });

  it('is reminded of nothing while it is suspended, though its day comes and goes', async () => {
    const before = await rungs();
    expect(before).toBeGreaterThan(0);
    await task.morningsUntil('2021-08-19');
    expect([(await task.seenBy(clerk)).status, await rungs()]).toEqual(['suspended', before]);
  });

  it('goes on by itself on its day, with the limit moved by the eight days, visible in its chain', async () => {
    await running.passTo(`${addDays(UNTIL, -1)}T16:06:00.000Z`);
    const { status, lamp, limits } = await task.seenBy(clerk);
    expect([status, lamp]).toEqual(['underway', 'normal']);
    expect(limits[0]?.chain.map(({ kind, due, reason }) => [kind, due, reason])).toEqual([
      ['set', DUE, ''],
      ['suspension', '2021-08-27', '等待省级平台上线'],
    ]);
    expect((await task.events(clerk)).slice(-2).map(({ type, metadata }) => [type, metadata['act']])).toEqual([
      ['task.resumed', 'task.resume'],
      ['limit.moved', 'task.resume'],
    ]);
  });

  it('is reminded of the moved day', async () => {
    const before = await rungs();
    await task.morningsUntil('2021-08-27');
    expect(await rungs()).toBeGreaterThan(before);
    expect(await task.seenBy(clerk)).toMatchObject({ lamp: 'near', remainingWorkingDays: 0 });
  });
});
