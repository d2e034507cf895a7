import {
  apiErrorSchema,
  eventListSchema,
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  ledgerSummarySchema,
  taskDetailSchema,
  taskListSchema,
  unitListSchema,
} from '#contracts';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { Office } from './support/office';
import { type Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

/** What the console's pages ask for, through HTTP: lists in every order, figures, searches, the log, a task as it was. */

const HEALTH = '云岭市卫生健康委';

describe('looking at a ledger', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let auditor: Person;
  let guardian: Person;
  let ledgerId: string;
  let unitId: string;
  let taskIds: string[];

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const officeId = await office.unit('云岭市医改办');
    unitId = await office.unit(HEALTH);
    clerk = await office.person('clerk', 'supervision-clerk', officeId);
    reporter = await office.person('reporter', 'reporter', unitId);
    auditor = await office.person('auditor', 'auditor', officeId);
    guardian = await office.person('guardian', 'audit-administrator', officeId);
    ({ id: ledgerId } = await clerk.does('ledgers', { name: '医改台账', code: 'YL2021', closingPrefix: '云医改销' }));
    taskIds = await imported();
    for (const taskId of taskIds.slice(0, 3)) await assign(taskId);
    await report(taskIds[1] ?? '', 70);
    await report(taskIds[0] ?? '', 20);
  });
  afterAll(() => running.close());

  async function imported(): Promise<string[]> {
    await clerk.does(`ledgers/${ledgerId}/import`, anImport('分级诊疗', 4));
    const done = await eventually(async () => {
      const [each] = (await clerk.reads('ledgers', ledgerListSchema)).ledgers.flatMap(({ imports }) => imports);
      expect(each?.complete).toBe(true);
      return clerk.reads(`imports/${each?.importId ?? ''}`, importDetailSchema);
    });
    return done.tasks.map(({ taskId }) => taskId);
  }

  async function assign(taskId: string): Promise<void> {
    const units = { leadUnitIds: [unitId], supportUnitIds: [] };
    await clerk.does(`tasks/${taskId}/confirm`, { ...units, limits: 'confirmed' });
    const authority = { kind: 'document', reference: '云政办发〔2021〕18号' };
    await clerk.does(`tasks/${taskId}/hang`, { authority, secrecyDeclared: true });
    const { position } = await clerk.does(`tasks/${taskId}/assign`, { requirements: '' });
    reporter.seesUpTo(position);
  }

  async function report(taskId: string, percent: number): Promise<void> {
    await reporter.does(`tasks/${taskId}/accept`, {});
    const { position } = await reporter.does(`tasks/${taskId}/report`, { progress: '方案已印发。', percent });
    for (const person of [clerk, auditor, guardian]) person.seesUpTo(position);
  }

  it('lists by progress, tasks without any last, over pages', async () => {
    const path = `tasks?ledgerId=${ledgerId}&sort=percent&order=desc&limit=3`;
    const first = await clerk.reads(path, taskListSchema);
    expect(first.tasks.map(({ percent }) => percent)).toEqual([70, 20, null]);
    expect(first).toMatchObject({ total: 4, totalIsFloor: false });
    const second = await clerk.reads(`${path}&cursor=${first.next ?? ''}`, taskListSchema);
    expect(second.tasks).toHaveLength(1);
    expect(second.next).toBeNull();
    const other = await clerk.get(`tasks?ledgerId=${ledgerId}&sort=due&cursor=${first.next ?? ''}`);
    expect([other.status, apiErrorSchema.loose().parse(other.body).code]).toEqual([400, 'REQUEST.INVALID']);
    expect(first.tasks[0]).toMatchObject({ ledgerName: '医改台账', leadUnitNames: [HEALTH], limitCount: 1 });
  });

  it('finds a task by number, by one character and by initials', async () => {
    for (const text of ['YL2021-002', 'ＹＬ２０２１－００２', '2项', 'fjzld2x']) {
      const { tasks } = await clerk.reads(`tasks?text=${encodeURIComponent(text)}`, taskListSchema);
      expect([text, tasks.map(({ serial }) => serial)]).toEqual([text, [2]]);
    }
    expect((await clerk.reads(`tasks?text=${encodeURIComponent('医')}`, taskListSchema)).total).toBe(4);
    const { units } = await clerk.reads('units?text=wsjkw', unitListSchema);
    expect(units.map(({ name }) => name)).toEqual([HEALTH]);
    expect((await clerk.reads(`units?ids=${unitId}`, unitListSchema)).units).toHaveLength(1);
  });

  it('gives each reader the figures of the tasks in sight', async () => {
    const path = `ledgers/${ledgerId}/summary`;
    const figures = { total: 3, normal: 3, near: 0, late: 0, closed: 0 };
    expect(await clerk.reads(path, ledgerSummarySchema)).toMatchObject({
      byUnit: [{ unit: { unitId, name: HEALTH }, ...figures }],
      bySection: [{ section: '', total: 4 }],
      worst: [],
    });
    expect(await reporter.reads(path, ledgerSummarySchema)).toMatchObject({ bySection: [{ section: '', total: 3 }] });
    expect((await guardian.get(path)).status).toBe(403);
    expect((await clerk.get(`ledgers/${unitId}/summary`)).status).toBe(404);
  });

  it('replays a task step by step', async () => {
    const [taskId = ''] = taskIds;
    const now = await clerk.reads(`tasks/${taskId}`, taskDetailSchema);
    const seen = [];
    for (let revision = 0; revision <= now.task.revision; revision += 1) {
      const then = await reporter.reads(`tasks/${taskId}?revision=${revision}`, taskDetailSchema);
      expect(then.asOf?.revision).toBe(revision);
      seen.push(then.task.status);
    }
    expect(seen).toEqual(['draft', 'draft', 'hung', 'assigned', 'underway', 'underway']);
    expect((await clerk.get(`tasks/${taskId}?revision=99`)).status).toBe(404);
    expect((await clerk.get(`tasks/${taskId}?revision=x`)).status).toBe(400);
  });

  it('shows the log to the auditor, the register to the audit administrator, and neither to a unit', async () => {
    const log = await auditor.reads(`events?limit=200&from=2021-08-02&to=2021-08-02`, eventListSchema);
    const categories = new Set(log.entries.map(({ category }) => category));
    for (const category of ['task', 'ledger', 'unit', 'account'] as const) expect(categories).toContain(category);
    const reported = await auditor.reads(`events?type=lane.reported&unitId=${unitId}`, eventListSchema);
    expect(reported.entries.map(({ taskNumber, actor }) => [taskNumber, actor.unitName])).toEqual([
      ['YL2021-001', HEALTH],
      ['YL2021-002', HEALTH],
    ]);
    const register = await guardian.reads('events?limit=200', eventListSchema);
    expect(register.entries.length).toBeGreaterThan(0);
    expect(register.entries.every((entry) => entry.ledgerId === null)).toBe(true);
    expect((await reporter.get('events')).status).toBe(403);
    expect((await auditor.get('events?from=yesterday')).status).toBe(400);
  });

  it('counts what is unread', async () => {
    const { position } = await reporter.reads('inbox', inboxSchema);
    expect((await reporter.reads(`inbox?since=${position ?? ''}`, inboxSchema)).counts.since).toBe(0);
    const [, , , last = ''] = taskIds;
    await assign(last);
    expect((await reporter.reads(`inbox?since=${position ?? ''}`, inboxSchema)).counts.since).toBe(1);
  });
});
