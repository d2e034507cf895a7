import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createdUnitsSchema,
  documentReadingSchema,
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  type RawEvents,
  rawEventsSchema,
  storedEvidenceSchema,
  type TaskDetail,
  taskDetailSchema,
  taskListSchema,
  timelineSchema,
} from '#contracts';
import { addDays, dayInShanghai, TASK_EVENTS } from '#domain';
import { verifyChain } from '#event-store';
import { rebuildProjection } from '#projections';
import { projectorsOn } from '#runtime';
import { eventually } from '#testing';
import { type LogUnderTest } from '../../libs/event-store/testing/event-store.contract';
import { Office } from './support/office';
import { type Person } from './support/person';
import { kurrentLogs } from './support/kurrent-logs';
import { runHouse, type RunningHouse } from './support/running-house';

/**
 * The main job on whole documents, through HTTP only: import, confirm, create units and people, hang and assign all, one
 * task to closed as different people with one return on the way, one late with its reminders, then the history.
 */

const SAMPLES = join(__dirname, '..', 'samples');

/** Real documents join in where a folder of them is named; which ones ran is said by the names of the tests. */
function documents(): { name: string; path: string }[] {
  const corpus = process.env['TAIZHANG_CORPUS'];
  const seeds = corpus === undefined ? '' : join(corpus, 'seeds');
  const folders = [SAMPLES, ...(seeds !== '' && existsSync(seeds) ? [seeds] : [])];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, path: join(folder, name) })),
  );
}

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';
/** The late limit falls on the first day after the October holidays, with a working Sunday before and Saturday after. */
const LATE_DUE = '2021-10-08';
/** Counted by hand on the calendar of 2021: 26 September and 9 October work, 1 to 7 October do not. */
const LADDER_DAYS = [
  ['remind', 'remind-7', '2021-09-23'],
  ['remind', 'remind-3', '2021-09-28'],
  ['due', 'due', '2021-10-08'],
  ['urge', 'urge-1', '2021-10-09'],
  ['escalate', 'escalate-5', '2021-10-14'],
] as const;

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Every document on PostgreSQL's log; one of them on the other store too. */
function jobs() {
  const [first, ...others] = documents();
  if (!first) throw new Error('there are no documents');
  const onPostgres = [first, ...others].map((document) => ({ ...document, kind: 'PostgreSQL', openLog: undefined }));
  return [...onPostgres, ...kurrentLogs().map((log) => ({ ...first, ...log }))];
}

