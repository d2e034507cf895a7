import {
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  rawEventsSchema,
  type TaskDetail,
  taskDetailSchema,
} from '#contracts';
import { addDays } from '#domain';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';

const AUTHORITY = { kind: 'meeting', reference: '市政府第12次常务会议' };
/** A Thursday. */
const DUE = '2021-08-19';

/** A unit asks on the day for more time and is refused; it asks again, too late, and a leader grants it. */
describe('a unit that asks for more time', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let leader: Person;
  let taskId: string;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    const above = await office.unit('云岭市人民政府');
    const unitId = await office.unit('云岭市卫生健康委', above);
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    leader = await office.person('leader', 'leader', above);
    const { id } = await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' });
    await clerk.does(`ledgers/${id}/import`, anImport('医改', 1, DUE));
    taskId = await draft();
    await does(clerk, 'confirm', { leadUnitIds: [unitId], supportUnitIds: [], limits: 'confirmed' });
    await does(clerk, 'hang', { authority: AUTHORITY, secrecyDeclared: true });
    await does(clerk, 'assign', {});
    await does(reporter, 'accept', {});
    await morningsUntil(DUE);
    await does(reporter, 'extend', { limitId: 'L1', due: '2021-09-30', reason: '等待省级平台上线' });
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

  async function morningsUntil(last: string): Promise<void> {
    for (let day = running.clock.now().toISOString().slice(0, 10); day <= last; day = addDays(day, 1)) {
      if (`${day}T01:00:00.000Z` > running.clock.now().toISOString()) await running.passTo(`${day}T01:00:00.000Z`);
    }
  }

  async function task(person: Person): Promise<TaskDetail['task']> {
    person.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await person.reads(`tasks/${taskId}`, taskDetailSchema)).task;
  }

  async function late(): Promise<readonly unknown[]> {
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    const { events } = await clerk.reads(`tasks/${taskId}/events?limit=500`, rawEventsSchema);
    return events.flatMap(({ type, data }) => (type === 'rung.fired' && data['holder'] === null ? [data['rung']] : []));
  }

  const waitingOf = async (person: Person): Promise<readonly string[]> => {
    person.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await person.reads('inbox', inboxSchema)).entries.map(({ kind }) => kind);
  };

  it('shows what it asks for, to the office and the leader in charge', async () => {
    expect(await task(clerk)).toMatchObject({
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
    expect(await waitingOf(clerk)).toContain('decide');
    expect(await waitingOf(leader)).toContain('decide');
    expect((await task(reporter)).acts.find(({ operation }) => operation === 'task.recall-proposal')).toMatchObject({
      open: true,
    });
  });

  it('is not urged while the request that came in time waits', async () => {
    const before = (await late()).length;
    await morningsUntil('2021-08-24');
    expect((await late()).length).toBe(before);
  });

  it('is urged on the working day after a refusal, which it is told', async () => {
    const [proposal] = (await task(clerk)).proposals;
    const decision = { proposalId: proposal?.proposalId, result: 'refused' };
    expect(await clerk.tries(`tasks/${taskId}/decide-proposal`, decision)).toBe('TASK.REASON_NEEDED');
    await does(clerk, 'decide-proposal', { ...decision, reason: '其他县区已按期完成' });
    const { entries } = await reporter.reads('inbox?box=news', inboxSchema);
    expect(entries.map(({ kind }) => kind)).toContain('decided');
    await morningsUntil('2021-08-25');
    expect((await late()).at(-1)).toMatchObject({ kind: 'urge' });
  });

  it('may ask again when it is late, which is marked, and the leader moves the day', async () => {
    await does(reporter, 'extend', { limitId: 'L1', due: '2021-09-15', reason: '平台定于九月上线' });
    const { acts, proposals } = await task(leader);
    const [proposal] = proposals;
    expect(acts.map(({ operation, open }) => [operation, open])).toEqual([['task.decide-proposal', true]]);
    expect(proposal).toMatchObject({ extension: { late: true } });
    await does(leader, 'decide-proposal', { proposalId: proposal?.proposalId, result: 'approved' });
    const { limits, extensionAsked, lamp } = await task(clerk);
    expect([extensionAsked, lamp]).toEqual([false, 'normal']);
    expect(limits[0]?.chain.map(({ kind, due }) => [kind, due])).toEqual([
      ['set', DUE],
      ['extension', '2021-09-15'],
    ]);
    expect(await waitingOf(leader)).not.toContain('decide');
  });
});
