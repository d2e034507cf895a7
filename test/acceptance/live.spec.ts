import { importDetailSchema, ledgerListSchema } from '#contracts';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { LivePage } from './support/live-page';
import { Office } from './support/office';
import { type Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

describe('pages that are open', () => {
  let running: RunningHouse;
  let office: Office;
  let clerk: Person;
  let health: Person;
  let finance: Person;
  let leader: Person;
  let healthId: string;
  let ledgerId: string;
  let taskIds: readonly string[];

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    const officeId = await office.unit('云岭市医改办');
    healthId = await office.unit('云岭市卫生健康委');
    clerk = await office.person('clerk', 'supervision-clerk', officeId);
    health = await office.person('health', 'reporter', healthId);
    finance = await office.person('finance', 'reporter', await office.unit('云岭市财政局'));
    leader = await office.person('leader', 'leader', healthId);
    ({ id: ledgerId } = await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' }));
    await clerk.does(`ledgers/${ledgerId}/import`, anImport('医改', 3));
    taskIds = await drafts();
    for (const taskId of taskIds) {
      const units = { leadUnitIds: [healthId], supportUnitIds: [] };
      await clerk.does(`tasks/${taskId}/confirm`, { ...units, limits: 'confirmed' });
      const authority = { kind: 'document', reference: '云政办发〔2021〕18号' };
      await clerk.does(`tasks/${taskId}/hang`, { authority, secrecyDeclared: true });
    }
  });
  afterAll(() => running.close());

  async function drafts(): Promise<string[]> {
    const { tasks } = await eventually(async () => {
      const [imported] = (await clerk.reads('ledgers', ledgerListSchema)).ledgers.flatMap(({ imports }) => imports);
      expect(imported).toMatchObject({ complete: true });
      return clerk.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
    });
    return tasks.map(({ taskId }) => taskId);
  }

  it('hear of each other’s steps on one task, of the inbox and the ledger; what is out of sight is not told', async () => {
    const [taskId = ''] = taskIds;
    const pages = {
      clerk: await LivePage.open(clerk, `?taskId=${taskId}`),
      health: await LivePage.open(health),
      leader: await LivePage.open(leader),
      finance: await LivePage.open(finance),
    };
    for (const page of Object.values(pages)) await eventually(() => expect(page.named('hello')).toHaveLength(1));

    const assigned = await clerk.does(`tasks/${taskId}/assign`, { requirements: '按时限办结。' });
    await eventually(() => {
      expect(pages.clerk.named('task').at(-1)?.data).toMatchObject({ taskId, revision: assigned.revision });
      expect(pages.health.named('inbox').length).toBeGreaterThan(0);
      expect(pages.health.named('ledger').at(-1)?.data).toMatchObject({ ledgerId });
      expect(pages.leader.named('ledger').at(-1)?.data).toMatchObject({ ledgerId });
    });

    health.seesUpTo(assigned.position);
    const accepted = await health.does(`tasks/${taskId}/accept`, {});
    await eventually(() => {
      expect(pages.clerk.named('task').at(-1)).toMatchObject({
        id: accepted.position,
        data: { taskId, position: accepted.position, revision: accepted.revision },
      });
      // What waited for the unit is settled.
      expect(pages.health.named('inbox').at(-1)?.data).toEqual({ position: accepted.position });
    });

    expect(pages.health.named('task')).toEqual([]);
    expect(pages.finance.heard.map(({ name }) => name)).toEqual(['hello']);
    expect(pages.leader.named('inbox')).toEqual([]);
  });

  it('are told before what they may ask for: a read as of that position shows it', async () => {
    const [, taskId = ''] = taskIds;
    const page = await LivePage.open(clerk, `?taskId=${taskId}`);
    const { revision } = await clerk.does(`tasks/${taskId}/assign`, { requirements: '按时限办结。' });
    await eventually(() => expect(page.named('task').at(-1)?.data).toMatchObject({ taskId, revision }));
    expect(page.named('resync')).toEqual([]);
  });

  it('ask anew after an interruption', async () => {
    const page = await LivePage.open(clerk, '', { 'last-event-id': '1' });
    await eventually(() => expect(page.heard.map(({ name }) => name).slice(0, 2)).toEqual(['hello', 'resync']));
  });

  it('may follow no task that is out of sight or not there, and nothing without a sign-in', async () => {
    const [taskId = ''] = taskIds;
    const nowhere = '0192f0c1-0000-4000-8000-000000000000';
    expect((await finance.opens(`live?taskId=${taskId}`)).status).toBe(404);
    expect((await clerk.opens(`live?taskId=${nowhere}`)).status).toBe(404);
    expect((await clerk.opens('live?taskId=1')).status).toBe(400);
    expect((await clerk.opens('live?task=1')).status).toBe(400);
    expect((await fetch(`${running.address}/api/live`)).status).toBe(401);
    const head = await fetch(`${running.address}/api/live`, { method: 'HEAD' });
    expect(head.status).toBe(401);
  });

  it('are eight for one account at most', async () => {
    const person = await office.person('many', 'auditor', healthId);
    for (let count = 0; count < 8; count += 1) await LivePage.open(person);
    const ninth = await person.get('live');
    expect([ninth.status, ninth.body]).toMatchObject([429, { code: 'LIVE.TOO_MANY_PAGES' }]);
  });
});

it('a house with open pages closes, and the pages end in order', async () => {
  const running = await runHouse('2021-08-02T01:00:00.000Z');
  const { administrator } = await Office.open(running);
  const pages = await Promise.all([LivePage.open(administrator), LivePage.open(administrator)]);
  await running.close();
  await Promise.all(pages.map(({ ended }) => ended));
});