describe.each(jobs())('the main job on $name, its log in $kind', ({ name, path, openLog }) => {
  let log: LogUnderTest | undefined;
  let running: RunningHouse;
  let office: Office;
  let officeId: string;
  let clerk: Person;
  let verifier: Person;
  let closer: Person;
  let auditor: Person;
  let ledgerId: string;
  let taskIds: readonly string[];
  const unitIds = new Map<string, string>();

  beforeAll(async () => {
    log = await openLog?.();
    running = await runHouse(START, log?.store);
    office = await Office.open(running);
    officeId = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', officeId);
    verifier = await office.person('verifier', 'verifier', officeId);
    closer = await office.person('closer', 'closer', officeId);
    auditor = await office.person('auditor', 'auditor', officeId);
  });
  afterAll(async () => {
    await running.close();
    await log?.close();
  });

  it('imports the document: every task becomes a draft in its order', async () => {
    ({ id: ledgerId } = await clerk.does('ledgers', { name, code: 'YL2021', closingPrefix: '云医改销' }));
    const fileName = encodeURIComponent(name);
    const reading = await clerk.posts(`documents/read?fileName=${fileName}`, readFileSync(path), documentReadingSchema);
    expect(reading.tasks.length).toBeGreaterThanOrEqual(5);
    const { source, tasks } = reading;
    const { id } = await clerk.does(`ledgers/${ledgerId}/import`, { source, tasks });
    expect(id).toBe(ledgerId);
    const done = await eventually(async () => {
      const [imported] = (await clerk.reads('ledgers', ledgerListSchema)).ledgers.flatMap(({ imports }) => imports);
      expect(imported).toMatchObject({ complete: true, drafted: reading.tasks.length });
      return clerk.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
    });
    expect(done.tasks.map(({ title }) => title)).toEqual(reading.tasks.map(({ title }) => title));
    taskIds = done.tasks.map(({ taskId }) => taskId);
  });

  it('creates the units that the document names in one step; collective names are left to a person', async () => {
    const drafts = await Promise.all(taskIds.map((taskId) => read(clerk, taskId)));
    const named = drafts.flatMap(({ leadUnitNames, supportUnitNames }) => [...leadUnitNames, ...supportUnitNames]);
    const names = [...new Set(named.filter(({ collective }) => !collective).map((unit) => unit.name))];
    if (names.length > 0) {
      const { units } = await clerk.posts('units/from-names', { names }, createdUnitsSchema);
      for (const unit of units) unitIds.set(unit.name, unit.unitId);
    }
    expect([...unitIds.keys()].sort()).toEqual(names.sort());
    // Somebody has to answer where the document names nobody, or only a collective.
    unitIds.set('', await office.unit('云岭市卫生健康委'));
  });

  it('confirms units and limits of every draft, hangs and assigns all', async () => {
    for (const taskId of taskIds) await settleAndConfirm(taskId);
    const authority = { kind: 'document', reference: '云政办发〔2021〕18号' };
    for (const taskId of taskIds) await clerk.does(`tasks/${taskId}/hang`, { authority, secrecyDeclared: true });
    for (const taskId of taskIds)
      await clerk.does(`tasks/${taskId}/assign`, { requirements: '按时限办结。', pastDays: 'keep' });
    const { tasks, total } = await clerk.reads(`tasks?ledgerId=${ledgerId}&limit=200`, taskListSchema);
    expect(total).toBe(taskIds.length);
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['assigned']));
    expect(tasks.map(({ taskNumber }) => taskNumber)).toEqual(
      taskIds.map((_id, index) => `YL2021-${String(index + 1).padStart(3, '0')}`),
    );
  });

  it('plays one task to closed as four different people, with one return on the way', async () => {
    const [taskId = ''] = taskIds;
    const { leadUnits, indicators } = await read(clerk, taskId);
    const leadId = leadUnits[0]?.unitId ?? '';
    const reporter = await office.person('reporter', 'reporter', leadId, ledgerId);
    const head = await office.person('head', 'unit-head', leadId, ledgerId);
    expect(await kindsIn(reporter)).toContain('accept');
    await seesOwnTasksOnly(reporter, leadId);
    await reporter.does(`tasks/${taskId}/accept`, {});
    const file = await reporter.posts(`evidence?fileName=${encodeURIComponent('佐证.pdf')}`, PDF, storedEvidenceSchema);
    const readings = indicators
      .slice(0, 1)
      .map(({ indicatorId }) => ({ indicatorId, value: 12.5, readOn: '2021-07-31' }));
    await reporter.does(`tasks/${taskId}/report`, {
      progress: '方案已印发，首批试点已启动。',
      problems: '信息系统改造进度偏慢。',
      percent: 60,
      readings,
      evidence: [file],
    });
    expect(await reporter.tries(`tasks/${taskId}/request-closure`, { selfCheck: '已完成。', committed: true })).toBe(
      'PERMISSION.DENIED',
    );
    await head.does(`tasks/${taskId}/request-closure`, { selfCheck: '举措均已完成。', committed: true });
    expect(await kindsIn(verifier)).toContain('verify');
    // One of the documents gives this task no limit: the return says what is to be done until when.
    const newLimits = [{ what: '补充第二季度数据', due: '2021-12-31' }];
    await verifier.does(`tasks/${taskId}/return`, { missing: '缺少第二季度数据，请补充。', newLimits });
    await reporter.does(`tasks/${taskId}/report`, { progress: '已补充第二季度数据。', percent: 100 });
    await head.does(`tasks/${taskId}/request-closure`, { selfCheck: '已按要求补充。', committed: true });
    expect(await closer.tries(`tasks/${taskId}/close`, { outcome: 'rectified', statement: '同意。' })).toBe(
      'TASK.STEP_NOT_OPEN',
    );
    await verifier.does(`tasks/${taskId}/verify`, { conclusion: '佐证齐全，效果达标。' });
    await closer.does(`tasks/${taskId}/close`, { outcome: 'rectified', statement: '同意销号。' });
    expect(await read(closer, taskId)).toMatchObject({
      status: 'closed',
      closingNumber: '云医改销〔2021〕1号',
      outcome: 'rectified',
    });
    expect(await closer.tries(`tasks/${taskId}/close`, { outcome: 'rectified', statement: '再次。' })).toBe(
      'TASK.ALREADY_CLOSED',
    );
  });

  it('reminds, urges and escalates a late task on the right working days, once each', async () => {
    const taskId = taskIds[1] ?? '';
    await clerk.does(`tasks/${taskId}/correct`, {
      changes: { addedLimits: [aLimit('L90', LATE_DUE)] },
      reason: '补录办公室要求的时限',
    });
    const leadId = (await read(clerk, taskId)).leadUnits[0]?.unitId ?? '';
    const reporter = await office.person('late-reporter', 'reporter', leadId, ledgerId);
    const head = await office.person('late-head', 'unit-head', leadId, ledgerId);
    await reporter.does(`tasks/${taskId}/accept`, {});
    for (const day of daysBetween('2021-09-20', '2021-10-18')) {
      await running.passTo(`${day}T01:00:00.000Z`);
      await running.passTo(`${day}T01:05:00.000Z`);
    }
    const events = await eventually(async () => {
      const fired = (await rungsOf(taskId)).filter(({ obligation }) => obligation?.limitId === 'L90');
      expect(fired.length).toBeGreaterThanOrEqual(LADDER_DAYS.length);
      return fired;
    });
    const told = events.map(({ rung, recordedAt }) => [rung.kind, rung.rungId, dayInShanghai(recordedAt)]);
    expect(told).toEqual(LADDER_DAYS);
    expect(await kindsIn(reporter)).toEqual(expect.arrayContaining(['urge']));
    expect(await kindsIn(head, 'news')).toContain('urge-copy');
    expect(await kindsIn(clerk)).toContain('escalate');
    expect(await read(clerk, taskId)).toMatchObject({ lamp: 'late' });
  });

  it('reads the history back: whole chain, every step with its person, and the same by raw events', async () => {
    const [taskId = ''] = taskIds;
    const { entries, total } = await auditor.reads(`tasks/${taskId}/timeline?order=oldest&limit=500`, timelineSchema);
    const steps = entries.map(({ type, actor }) => `${type} ${actor.name}`);
    expect(total).toBe(entries.length);
    expect(steps.filter((step) => !/rung.fired|content-changed|limit.removed/u.test(step))).toEqual([
      'task.drafted 系统',
      'task.confirmed clerk 同志',
      'task.hung clerk 同志',
      'task.assigned clerk 同志',
      'lane.accepted reporter 同志',
      'lane.reported reporter 同志',
      'lane.claimed head 同志',
      'limit.added verifier 同志',
      'check.returned verifier 同志',
      'lane.reported reporter 同志',
      'lane.claimed head 同志',
      'check.passed verifier 同志',
      'task.closed closer 同志',
    ]);
    expect((await rawEvents(taskId)).map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash));
    const verdict = await verifyChain(running.foundation.store);
    expect(verdict.breaks).toEqual([]);
  });

  it('rebuilds every projection to the same rows', async () => {
    const before = await everythingShown();
    const { store, pool } = running.foundation;
    for (const projector of projectorsOn(store, pool)) await rebuildProjection({ store, pool, projector });
    expect(await everythingShown()).toEqual(before);
  });

  async function read(person: Person, taskId: string): Promise<TaskDetail['task']> {
    return (await person.reads(`tasks/${taskId}`, taskDetailSchema)).task;
  }

  /** What a person does to a draft: drop limits that name no day, name real units, stand by what is left. */
  async function settleAndConfirm(taskId: string): Promise<void> {
    const { limits, leadUnitNames, supportUnitNames } = await read(clerk, taskId);
    const unsettled = limits.filter(({ due, recurrence }) => due === null && recurrence === null);
    if (unsettled.length > 0) {
      const removedLimits = unsettled.map(({ limitId }) => limitId);
      await clerk.does(`tasks/${taskId}/correct-draft`, { changes: { removedLimits } });
    }
    const leads = idsOf(leadUnitNames);
    const supports = idsOf(supportUnitNames);
    const leadUnitIds = leads.length > 0 ? leads : supports.length > 0 ? supports.slice(0, 1) : idsOf([{ name: '' }]);
    const supportUnitIds = supports.filter((unitId) => !leadUnitIds.includes(unitId));
    const settled = limits.length > unsettled.length ? 'confirmed' : 'none';
    await clerk.does(`tasks/${taskId}/confirm`, { leadUnitIds, supportUnitIds, limits: settled });
  }

  function idsOf(units: readonly { readonly name: string }[]): string[] {
    return [...new Set(units.flatMap((unit) => unitIds.get(unit.name) ?? []))];
  }

  async function seesOwnTasksOnly(person: Person, unitId: string): Promise<void> {
    const { tasks } = await person.reads('tasks?limit=200', taskListSchema);
    const seen = tasks.map(({ taskId }) => taskId);
    expect(seen.length).toBeGreaterThan(0);
    for (const { leadUnits, supportUnits } of tasks) {
      expect([...leadUnits, ...supportUnits].map((unit) => unit.unitId)).toContain(unitId);
    }
    const others = taskIds.find((taskId) => !seen.includes(taskId));
    if (others !== undefined) {
      expect(await person.get(`tasks/${others}`)).toMatchObject({ status: 404, body: { code: 'TASK.UNKNOWN' } });
      expect(await person.tries(`tasks/${others}/accept`, {})).toBe('PERMISSION.DENIED');
    }
  }

  async function kindsIn(person: Person, box = 'waiting'): Promise<string[]> {
    person.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await person.reads(`inbox?box=${box}&limit=200`, inboxSchema)).entries.map(({ kind }) => kind);
  }

  async function rawEvents(taskId: string): Promise<RawEvents['events']> {
    auditor.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await auditor.reads(`tasks/${taskId}/events?limit=500`, rawEventsSchema)).events;
  }

  async function rungsOf(taskId: string) {
    const fired = (await rawEvents(taskId)).filter(({ type }) => type === 'rung.fired');
    return fired.map(({ data, metadata }) => ({
      ...TASK_EVENTS['rung.fired'].schema.parse(data),
      recordedAt: String(metadata['recordedAt']),
    }));
  }

  async function everythingShown(): Promise<unknown[]> {
    for (const person of [clerk, auditor]) person.seesUpTo((await running.foundation.store.head()) ?? '0');
    const pages = [
      'ledgers',
      `tasks?ledgerId=${ledgerId}&limit=200`,
      'inbox?limit=200',
      'inbox?box=news&limit=200',
      'units?limit=1000',
    ];
    const asked = [
      ...pages.map((page) => [clerk, page] as const),
      ...taskIds.map((taskId) => [clerk, `tasks/${taskId}`] as const),
      ...taskIds.map((taskId) => [auditor, `tasks/${taskId}/timeline?limit=500`] as const),
    ];
    const shown: unknown[] = [];
    // One after another: a busy machine refused many of a hundred at once, and refusals were compared with rows.
    for (const [person, page] of asked) {
      const answer = await person.get(page);
      expect(answer).toMatchObject({ status: 200 });
      shown.push(answer.body);
    }
    const { rows: timers } = await running.foundation.pool.query(
      'select * from projection_timers.timer order by timer_id',
    );
    return [...shown, timers];
  }
});

function aLimit(limitId: string, due: string): object {
  return { limitId, sourceText: '', what: '报送阶段小结', due, recurrence: null, dueOn: null, span: null };
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
