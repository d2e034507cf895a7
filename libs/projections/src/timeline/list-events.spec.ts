import { randomUUID } from 'node:crypto';
import { type EventEntry, eventListSchema, listEventsParameters, timelineSchema } from '#contracts';
import { type Actor } from '#domain';
import { createTestDatabase } from '#testing';
import {
  actedBy,
  draftContent,
  OTHER_LEDGER_ID,
  PEOPLE,
  personWith,
  SAMPLE_CALENDAR,
  type TaskStory,
  UNITS,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';

const LEDGER = randomUUID();
const OTHER = randomUUID();
const AUDIT_ADMINISTRATOR = personWith(0x81, '审计管理员', 'audit-administrator', UNITS.office);

const LIFE = [
  'task.confirm',
  'task.hang',
  'task.assign',
  'task.accept',
  'task.report',
  'task.request-closure',
  'task.verify',
  'task.close',
] as const;
const closedTask = (): TaskStory => usually(begun({ ledgerId: LEDGER, serial: 1 }), ...LIFE);

describe('the log', () => {
  let house: QueryLab;
  let closed: string;
  let other: string;
  const ALONE = { inCharge: [], second: 'unneeded' };
  const [postId, accountId] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    const ledger = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    await writer.write(`ledger-${LEDGER}`, { type: 'ledger.created', data: ledger });
    await writer.write(`ledger-${OTHER}`, { type: 'ledger.created', data: { ...ledger, name: '营商台账' } });
    const source = { kind: 'document', title: '实施方案', documentNumber: null, year: 2025, contentHash: null };
    const started = { importId: randomUUID(), source, firstSerial: 1, tasks: [draftContent(), draftContent()] };
    await writer.write(`ledger-${LEDGER}`, { type: 'ledger.import-started', data: started });
    await writer.write(`unit-${UNITS.health}`, {
      type: 'unit.created',
      data: { name: '市卫生健康局', parentId: UNITS.office },
    });
    const grant = { postId, accountId, unitId: UNITS.health, role: 'reporter', ledgerId: LEDGER, ...ALONE };
    await writer.write(`account-${accountId}`, { type: 'post.granted', data: grant });
    await writer.write('calendar-CN', { type: 'calendar.published', data: { calendar: SAMPLE_CALENDAR, reason: '' } });
    closed = await house.tell(closedTask());
    other = await house.tell(begun({ ledgerId: OTHER, serial: 1, title: '优化审批流程' }));
    const number = { closingNumber: '云医改销〔2025〕1号', taskId: closed };
    const closing = {
      on: '2025-03-03',
      by: actedBy(PEOPLE.closer),
      asked: { outcome: 'rectified', statement: '同意销号' },
    };
    await writer.write(`series-${LEDGER}`, {
      type: 'number.reserved',
      data: { ...number, year: 2025, serial: 1, closing },
    });
    await house.reach(await writer.write(`series-${LEDGER}`, { type: 'number.used', data: number }));
  });
  afterAll(() => house.close());

  const page = async (input: object, actor: Actor = PEOPLE.auditor) =>
    eventListSchema.parse(await house.ask('event.list', input, actor));
  const all = async (input: object, actor?: Actor): Promise<EventEntry[]> =>
    (await page({ ...input, limit: '200' }, actor)).entries;
  const types = async (input: object, actor?: Actor) => (await all(input, actor)).map(({ type }) => type);

  it('tells every event of the log, the newest first, page by page', async () => {
    const stored = await house.lab.store.readAll(null, 1_000);
    const whole = await all({});
    expect(whole.map(({ eventId }) => eventId)).toEqual(stored.map(({ eventId }) => eventId).reverse());
    expect(whole.map(({ hash }) => hash)).toEqual(stored.map(({ hash }) => hash).reverse());
    const seen: EventEntry[] = [];
    let cursor: string | null = null;
    do {
      const { entries, next } = await page({ limit: '4', ...(cursor === null ? {} : { cursor }) });
      seen.push(...entries);
      cursor = next;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    await expect(page({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
  });

  it('says of each event where it belongs, in present words', async () => {
    const [used] = await all({ type: 'number.used' });
    expect(used).toMatchObject({
      stream: `series-${LEDGER}`,
      category: 'series',
      taskId: closed,
      taskNumber: 'YG2025-001',
      title: '推进分级诊疗制度建设',
      ledgerId: LEDGER,
      ledgerName: '医改台账',
      actor: { name: PEOPLE.clerk.name, role: 'supervision-clerk' },
    });
    expect((await all({ type: 'task.assigned' }))[0]).toMatchObject({
      category: 'task',
      stream: `task-${closed}`,
      occurredOn: '2025-03-03',
      units: [{ unitId: UNITS.office }, { unitId: UNITS.health, name: '市卫生健康局' }, { unitId: UNITS.finance }],
    });
    expect((await all({ type: 'calendar.published' }))[0]).toMatchObject({
      stream: 'calendar-CN',
      ledgerId: null,
      ledgerName: null,
      taskId: null,
    });
    expect((await all({ type: 'unit.created' }))[0]).toMatchObject({ units: [{ unitId: UNITS.office }] });
  });

  it('has the number of an import’s tasks instead of their words', async () => {
    const [started] = await all({ type: 'ledger.import-started' });
    expect(started?.data).toMatchObject({ taskCount: 2, source: { title: '实施方案' } });
    expect(started?.data).not.toHaveProperty('tasks');
  });

  it('is asked by kind', async () => {
    expect(await types({ type: 'task.hung,task.closed' })).toEqual(['task.closed', 'task.hung']);
    expect(await types({ category: 'series,calendar' })).toEqual([
      'number.used',
      'number.reserved',
      'calendar.published',
    ]);
    expect(await types({ category: 'unit', type: 'unit.created,task.hung' })).toEqual(['unit.created']);
    expect(await types({ category: 'unit', type: 'task.hung' })).toEqual([]);
    expect(await types({ category: 'account', ledgerId: LEDGER })).toEqual([]);
    expect(listEventsParameters.safeParse({ category: 'nothing' }).success).toBe(false);
    expect(await types({ category: 'task', taskId: closed })).toEqual(
      closedTask()
        .history.map(({ type }) => type)
        .reverse(),
    );
    const merged = await page({ category: 'task', limit: '3' });
    expect(merged.entries.map(({ type }) => type)).toEqual((await types({ category: 'task' })).slice(0, 3));
    expect((await page({ category: 'task', limit: '3', cursor: merged.next })).entries[0]?.position).not.toBe(
      merged.entries[2]?.position,
    );
  });

  it('is asked by person, unit, task and ledger', async () => {
    const { accountId } = PEOPLE.verifier;
    expect(await types({ accountId })).toEqual(['check.passed']);
    expect(await types({ unitId: UNITS.health })).toEqual(['lane.claimed', 'lane.reported', 'lane.accepted']);
    expect(await types({ unitId: UNITS.health, type: 'lane.accepted' })).toEqual(['lane.accepted']);
    const ofTask = await types({ taskId: closed });
    expect(ofTask.slice(0, 3)).toEqual(['number.used', 'number.reserved', 'task.closed']);
    expect(ofTask.at(-1)).toBe('task.drafted');
    expect(await types({ ledgerId: OTHER })).toEqual(['task.drafted', 'ledger.created']);
    expect((await types({ ledgerId: LEDGER })).length).toBe(ofTask.length + 2);
    expect(await types({ taskId: closed, accountId })).toEqual(['check.passed']);
  });

  it('is asked by days in Shanghai, also where a clock went back', async () => {
    const granted = (recordedAt: string) => ({
      type: 'post.granted',
      data: {
        postId: randomUUID(),
        accountId: randomUUID(),
        unitId: UNITS.office,
        role: 'verifier',
        ledgerId: null,
        ...ALONE,
      },
      metadata: {
        commandId: randomUUID(),
        commandHash: 'hash',
        correlationId: 'spec',
        causationId: null,
        act: 'account.grant-post',
        actor: actedBy(PEOPLE.securityAdministrator),
        recordedAt,
      },
    });
    const ids = [];
    for (const at of ['2025-05-01T15:59:59.000Z', '2025-05-01T16:00:00.000Z', '2025-05-01T15:59:59.500Z']) {
      await house.reach(await house.lab.writer.write(`account-${randomUUID()}`, granted(at)));
      ids.push((await page({ limit: '1' })).entries[0]?.position);
    }
    const found = async (input: object) =>
      (await all({ type: 'post.granted', from: '2025-04-01', ...input })).map(({ position }) => position).reverse();
    expect(await found({ from: '2025-05-01' })).toEqual(ids);
    expect(await found({ to: '2025-05-01' })).toEqual(ids.slice(0, 1));
    // Recorded time is that of the log: what comes after an event is not before it.
    expect(await found({ from: '2025-05-02' })).toEqual(ids.slice(1));
    expect(await found({ from: '2025-05-02', to: '2025-05-02' })).toEqual(ids.slice(1));
    expect(await found({ from: '2025-05-03' })).toEqual([]);
    expect(await found({ to: '2025-04-30' })).toEqual([]);
    expect(await types({ to: '2025-02-28' })).toEqual([]);
  });

  describe('is seen', () => {
    const REGISTER = ['unit.created', 'post.granted', 'calendar.published'];
    const kinds = async (actor: Actor) => new Set(await types({}, actor));

    it('as a whole by an auditor of all ledgers', async () => {
      const seen = await kinds(PEOPLE.auditor);
      for (const type of [...REGISTER, 'task.drafted', 'ledger.created', 'number.used']) expect(seen).toContain(type);
    });

    it('without the register by the office, and by those of one ledger as far as it goes', async () => {
      expect([...(await kinds(PEOPLE.clerk))].filter((type) => REGISTER.includes(type))).toEqual([]);
      for (const role of ['auditor', 'supervision-clerk'] as const) {
        const entries = await all({}, personWith(0x82, '乙', role, UNITS.office, OTHER));
        expect(entries.map(({ type, ledgerId }) => [type, ledgerId])).toEqual([
          ['task.drafted', OTHER],
          ['ledger.created', OTHER],
        ]);
        expect(await types({ ledgerId: LEDGER }, personWith(0x82, '乙', role, UNITS.office, OTHER))).toEqual([]);
        expect(await types({ taskId: other }, personWith(0x82, '乙', role, UNITS.office, OTHER_LEDGER_ID))).toEqual([]);
      }
    });

    it('of two ledgers by who has posts in both', async () => {
      const [one, two] = [LEDGER, OTHER].map((ledgerId) =>
        personWith(0x83, '丙', 'supervision-clerk', UNITS.office, ledgerId),
      );
      const both = { ...PEOPLE.clerk, posts: [...(one?.posts ?? []), ...(two?.posts ?? [])] };
      expect(await types({ type: 'ledger.created' }, both)).toHaveLength(2);
      expect((await kinds(both)).has('unit.created')).toBe(false);
    });

    it('by the audit administrator in the register only: no ledger, no task', async () => {
      const entries = await all({}, AUDIT_ADMINISTRATOR);
      expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(REGISTER));
      expect(entries.every(({ ledgerId, taskId }) => ledgerId === null && taskId === null)).toBe(true);
      expect(await types({ taskId: closed }, AUDIT_ADMINISTRATOR)).toEqual([]);
    });

    it('by nobody else', async () => {
      for (const actor of [PEOPLE.reporter, PEOPLE.verifier, PEOPLE.leader, PEOPLE.systemAdministrator]) {
        expect(await types({}, actor)).toEqual([]);
      }
    });
  });

  it('leaves a task’s own course as it is', async () => {
    const timeline = await house.ask('task.timeline', { taskId: closed, order: 'oldest' }, PEOPLE.clerk);
    const { history } = closedTask();
    expect(timeline).toMatchObject({
      total: history.length,
      entries: history.map(({ type, metadata: { commandId, act } }) => ({ type, commandId, act })),
    });
  });

  it('names the units of every event that names some', async () => {
    const named = async (type: string) => (await all({ taskId: closed, type }))[0]?.units.map(({ unitId }) => unitId);
    expect(await named('task.confirmed')).toEqual([UNITS.office, UNITS.health, UNITS.finance]);
    expect(await named('lane.claimed')).toEqual([UNITS.health]);
    expect(await named('task.hung')).toEqual([UNITS.office]);
  });

  it('names the child that an end is told of, by its number and title', async () => {
    const child = await house.tell(
      usually(begun({ ledgerId: OTHER, serial: 9, title: '推进分级诊疗' }), 'task.confirm', 'task.hang'),
    );
    const parent = randomUUID();
    const data = { childId: child, ending: 'terminated', on: '2025-03-03' };
    const story = begun({ ledgerId: OTHER, serial: 8 });
    await house.lab.writer.write(`task-${parent}`, ...story.history);
    await house.reach(await house.lab.writer.write(`task-${parent}`, { type: 'child.ended', data }));
    const [told] = await all({ type: 'child.ended' });
    expect(told?.children).toMatchObject([{ taskId: child, title: '推进分级诊疗' }]);
    expect(told?.children[0]?.number).toMatch(/\d/u);
    const inCourse = timelineSchema.parse(await house.ask('task.timeline', { taskId: parent }, PEOPLE.auditor));
    expect(inCourse.entries[0]?.children).toEqual(told?.children);
  });
});
