import { policyListSchema, policyPreviewSchema, rawEventsSchema, taskListSchema } from '#contracts';
import { addDays, DEFAULT_POLICY, type PolicyContent } from '#domain';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';
import { AUTHORITY } from './support/running-task';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;

/** The default rules, but units are escalated after two working days, not five. */
const STRICTER: PolicyContent = {
  ...CONTENT,
  ladders: {
    ...CONTENT.ladders,
    limits: {
      notices: null,
      rungs: CONTENT.ladders.limits.rungs.map((rung) =>
        rung.kind === 'escalate' ? { ...rung, rungId: 'escalate-2', offsetWorkingDays: 2 } : rung,
      ),
    },
  },
};

/** Thursday: two working days after Tuesday the 10th, when three of the tasks were due. */
const TODAY = '2021-08-12';

/** Five tasks of one ledger: three due on 2021-08-10, one due today, one in ten years; and a task of a ledger with rules of its own. */
describe('rules for open tasks', () => {
  let running: RunningHouse;
  let office: Office;
  let clerk: Person;
  let reporter: Person;
  let unitId: string;
  let ledgerId: string;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    office = await Office.open(running);
    unitId = await office.unit('云岭市卫生健康委');
    clerk = await office.person('clerk', 'supervision-clerk', await office.unit('云岭市医改办'));
    reporter = await office.person('reporter', 'reporter', unitId);
    ledgerId = await ledger('医改', 'YL2021');
    await tasksDue(ledgerId, 3, '2021-08-10');
    await tasksDue(ledgerId, 1, TODAY);
    await tasksDue(ledgerId, 1, '2031-06-30');
    const apart = await ledger('巡察', 'XC2021');
    await office.administrator.does('policies', {
      ledgerId: apart,
      content: { ...CONTENT, protectionLevel: null },
      holds: 'new',
      reason: '巡察整改另定规则',
    });
    await tasksDue(apart, 1, '2021-08-10');
    for (let day = '2021-08-03'; day <= TODAY; day = addDays(day, 1)) {
      await running.passTo(`${day}T01:00:00.000Z`);
    }
  });
  afterAll(() => running.close());

  async function ledger(name: string, code: string): Promise<string> {
    return (await clerk.does('ledgers', { name, code, closingPrefix: `云${name}销` })).id;
  }

  /** Imports tasks and puts them on the account. */
  async function hung(of: string, count = 1, due = '2031-06-30'): Promise<readonly string[]> {
    const before = new Set((await tasksOf(of)).map(({ taskId }) => taskId));
    await clerk.does(`ledgers/${of}/import`, anImport(`${due}到期`, count, due));
    const fresh = await eventually(async () => {
      const made = (await tasksOf(of)).filter(({ taskId }) => !before.has(taskId));
      expect(made).toHaveLength(count);
      return made.map(({ taskId }) => taskId);
    });
    for (const taskId of fresh) {
      const confirmed = { leadUnitIds: [unitId], supportUnitIds: [], limits: 'confirmed' };
      await clerk.does(`tasks/${taskId}/confirm`, confirmed);
      await clerk.does(`tasks/${taskId}/hang`, { authority: AUTHORITY, secrecyDeclared: true });
    }
    return fresh;
  }

  /** Imports tasks and brings them to where their unit works on them. */
  async function tasksDue(of: string, count: number, due: string): Promise<void> {
    for (const taskId of await hung(of, count, due)) {
      await clerk.does(`tasks/${taskId}/assign`, {});
      await reporter.does(`tasks/${taskId}/accept`, {});
    }
  }

  const tasksOf = async (of: string) => (await clerk.reads(`tasks?ledgerId=${of}`, taskListSchema)).tasks;
  const preview = (content: PolicyContent, of: string | null = null) =>
    office.administrator.posts('policies/preview', { ledgerId: of, content }, policyPreviewSchema);

  it('are tried by the administrator alone, and by nobody with a content that contradicts itself', async () => {
    expect(await clerk.tries('policies/preview', { content: STRICTER })).toBe('PERMISSION.DENIED');
    expect(await reporter.tries('policies/preview', { content: STRICTER })).toBe('PERMISSION.DENIED');
    const { limits } = STRICTER.ladders;
    const silent = { ...limits, rungs: limits.rungs.map((rung, at) => (at === 0 ? { ...rung, told: [] } : rung)) };
    const content = { ...STRICTER, ladders: { ...STRICTER.ladders, limits: silent } };
    const { status, body } = await office.administrator.send('policies/preview', { content });
    expect([status, body]).toMatchObject([400, { details: { places: ['content.ladders.limits.rungs.0.told'] } }]);
    expect(JSON.stringify(body)).toContain('请至少选择一类人员');
  });

  it('say beforehand that 3 tasks would escalate today, and leave out a ledger with rules of its own', async () => {
    const { tasks, today, examples } = await preview(STRICTER);
    expect({ tasks, today }).toEqual({ tasks: 5, today: [{ kind: 'escalate', tasks: 3 }] });
    expect(examples.map(({ title, kind }) => [title.slice(0, 10), kind])).toEqual(
      Array.from({ length: 3 }, () => ['2021-08-10', 'escalate']),
    );
    expect(await preview(CONTENT)).toMatchObject({ tasks: 5, today: [], examples: [] });
    expect((await office.administrator.reads('policies', policyListSchema)).behind).toBe(0);
  });

  it('bring about what was said once they are published, each task with the reason, and nothing elsewhere', async () => {
    const reason = '连续两个工作日未完成即上报';
    await office.administrator.does('policies', { content: STRICTER, holds: 'open', reason });
    await running.passTo(`${TODAY}T01:30:00.000Z`);
    await eventually(async () => {
      expect((await office.administrator.reads('policies', policyListSchema)).behind).toBe(0);
    });
    await running.passTo(`${TODAY}T02:00:00.000Z`);
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    const escalated: string[] = [];
    for (const { taskId, title } of await tasksOf(ledgerId)) {
      const { events } = await clerk.reads(`tasks/${taskId}/events?limit=500`, rawEventsSchema);
      expect(events.filter(({ type }) => type === 'rules.moved')).toMatchObject([
        { data: { reason, rules: { policy: 'office-2' } } },
      ]);
      const rungs = events.filter(
        ({ type, data }) => type === 'rung.fired' && JSON.stringify(data).includes('escalate'),
      );
      if (rungs.length > 0) escalated.push(title.slice(0, 10));
    }
    expect(escalated).toEqual(['2021-08-10', '2021-08-10', '2021-08-10']);
  });

  it('say which clocks would have run out, and what would take a second person from now on', async () => {
    const own = await office.administrator.reads('policies', policyListSchema);
    const apart = own.versions.find(({ ledgerId: of }) => of !== null)?.ledgerId ?? null;
    // A task that nobody has assigned for eight working days: within ten it is in time, within three it is not.
    const waits = { ...CONTENT, clocks: { ...CONTENT.clocks, assign: 10 }, protectionLevel: null };
    const one = { ...waits, secondPerson: waits.secondPerson.filter((act) => act !== 'task.suspend') };
    await office.administrator.does('policies', {
      ledgerId: apart,
      content: one,
      holds: 'new',
      reason: '放宽交办期限',
    });
    await hung(apart ?? '');
    await running.passTo(`${addDays(TODAY, 12)}T01:00:00.000Z`);
    office.administrator.seesUpTo((await running.foundation.store.head()) ?? '0');
    const strict = { ...waits, clocks: { ...waits.clocks, assign: 3 } };
    expect(await preview(strict, apart)).toMatchObject({
      late: [{ turn: 'assign', tasks: 1 }],
      second: [{ act: 'task.suspend', tasks: 1 }],
    });
  });
});
