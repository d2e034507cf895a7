import {
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  ledgerSummarySchema,
  rawEventsSchema,
  type TaskDetail,
  taskDetailSchema,
  taskListSchema,
} from '#contracts';
import { addDays } from '#domain';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';

const AUTHORITY = { kind: 'meeting', reference: '市政府第12次常务会议' };
/** A Thursday, within the default ladder's reach of the day on which the task is suspended. */
const DUE = '2021-08-19';
/** Friday; eight days after the suspension on Thursday the 12th. */
const UNTIL = '2021-08-20';

/** A task that is suspended from 2021-08-12 to 2021-08-20, its limit near, in a house whose clock runs on. */
describe('a suspended task', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let ledgerId: string;
  let taskId: string;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const unitId = await office.unit('云岭市卫生健康委');
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    ({ id: ledgerId } = await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' }));
    await clerk.does(`ledgers/${ledgerId}/import`, anImport('医改', 1, DUE));
    taskId = await draft();
    await does(clerk, 'confirm', { leadUnitIds: [unitId], supportUnitIds: [], limits: 'confirmed' });
    await does(clerk, 'hang', { authority: AUTHORITY, secrecyDeclared: true });
    await does(clerk, 'assign', {});
    await does(reporter, 'accept', {});
    await morningsUntil('2021-08-12');
    await does(clerk, 'suspend', { until: UNTIL, reason: '等待省级平台上线', authority: AUTHORITY });
    expect(await clerk.tries(`tasks/${taskId}/decide-proposal`, { result: 'approved' })).toBe('TASK.OWN_PROPOSAL');
    const second = await office.person('second', 'supervision-clerk', await office.unit('云岭市医改办督查科'));
    await does(second, 'decide-proposal', { result: 'approved' });
  });
  afterAll(() => running.close());

  async function draft(): Promise<string> {
    const { tasks } = await eventually(async () => {
      const [imported] = (await clerk.reads('ledgers', ledgerListSchema)).ledgers.flatMap(({ imports }) => imports);
      expect(imported).toMatchObject({ complete: true });
      return clerk.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
    });
    return tasks[0]?.taskId ?? '';
  }

  const does = (person: Person, act: string, body: object) => person.does(`tasks/${taskId}/${act}`, body);

  /** Every day's ten to nine, when reminders come, and just after midnight. */
  async function morningsUntil(last: string): Promise<void> {
    for (let day = running.clock.now().toISOString().slice(0, 10); day <= last; day = addDays(day, 1)) {
      if (`${day}T01:00:00.000Z` > running.clock.now().toISOString()) await running.passTo(`${day}T01:00:00.000Z`);
    }
  }

  async function task(): Promise<TaskDetail['task']> {
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await clerk.reads(`tasks/${taskId}`, taskDetailSchema)).task;
  }

  async function rungs(): Promise<number> {
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    const { events } = await clerk.reads(`tasks/${taskId}/events?limit=500`, rawEventsSchema);
    return events.filter(({ type }) => type === 'rung.fired').length;
  }

  it('shows the lamp of a suspension on its page, in the list and in the figures', async () => {
    expect(await task()).toMatchObject({ status: 'suspended', lamp: 'suspended', remainingWorkingDays: null });
    const { tasks } = await clerk.reads('tasks?lamp=suspended', taskListSchema);
    expect(tasks.map((row) => row.taskId)).toEqual([taskId]);
    const { byUnit } = await clerk.reads(`ledgers/${ledgerId}/summary`, ledgerSummarySchema);
    expect(byUnit).toMatchObject([{ total: 1, normal: 0, near: 0, late: 0, suspended: 1, closed: 0 }]);
  });

  it('takes the reminders that waited from the unit, which cannot report meanwhile', async () => {
    reporter.seesUpTo((await running.foundation.store.head()) ?? '0');
    expect((await reporter.reads('inbox', inboxSchema)).counts.waiting).toBe(0);
    expect(await reporter.tries(`tasks/${taskId}/report`, { progress: '完成一半' })).toBe('TASK.STEP_NOT_OPEN');
  });

  it('is reminded of nothing while it is suspended, though its day comes and goes', async () => {
    const before = await rungs();
    expect(before).toBeGreaterThan(0);
    await morningsUntil('2021-08-19');
    expect([(await task()).status, await rungs()]).toEqual(['suspended', before]);
  });

  it('goes on by itself on its day, with the limit moved by the eight days, visible in its chain', async () => {
    await running.passTo(`${addDays(UNTIL, -1)}T16:06:00.000Z`);
    const { status, lamp, limits } = await task();
    expect([status, lamp]).toEqual(['underway', 'normal']);
    expect(limits[0]?.chain.map(({ kind, due, reason }) => [kind, due, reason])).toEqual([
      ['set', DUE, ''],
      ['suspension', '2021-08-27', '等待省级平台上线'],
    ]);
    const { events } = await clerk.reads(`tasks/${taskId}/events?limit=500`, rawEventsSchema);
    expect(events.slice(-2).map(({ type, metadata }) => [type, metadata['act']])).toEqual([
      ['task.resumed', 'task.resume'],
      ['limit.moved', 'task.resume'],
    ]);
  });

  it('is reminded of the moved day', async () => {
    const before = await rungs();
    await morningsUntil('2021-08-27');
    expect(await rungs()).toBeGreaterThan(before);
    expect(await task()).toMatchObject({ lamp: 'near', remainingWorkingDays: 0 });
  });
});
