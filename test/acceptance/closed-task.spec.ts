import { z } from 'zod';
import {
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  ledgerSummarySchema,
  type StoredEvidence,
  storedEvidenceSchema,
  type TaskDetail,
  taskDetailSchema,
  taskListSchema,
  type TimelineEntry,
  timelineSchema,
} from '#contracts';
import { seenSchema } from '#domain';
import { eventually } from '#testing';
import { anImport } from './support/an-import';
import { Office } from './support/office';
import { type Person } from './support/person';
import { type RunningHouse, runHouse } from './support/running-house';

const AUTHORITY = { kind: 'meeting', reference: '市政府第12次常务会议' };
const DUE = '2021-08-31';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** A task that five people have led to its closing, and what can be done with it and read of it afterwards. */
describe('a closed task', () => {
  let running: RunningHouse;
  let clerk: Person;
  let reporter: Person;
  let closer: Person;
  let ledgerId: string;
  let taskId: string;
  let unitId: string;
  let file: StoredEvidence;

  beforeAll(async () => {
    running = await runHouse('2021-08-02T01:00:00.000Z');
    const office = await Office.open(running);
    unitId = await office.unit('云岭市卫生健康委');
    const officeId = await office.unit('云岭市医改办');
    clerk = await office.person('clerk', 'supervision-clerk', officeId);
    reporter = await office.person('reporter', 'reporter', unitId);
    const head = await office.person('head', 'unit-head', unitId);
    const verifier = await office.person('verifier', 'verifier', officeId);
    closer = await office.person('closer', 'closer', officeId);
    ({ id: ledgerId } = await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' }));
    await clerk.does(`ledgers/${ledgerId}/classify`, { kind: 'rectification' });
    await clerk.does(`ledgers/${ledgerId}/import`, anImport('医改', 1, DUE));
    taskId = await draft();
    await does(clerk, 'confirm', { leadUnitIds: [unitId], supportUnitIds: [], limits: 'confirmed' });
    await does(clerk, 'hang', { authority: AUTHORITY, secrecyDeclared: true });
    await does(clerk, 'assign', {});
    await does(reporter, 'accept', {});
    // Seven working days before its day the unit is reminded.
    await running.passTo('2021-08-20T01:00:00.000Z');
    await eventually(async () => expect((await course()).some(({ type }) => type === 'rung.fired')).toBe(true));
    file = await reporter.posts(`evidence?fileName=${encodeURIComponent('实施方案.pdf')}`, PDF, storedEvidenceSchema);
    const done = [{ limitId: 'L1', on: '2021-08-18' }];
    await does(reporter, 'report', { progress: '方案已印发。', percent: 100, evidence: [file], done });
    await does(head, 'request-closure', { selfCheck: '举措均已完成。', committed: true });
    await does(verifier, 'verify', { conclusion: '佐证齐全，效果达标。' });
    await does(closer, 'close', { outcome: 'rectified', statement: '同意销号。' });
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
  const corrects = (person: Person, changes: object) =>
    person.tries(`tasks/${taskId}/correct-record`, { changes, reason: '录入有误' });

  async function task(): Promise<TaskDetail['task']> {
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await clerk.reads(`tasks/${taskId}`, taskDetailSchema)).task;
  }

  /** The task's course, the oldest event first. */
  async function course(): Promise<TimelineEntry[]> {
    clerk.seesUpTo((await running.foundation.store.head()) ?? '0');
    return (await clerk.reads(`tasks/${taskId}/timeline?order=oldest&limit=500`, timelineSchema)).entries;
  }

  /** Everything that a correction of words must leave alone, wherever it is shown. */
  async function besidesWords(): Promise<unknown> {
    const { title: _title, body: _body, limits, revision: _revision, recordedAt: _at, ...rest } = await task();
    reporter.seesUpTo((await running.foundation.store.head()) ?? '0');
    const inboxes = [await clerk.reads('inbox', inboxSchema), await reporter.reads('inbox', inboxSchema)];
    const { position: _position, ...figures } = await clerk.reads(`ledgers/${ledgerId}/summary`, ledgerSummarySchema);
    const { rows: timers } = await running.foundation.pool.query('select * from projection_timers.timer');
    return {
      rest,
      limits: limits.map(({ what: _what, ...limit }) => limit),
      counts: inboxes.map(({ counts }) => counts),
      figures,
      timers,
    };
  }

  it('shows what its verifier and its closer had before them: the record, its digest, what was done and the files', async () => {
    const entries = await course();
    const met = [{ lane: unitId, limitId: 'L1', period: null, on: '2021-08-18', recordedOn: '2021-08-20' }];
    for (const type of ['check.passed', 'task.closed']) {
      const entry = entries.find((each) => each.type === type);
      expect(entry).toMatchObject({ files: [file], data: { saw: { met, evidence: [file.hash] } } });
      const { saw } = z.object({ saw: seenSchema }).parse(entry?.data);
      expect([saw.revision, /^[0-9a-f]{64}$/u.test(saw.digest)]).toEqual([(entry?.revision ?? 0) - 1, true]);
      expect(entry?.units).toContainEqual({ unitId, name: '云岭市卫生健康委' });
    }
    expect(entries.find(({ type }) => type === 'task.closed')?.data).toMatchObject({
      outcome: 'rectified',
      statement: '同意销号。',
      number: '云医改销〔2021〕1号',
      closedBy: { name: 'closer 同志' },
    });
  });

  it('is called by the word of its ledger’s kind, which is not changed any more', async () => {
    expect(await task()).toMatchObject({ outcome: 'rectified', ledgerKind: 'rectification' });
    expect((await course()).every(({ ledgerKind }) => ledgerKind === 'rectification')).toBe(true);
    const found = async (outcome: string) =>
      (await clerk.reads(`tasks?ledgerId=${ledgerId}&outcome=${outcome}`, taskListSchema)).tasks.map(
        (row) => row.taskId,
      );
    expect([await found('rectified'), await found('continuing,not-rectified')]).toEqual([[taskId], []]);
    expect(await clerk.tries(`ledgers/${ledgerId}/classify`, { kind: 'reform' })).toBe('LEDGER.KIND_SIGNED');
    expect(await closer.tries(`ledgers/${ledgerId}/classify`, { kind: 'reform' })).toBe('PERMISSION.DENIED');
    const { ledgers } = await clerk.reads(`ledgers?ledgerId=${ledgerId}`, ledgerListSchema);
    expect(ledgers).toMatchObject([{ kind: 'rectification' }]);
  });

  it('shows who was told of its day, and the stated and the recorded day of its completion', async () => {
    const fired = (await course()).filter(({ type }) => type === 'rung.fired');
    expect(fired.map(({ data }) => data['told'])).toMatchObject([
      [{ role: 'reporter', unitId, relation: 'own', people: [{}] }],
    ]);
    const completion = { period: null, on: '2021-08-18', recordedOn: '2021-08-20', claimedByRequest: false };
    expect((await task()).limits).toMatchObject([
      { completionCount: 1, completions: [{ ...completion, unit: { unitId, name: '云岭市卫生健康委' } }] },
    ]);
  });

  it('offers the office a correction of its wording, and nothing else', async () => {
    const { status, acts } = await task();
    expect([status, acts.filter(({ open }) => open).map(({ operation }) => operation)]).toEqual([
      'closed',
      ['task.correct-record'],
    ]);
  });

  it('is corrected by no unit and no closer, and in nothing that anybody was judged by', async () => {
    expect(await corrects(reporter, { title: '改写' })).toBe('PERMISSION.DENIED');
    expect(await corrects(closer, { title: '改写' })).toBe('PERMISSION.DENIED');
    const limit = { limitId: 'L1', what: '全面推开', due: '2021-12-31' };
    for (const changes of [{ changedLimits: [limit] }, { leadUnitIds: [taskId] }, { outcome: 'continuing' }]) {
      expect(await corrects(clerk, changes)).toBe('REQUEST.INVALID');
    }
    const { title } = await task();
    expect(await corrects(clerk, { title })).toBe('TASK.NOTHING_CHANGED');
    expect(await clerk.tries(`tasks/${taskId}/correct`, { changes: { title: '改写' }, reason: '更正' })).toBe(
      'TASK.STEP_NOT_OPEN',
    );
  });

  it('(28) shows the corrected words everywhere, stays closed as it was, and keeps the former words in its course', async () => {
    const before = await besidesWords();
    const former = await task();
    await does(clerk, 'correct-record', {
      changes: { title: '推进紧密型医共体建设', changedLimits: [{ limitId: 'L1', what: '全面推开医共体' }] },
      reason: '标题录入有误',
    });
    expect(await task()).toMatchObject({ title: '推进紧密型医共体建设', limits: [{ what: '全面推开医共体' }] });
    const { tasks } = await clerk.reads(`tasks?text=${encodeURIComponent('紧密型医共体')}`, taskListSchema);
    expect(tasks.map((row) => [row.taskId, row.status])).toEqual([[taskId, 'closed']]);
    expect(await besidesWords()).toEqual(before);

    const entries = await course();
    expect(entries[0]).toMatchObject({ type: 'task.drafted', data: { content: { title: former.title } } });
    expect(entries.at(-1)).toMatchObject({
      type: 'task.content-changed',
      act: 'task.correct-record',
      data: {
        changes: { title: '推进紧密型医共体建设', limits: [{ limitId: 'L1', what: '全面推开医共体' }] },
        reason: '标题录入有误',
      },
    });
  });
});
