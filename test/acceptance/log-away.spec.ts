import { type z } from 'zod';
import {
  commandOutcomeSchema,
  healthReportSchema,
  importDetailSchema,
  ledgerListSchema,
  projectionListSchema,
  taskDetailSchema,
} from '#contracts';
import { MemoryEventStore } from '#event-store';
import { eventually } from '#testing';
import { InterruptibleLog } from '../support/interruptible-log';
import { anImport } from './support/an-import';
import { LivePage } from './support/live-page';
import { Office } from './support/office';
import { type Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

/** What people can do while the event log is away and the database with the read models is there. */
describe('while the event log is away', () => {
  let log: InterruptibleLog;
  let running: RunningHouse;
  let administrator: Person;
  let clerk: Person;
  let healthId: string;
  let ledgerId: string;
  let taskId: string;

  beforeAll(async () => {
    log = new InterruptibleLog(new MemoryEventStore());
    running = await runHouse('2021-08-02T01:00:00.000Z', log);
    const office = await Office.open(running);
    ({ administrator } = office);
    healthId = await office.unit('云岭市卫生健康委');
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    const ledger = { name: '医改', code: 'YL2021', closingPrefix: '云医改销' };
    ({ id: ledgerId } = await clerk.does('ledgers', ledger));
    await clerk.does(`ledgers/${ledgerId}/import`, anImport('医改', 2));
    taskId = await firstDraft();
  });
  beforeEach(() => {
    log.away = true;
  });
  afterEach(() => {
    log.away = false;
  });
  afterAll(() => running.close());

  async function firstDraft(): Promise<string> {
    return eventually(async () => {
      const [imported] = (await clerk.reads('ledgers', ledgerListSchema)).ledgers.flatMap(({ imports }) => imports);
      const { tasks } = await clerk.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
      expect(tasks).toHaveLength(2);
      return tasks[0]?.taskId ?? '';
    });
  }

  const confirm = () =>
    clerk.send(`tasks/${taskId}/confirm`, { leadUnitIds: [healthId], supportUnitIds: [], limits: 'confirmed' });

  async function health(): Promise<{ status: number; report: z.infer<typeof healthReportSchema> }> {
    const response = await fetch(`${running.address}/health/ready`);
    return { status: response.status, report: healthReportSchema.parse(await response.json()) };
  }

  it.each([
    'ledgers',
    'ledgers/LEDGER/summary',
    'tasks?ledgerId=LEDGER',
    'tasks/TASK',
    'tasks/TASK/timeline',
    'events',
    'inbox',
    'units',
    'calendars/current',
    'me',
  ])('%s is served', async (path) => {
    const answer = await clerk.get(path.replace('LEDGER', ledgerId).replace('TASK', taskId));
    expect(answer).toMatchObject({ status: 200 });
  });

  it.each(['posts', 'projections'])('%s is served', async (path) => {
    expect(await administrator.get(path)).toMatchObject({ status: 200 });
  });

  it('pages hear of nothing, and stay open', async () => {
    const page = await LivePage.open(clerk, `?taskId=${taskId}`);
    await eventually(() => expect(page.named('hello')).toHaveLength(1));
  });

  it('what one has seen can be marked up to what the tables show', async () => {
    const { position } = await administrator.reads('projections', projectionListSchema);
    expect(await clerk.send('me/seen', { position })).toMatchObject({ status: 200, body: { position } });
  });

  it('a command is refused with the sentence of the log, and is accepted once the log is back', async () => {
    const sentence = '事件库暂时无法使用，未写入任何内容，请稍后重试。';
    expect(await confirm()).toMatchObject({ status: 503, body: { code: 'LOG.UNAVAILABLE', message: sentence } });
    expect(await clerk.get(`tasks/${taskId}/events`)).toMatchObject({ status: 503, body: { code: 'LOG.UNAVAILABLE' } });
    log.away = false;
    expect(await clerk.get(`tasks/${taskId}/events`)).toMatchObject({ status: 200 });
    const { position, revision } = commandOutcomeSchema.parse((await confirm()).body);
    clerk.seesUpTo(position);
    expect(await clerk.reads(`tasks/${taskId}`, taskDetailSchema)).toMatchObject({ task: { revision } });
  });

  it('health is red, says why, and is green again once the log is back', async () => {
    const { status, report } = await health();
    expect(status).toBe(503);
    expect(report.checks['log']).toMatchObject({ healthy: false, details: { code: 'LOG.UNAVAILABLE' } });
    expect(report.checks['database']).toEqual({ healthy: true });
    log.away = false;
    expect((await health()).report.checks['log']).toEqual({ healthy: true });
  });
});
