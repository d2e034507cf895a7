import { randomUUID } from 'node:crypto';
import { inboxSchema, rawEventsSchema, taskDetailSchema, taskListSchema, unitListSchema } from '#contracts';
import { type Actor, REMINDERS, type TaskStatus } from '#domain';
import { createTestDatabase } from '#testing';
import {
  draftContent,
  IMPORT_ID,
  LEDGER_ID,
  OTHER_LEDGER_ID,
  passedTo,
  PEOPLE,
  personWith,
  soundBody,
  taskIn,
  type TaskStory,
  UNITS,
  usualActor,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type ProjectionLab, type QueryLab, TODAY } from '../../testing';
import { postsOf } from '../posts/posts-of';
import { QUERIES } from '../queries';

describe('queries', () => {
  let house: QueryLab;
  let lab: ProjectionLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    ({ lab } = house);
  });
  afterAll(() => house.close());

  const ask: QueryLab['ask'] = (...question) => house.ask(...question);
  const tell: QueryLab['tell'] = (...story) => house.tell(...story);

  it('read from projections that are there', () => {
    const names = lab.projectors().map(({ name }) => name);
    for (const { operation, reads } of QUERIES) {
      expect([operation, reads.filter((name) => !names.includes(name))]).toEqual([operation, []]);
    }
  });

  it('shows a task in full, with what the person may do and why not the rest', async () => {
    const taskId = await tell(taskIn('underway'));
    const detail = await ask('task.read', { taskId }, PEOPLE.reporter);
    expect(detail).toMatchObject({
      task: {
        taskId,
        status: 'underway',
        source: { number: '（一）' },
        limits: [
          { limitId: 'L1', lamp: 'normal', chain: [{ due: '2025-06-30' }] },
          { limitId: 'L2', lamp: 'normal' },
        ],
        withdrawable: { step: 'task.report' },
        leadUnits: [{ unitId: UNITS.health }],
      },
    });
    const { acts } = taskDetailSchema.parse(detail).task;
    expect(acts.filter(({ open }) => open).map(({ operation }) => operation)).toEqual([
      'task.report',
      'task.extend',
      'task.withdraw',
    ]);
    expect(acts.find(({ operation }) => operation === 'task.accept')?.reason).toContain('已经答复过交办');
    const requested = await tell(taskIn('closure-requested'));
    const forVerifier = taskDetailSchema.parse(await ask('task.read', { taskId: requested }, PEOPLE.verifier)).task;
    expect(forVerifier.acts.find(({ operation }) => operation === 'task.verify')?.open).toBe(true);
    // All is done on the unit's side: it does not turn late while it is verified.
    expect(await ask('task.read', { taskId: requested }, PEOPLE.verifier, '2026-01-05')).toMatchObject({
      task: { lamp: 'normal', remainingWorkingDays: null },
    });
  });

  it('lets nobody see what is outside the sight', async () => {
    const unit = randomUUID();
    const below = randomUUID();
    await lab.writer.write(`unit-${unit}`, { type: 'unit.created', data: { name: '市教育局', parentId: null } });
    const position = await lab.writer.write(`unit-${below}`, {
      type: 'unit.created',
      data: { name: '市教育局基教科', parentId: unit },
    });
    await house.reach(position);
    const ledgerId = randomUUID();
    const facts = { knownUnits: new Set([unit, below, UNITS.finance]) };
    const story = (lead: string) =>
      begun({ ledgerId, serial: 1 }).after(
        'task.confirm',
        { leadUnitIds: [lead], supportUnitIds: [UNITS.finance], limits: 'confirmed' },
        { by: PEOPLE.clerk, facts },
      );
    const [own, lower] = [await tell(story(unit)), await tell(story(below))];
    const visible = async (actor: Actor) => {
      const { tasks } = taskListSchema.parse(await ask('task.list', { ledgerId }, actor));
      return tasks.map(({ taskId }) => taskId).sort();
    };
    const both = [own, lower].sort();
    expect(await visible(personWith(0x31, '甲', 'reporter', unit))).toEqual([own]);
    expect(await visible(personWith(0x32, '乙', 'unit-head', unit))).toEqual(both);
    expect(await visible(personWith(0x33, '丙', 'unit-head', below))).toEqual([lower]);
    expect(await visible(personWith(0x34, '丁', 'reporter', UNITS.finance))).toEqual(both);
    expect(await visible(personWith(0x35, '戊', 'reporter', UNITS.health))).toEqual([]);
    expect(await visible(personWith(0x36, '己', 'supervision-clerk', UNITS.office, ledgerId))).toEqual(both);
    expect(await visible(personWith(0x37, '庚', 'supervision-clerk', UNITS.office, OTHER_LEDGER_ID))).toEqual([]);
    expect(await visible(PEOPLE.systemAdministrator)).toEqual([]);
    const stranger = personWith(0x35, '戊', 'reporter', UNITS.health);
    for (const operation of ['task.read', 'task.timeline'] as const) {
      await expect(ask(operation, { taskId: own }, stranger)).rejects.toMatchObject({ code: 'TASK.UNKNOWN' });
    }
    await expect(ask('task.events', { taskId: own }, stranger)).rejects.toMatchObject({ code: 'TASK.UNKNOWN' });
    await expect(ask('task.read', { taskId: randomUUID() }, PEOPLE.clerk)).rejects.toMatchObject({
      code: 'TASK.UNKNOWN',
    });
  });

  it('tells the course of a task by pages, and its raw events with their seals', async () => {
    const story = taskIn('closed');
    const taskId = await tell(story);
    const types = story.history.map(({ type }) => type);
    const first = await ask('task.timeline', { taskId, order: 'oldest', limit: 3 }, PEOPLE.clerk);
    expect(first).toMatchObject({ total: types.length, next: 3, entries: types.slice(0, 3).map((type) => ({ type })) });
    const rest = await ask('task.timeline', { taskId, order: 'oldest', cursor: '3' }, PEOPLE.clerk);
    expect(rest).toMatchObject({ next: null, entries: types.slice(3).map((type) => ({ type })) });
    const newest = await ask('task.timeline', { taskId, limit: 1 }, PEOPLE.clerk);
    expect(newest).toMatchObject({
      entries: [{ type: 'task.closed', occurredOn: TODAY, actor: { name: PEOPLE.closer.name, role: 'closer' } }],
      next: types.length - 2,
    });
    const raw = rawEventsSchema.parse(await ask('task.events', { taskId, limit: 2 }, PEOPLE.auditor));
    expect(raw.next).toBe(2);
    expect(raw.events[1]?.previousHash).toBe(raw.events[0]?.hash);
  });

  it('counts a ledger from its rows and shows its imports with their drafts', async () => {
    const [ledgerId, importId] = [randomUUID(), randomUUID()];
    const content = draftContent();
    const source = { kind: 'document', title: '实施方案', documentNumber: null, year: 2025, contentHash: null };
    const data = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    await lab.writer.write(`ledger-${ledgerId}`, { type: 'ledger.created', data });
    await lab.writer.write(`ledger-${ledgerId}`, {
      type: 'ledger.import-started',
      data: { importId, source, firstSerial: 1, tasks: [content, content] },
    });
    const doubts = [{ field: 'limits', message: '未写明年份' }];
    await tell(begun({ ledgerId, importId, serial: 2 }));
    await tell(begun({ ledgerId, importId, serial: 1, doubts }));
    const running = await ask('import.read', { importId }, PEOPLE.clerk);
    expect(running).toMatchObject({
      ledgerId,
      taskCount: 2,
      drafted: 2,
      complete: false,
      tasks: [
        { serial: 1, doubts },
        { serial: 2, doubts: [] },
      ],
    });
    const position = await lab.writer.write(`ledger-${ledgerId}`, {
      type: 'ledger.import-completed',
      data: { importId, taskCount: 2 },
    });
    await house.reach(position);
    expect(await ask('ledger.list', { ledgerId }, PEOPLE.reporter, '2025-10-01')).toMatchObject({
      ledgers: [
        {
          ...data,
          ledgerId,
          total: 2,
          counts: { draft: 2 },
          // Nobody is late with a draft.
          late: 0,
          near: 0,
          imports: [{ importId, complete: true }],
        },
      ],
    });
    const other = personWith(0x41, '辛', 'supervision-clerk', UNITS.office, OTHER_LEDGER_ID);
    expect(await ask('ledger.list', { ledgerId }, other)).toMatchObject({ ledgers: [] });
    await expect(ask('import.read', { importId }, other)).rejects.toMatchObject({ code: 'IMPORT.UNKNOWN' });
    expect(await ask('inbox.read', { box: 'news', ledgerId }, PEOPLE.clerk)).toMatchObject({
      entries: [{ kind: 'imported' }],
    });
  });

  it('calls an import complete only once its tasks can be read', async () => {
    const [ledgerId, importId] = [randomUUID(), randomUUID()];
    const source = { kind: 'document', title: '实施方案', documentNumber: null, year: 2025, contentHash: null };
    const data = { name: '医改台账', code: 'YG2026', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    const started = { importId, source, firstSerial: 1, tasks: [draftContent()] };
    const stream = `ledger-${ledgerId}`;
    await lab.writer.write(stream, { type: 'ledger.created', data });
    await lab.writer.write(stream, { type: 'ledger.import-started', data: started });
    // The ledger's rows may be ahead of the tasks': here they are, since the task is written after the import's end.
    await house.reach(
      await lab.writer.write(stream, { type: 'ledger.import-completed', data: { importId, taskCount: 1 } }),
    );
    expect(await ask('import.read', { importId }, PEOPLE.clerk)).toMatchObject({ drafted: 0, complete: false });
    await tell(begun({ ledgerId, importId, serial: 1 }));
    expect(await ask('import.read', { importId }, PEOPLE.clerk)).toMatchObject({ drafted: 1, complete: true });
  });

  describe('the inbox', () => {
    const ledgerId = randomUUID();
    const taskId = randomUUID();
    let told: TaskStory = begun({ ledgerId, importId: IMPORT_ID, serial: 1 });
    let written = 0;

    async function goOn(story: TaskStory): Promise<void> {
      told = story;
      const position = await lab.writer.write(`task-${taskId}`, ...told.history.slice(written));
      written = told.history.length;
      await house.reach(position);
    }

    async function waiting(actor: Actor): Promise<string[]> {
      const answer = await ask('inbox.read', { ledgerId }, actor);
      const { entries, counts } = inboxSchema.parse(answer);
      expect(counts.waiting).toBe(entries.length);
      return entries.map(({ kind }) => kind);
    }

    const act = (type: Parameters<typeof told.when>[0], by: Actor = usualActor(type)) =>
      goOn(told.after(type, soundBody(type), { by }));

    it('shows what waits for whom, and settles it when it has happened or was taken back', async () => {
      await act('task.confirm');
      await act('task.hang');
      await act('task.assign');
      expect(await waiting(PEOPLE.reporter)).toEqual(['accept']);
      expect(await waiting(PEOPLE.unitHead)).toEqual(['accept']);
      expect(await waiting(PEOPLE.supportReporter)).toEqual(['accept']);
      await act('task.decline');
      expect(await waiting(PEOPLE.reporter)).toEqual([]);
      expect(await waiting(PEOPLE.clerk)).toEqual(['assign-again']);
      await act('task.withdraw', PEOPLE.reporter);
      expect(await waiting(PEOPLE.clerk)).toEqual([]);
      expect(await waiting(PEOPLE.reporter)).toEqual(['accept']);
      await act('task.accept');
      expect(await waiting(PEOPLE.reporter)).toEqual([]);
      await act('task.fire-rung');
      expect(await waiting(PEOPLE.reporter)).toEqual(['remind']);
      await goOn(
        told.after('task.report', { progress: '方案已印发', helpNeeded: '请协调经费' }, { by: PEOPLE.reporter }),
      );
      expect(await waiting(PEOPLE.reporter)).toEqual([]);
      expect(await ask('inbox.read', { box: 'news', ledgerId }, PEOPLE.clerk)).toMatchObject({
        entries: [{ kind: 'reported', data: { texts: { helpNeeded: '请协调经费' } } }],
      });
      await act('task.request-closure');
      expect(await waiting(PEOPLE.verifier)).toEqual(['verify']);
      await act('task.return');
      expect(await waiting(PEOPLE.verifier)).toEqual([]);
      expect(await waiting(PEOPLE.reporter)).toEqual(['rectify']);
      await act('task.request-closure');
      await act('task.verify');
      expect(await waiting(PEOPLE.closer)).toEqual(['close']);
      await goOn(told.after('task.close', soundBody('task.close'), { by: PEOPLE.closer }));
      for (const person of [PEOPLE.closer, PEOPLE.verifier, PEOPLE.reporter, PEOPLE.unitHead, PEOPLE.clerk]) {
        expect(await waiting(person)).toEqual([]);
      }
      const settled = inboxSchema.parse(await ask('inbox.read', { box: 'settled', ledgerId }, PEOPLE.reporter));
      expect(settled.entries).toHaveLength(4);
      const pages: unknown[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await ask(
          'inbox.read',
          { box: 'settled', ledgerId, limit: 1, ...(cursor ? { cursor } : {}) },
          PEOPLE.reporter,
        );
        const { entries, next } = inboxSchema.parse(page);
        pages.push(...entries);
        cursor = next;
      }
      expect(pages).toEqual(settled.entries);
    });

    it('counts what has come since a position: news, and what waits still', async () => {
      const since = async (actor: Actor, position?: string) => {
        const input = { ledgerId, ...(position === undefined ? {} : { since: position }) };
        return inboxSchema.parse(await ask('inbox.read', input, actor)).counts.since;
      };
      const { position } = inboxSchema.parse(await ask('inbox.read', { ledgerId }, PEOPLE.reporter));
      expect(await since(PEOPLE.reporter)).toBeNull();
      expect(await since(PEOPLE.reporter, position ?? '')).toBe(0);
      const all = (await since(PEOPLE.reporter, '0')) ?? 0;
      const told = await tell(taskIn('assigned'), randomUUID());
      expect(await since(PEOPLE.reporter, '0')).toBe(all);
      const ofSample = async (box: string) =>
        inboxSchema.parse(await ask('inbox.read', { box, since: position }, PEOPLE.reporter));
      expect((await ofSample('waiting')).counts.since).toBe(1);
      expect((await ofSample('news')).entries.filter(({ taskId }) => taskId === told)).toEqual([]);
      await expect(ask('inbox.read', { since: 'soon' }, PEOPLE.reporter)).rejects.toThrow();
    });

    it('shows an entry once to who has several posts for it, and of each ledger what its post is for', async () => {
      const own: readonly string[] = [randomUUID(), randomUUID()];
      const [one = '', two = ''] = own;
      for (const [index, ledger] of [one, two, one].entries()) {
        await tell(declined(begun({ ledgerId: ledger, serial: index + 1 })));
      }
      const clerkOf = (ledger: string | null) => personWith(0x91, '壬', 'supervision-clerk', UNITS.office, ledger);
      const seen = async (...ledgers: (string | null)[]) => {
        const actor = { ...clerkOf(null), posts: ledgers.flatMap((ledger) => clerkOf(ledger).posts) };
        const { entries, counts } = inboxSchema.parse(await ask('inbox.read', { kind: 'assign-again' }, actor));
        expect(counts.waiting).toBe(entries.length);
        expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
        return entries.map((entry) => own.indexOf(entry.ledgerId)).sort();
      };
      expect(await seen(one)).toEqual([0, 0]);
      expect(await seen(two)).toEqual([1]);
      expect(await seen(one, two)).toEqual([0, 0, 1]);
      expect((await seen(null, one, two)).filter((index) => index >= 0)).toEqual([0, 0, 1]);
      expect(await seen()).toEqual([]);
    });

    it('shows to a person with two roles once what both were told, and counts it once', async () => {
      const ledgerId = randomUUID();
      const asked = usually(begun({ ledgerId }), 'task.confirm', 'task.hang', 'task.assign');
      const id = randomUUID();
      await tell(asked, id);
      const both = { ...PEOPLE.reporter, posts: [...PEOPLE.reporter.posts, ...PEOPLE.unitHead.posts] };
      const read = async (input: object) => inboxSchema.parse(await ask('inbox.read', { ledgerId, ...input }, both));
      const { entries, counts } = await read({ since: '0' });
      expect(entries.map(({ kind, taskId }) => [kind, taskId])).toEqual([['accept', id]]);
      expect(counts).toMatchObject({ waiting: 1, byKind: { accept: 1 }, since: 1 });
      const page = await read({ limit: 1 });
      expect([page.entries.length, page.next]).toEqual([1, null]);
    });

    it('tells a person with two roles each news once, page by page', async () => {
      const ledgerId = randomUUID();
      await tell(
        usually(begun({ ledgerId }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept', 'task.suspend'),
      );
      await tell(
        usually(
          begun({ ledgerId, serial: 2 }),
          'task.confirm',
          'task.hang',
          'task.assign',
          'task.accept',
          'task.terminate',
        ),
      );
      const both = { ...PEOPLE.reporter, posts: [...PEOPLE.reporter.posts, ...PEOPLE.unitHead.posts] };
      const read = async (input: object) =>
        inboxSchema.parse(await ask('inbox.read', { ledgerId, box: 'news', ...input }, both));
      const { entries, counts } = await read({ since: '0' });
      expect(new Set(entries.map(({ eventId }) => eventId)).size).toBe(entries.length);
      expect(entries.length).toBeGreaterThan(0);
      expect(counts.since).toBe(entries.length + counts.waiting);
      const seen: unknown[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await read({ limit: 1, ...(cursor ? { cursor } : {}) });
        seen.push(...page.entries);
        cursor = page.next;
      }
      expect(seen).toEqual(entries);
    });

    it('counts no reminder of a task that has ended since as new; that it ended is', async () => {
      const ledgerId = randomUUID();
      const id = randomUUID();
      const read = async (input: object) =>
        inboxSchema.parse(await ask('inbox.read', { ledgerId, box: 'news', ...input }, PEOPLE.unitHead, '2025-07-07'));
      const late = passedTo(
        usually(begun({ ledgerId }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept'),
        '2025-07-07',
      );
      await tell(late, id);
      const before = await read({ since: '0' });
      const reminders = before.entries.filter(({ kind }) => REMINDERS.includes(kind)).length;
      expect(reminders).toBeGreaterThan(0);
      const ended = usually(late, 'task.terminate');
      await house.reach(await house.lab.writer.write(`task-${id}`, ...ended.history.slice(late.history.length)));
      const after = await read({ since: '0' });
      expect(after.entries.filter(({ kind }) => REMINDERS.includes(kind))).toHaveLength(reminders);
      expect(after.counts.since).toBe(after.entries.filter(({ kind }) => !REMINDERS.includes(kind)).length);
    });

    it('carries the clock of whoever is to act, which is not that of the units', async () => {
      const ledgerId = randomUUID();
      const asked = usually(begun({ ledgerId }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
      await tell(usually(asked, 'task.report', 'task.request-closure'));
      const read = async (by: Actor, kind: string) =>
        inboxSchema
          .parse(await ask('inbox.read', { ledgerId, kind }, by, '2025-03-18'))
          .entries.map(({ clock }) => clock);
      expect(await read(PEOPLE.verifier, 'verify')).toEqual([{ due: '2025-03-17', remainingWorkingDays: -1 }]);
      expect(await read(PEOPLE.supportReporter, 'accept')).toEqual([{ due: '2025-03-06', remainingWorkingDays: -8 }]);

      const counted = async (today: string) =>
        inboxSchema.parse(await ask('inbox.read', { ledgerId }, PEOPLE.verifier, today)).counts;
      expect(await counted('2025-03-17')).toMatchObject({
        waiting: 1,
        ownDueToday: 1,
        ownLate: 0,
        dueToday: 0,
        late: 0,
      });
      expect(await counted('2025-03-18')).toMatchObject({
        waiting: 1,
        ownDueToday: 0,
        ownLate: 1,
        dueToday: 0,
        late: 0,
      });
    });

    it('tells news of a delay with how the task stands now', async () => {
      const ledgerId = randomUUID();
      const urged = { ...soundBody('task.fire-rung'), rung: { rungId: 'urge-1', kind: 'urge' } } as const;
      const taken = usually(begun({ ledgerId }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
      const late = taken.after('task.fire-rung', urged, { by: PEOPLE.engine });
      const id = await tell(late);
      const news = async () =>
        inboxSchema
          .parse(await ask('inbox.read', { ledgerId, box: 'news', kind: 'urge-copy' }, PEOPLE.unitHead, '2025-07-03'))
          .entries.map(({ lamp }) => lamp);
      expect(await news()).toEqual(['late']);
      const done = { progress: '已印发', done: [{ limitId: 'L1', period: null }] };
      const story = late.after('task.report', done, { by: PEOPLE.reporter });
      await house.reach(await lab.writer.write(`task-${id}`, ...story.history.slice(late.history.length)));
      expect(await news()).toEqual(['normal']);
    });

    it('shows a reminder with the day of its own limit, and sorts and counts it by that day', async () => {
      const ledgerId = randomUUID();
      const assigned = usually(begun({ ledgerId }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
      const first = soundBody('task.fire-rung');
      const rung = { ...first, obligation: { lane: UNITS.health, limitId: 'L2', period: null }, due: '2025-09-30' };
      const by = { by: PEOPLE.engine };
      await tell(assigned.after('task.fire-rung', rung, by).after('task.fire-rung', first, by));
      // One task is one line, with the earliest of its days.
      await tell(
        usually(begun({ ledgerId, serial: 2 }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept').after(
          'task.fire-rung',
          rung,
          by,
        ),
      );
      const read = async (input: object) =>
        inboxSchema.parse(await ask('inbox.read', { ledgerId, ...input }, PEOPLE.reporter, '2025-07-03'));
      const { entries, counts } = await read({});
      expect(entries.map(({ nextDue, lamp }) => [nextDue, lamp])).toEqual([
        ['2025-06-30', 'late'],
        ['2025-09-30', 'normal'],
      ]);
      expect(counts).toMatchObject({ waiting: 2, late: 1 });
      const page = await read({ limit: 1 });
      expect((await read({ limit: 1, cursor: page.next })).entries).toEqual(entries.slice(1));
    });

    it('makes one entry per event and audience, also when all comes in one batch', async () => {
      const story = taskIn('returned' satisfies TaskStatus);
      const id = randomUUID();
      await tell(story, id);
      const { rows } = await lab.pool.query<{ kind: string; open: boolean; n: string }>(
        `select kind, settled_at is null as open, count(*) as n from projection_inbox.entry where task_id = $1
         group by 1, 2 order by 1`,
        [id],
      );
      expect(rows).toEqual([
        { kind: 'accept', open: false, n: '4' },
        { kind: 'rectify', open: true, n: '2' },
        { kind: 'verify', open: false, n: '1' },
      ]);
    });
  });

  it('finds units by part, by exact names and aliases, with those above', async () => {
    const [top, middle] = [randomUUID(), randomUUID()];
    await lab.writer.write(`unit-${top}`, { type: 'unit.created', data: { name: '某市人民政府', parentId: null } });
    await lab.writer.write(
      `unit-${middle}`,
      { type: 'unit.created', data: { name: '某市卫生和计划生育局', parentId: top } },
      { type: 'unit.renamed', data: { name: '某市卫生健康局', reason: '机构改革' } },
    );
    const position = await lab.writer.write(`unit-${middle}`, {
      type: 'unit.alias-added',
      data: { alias: '某市卫健局' },
    });
    await house.reach(position);
    expect(await ask('unit.list', { text: '某市卫' }, PEOPLE.reporter)).toMatchObject({
      units: [{ unitId: middle, name: '某市卫生健康局', above: [{ unitId: top, name: '某市人民政府' }] }],
    });
    expect(await ask('unit.list', { names: ['某市卫健局', '某市审计局'] }, PEOPLE.clerk)).toMatchObject({
      matches: [
        { name: '某市卫健局', unitIds: [middle] },
        { name: '某市审计局', unitIds: [] },
      ],
    });
    // A comma is part of a name.
    expect(await ask('unit.list', { names: '某市卫健局,某市审计局' }, PEOPLE.clerk)).toMatchObject({
      matches: [{ name: '某市卫健局,某市审计局', unitIds: [] }],
    });
  });

  it('finds units by the initials of names and aliases, and by id', async () => {
    const names = ['市卫健委', '国务院办公厅', '重庆市发展改革委', '市市场监管局'];
    const ids = names.map(() => randomUUID());
    for (const [index, name] of names.entries()) {
      await lab.writer.write(`unit-${ids[index] ?? ''}`, { type: 'unit.created', data: { name, parentId: null } });
    }
    const renamed = { type: 'unit.alias-added', data: { alias: '市价格监测中心' } };
    await house.reach(await lab.writer.write(`unit-${ids[3] ?? ''}`, renamed));
    const called = async (input: object) => {
      const { units } = unitListSchema.parse(await ask('unit.list', input, PEOPLE.clerk));
      return units.map(({ name }) => name);
    };
    expect(await called({ text: 'wjw' })).toEqual(['市卫健委']);
    expect(await called({ text: 'ＷＪＷ' })).toEqual(['市卫健委']);
    expect(await called({ text: 'gwybgt' })).toEqual(['国务院办公厅']);
    expect(await called({ text: 'cqs' })).toEqual(['重庆市发展改革委']);
    expect(await called({ text: 'jgjczx' })).toEqual(['市市场监管局']);
    expect(await called({ text: 'wjww' })).toEqual([]);
    expect(await called({ ids: [ids[3], ids[1], randomUUID()] })).toEqual(['国务院办公厅', '市市场监管局']);
    expect(await called({ ids: `${ids[0] ?? ''},${ids[1] ?? ''}`, text: 'wjw' })).toEqual(['市卫健委']);
  });

  it('gives an account its posts until they are revoked, and tells sessions of the change', async () => {
    const [postId, accountId, unitId] = [randomUUID(), randomUUID(), UNITS.health];
    const heard: (string | undefined)[] = [];
    const listener = await lab.pool.connect();
    try {
      listener.on('notification', ({ payload }) => heard.push(payload));
      await listener.query('listen taizhang_identity');
      const post = { postId, accountId, unitId, role: 'reporter', ledgerId: LEDGER_ID };
      const grant = { ...post, inCharge: [], second: 'unneeded' };
      const granted = await lab.writer.write(`account-${accountId}`, { type: 'post.granted', data: grant });
      await house.reach(granted);
      expect(await postsOf(lab.pool, accountId)).toEqual([
        { postId, unitId, role: 'reporter', ledgerId: LEDGER_ID, practice: false, inCharge: [] },
      ]);
      const revocation = { postId, unitId, role: 'reporter', ledgerId: LEDGER_ID, reason: '调离' };
      const revoked = await lab.writer.write(`account-${accountId}`, { type: 'post.revoked', data: revocation });
      await house.reach(revoked);
      await listener.query('select 1');
      expect(heard).toEqual(Array(2).fill(JSON.stringify({ kind: 'account', accountId })));
    } finally {
      listener.release(true);
    }
    expect(await postsOf(lab.pool, accountId)).toEqual([]);
    expect(await ask('post.list', { accountId }, PEOPLE.securityAdministrator)).toMatchObject({ posts: [] });
    expect(await ask('post.list', { accountId, revoked: 'true' }, PEOPLE.securityAdministrator)).toMatchObject({
      posts: [{ postId, unit: { unitId } }],
    });
  });

  it('tells how far the read models go', async () => {
    const made = lab.projectors().map(({ name, version }) => ({ name, version, stopped: null }));
    expect(await ask('projection.list', {}, PEOPLE.auditor)).toMatchObject({
      projections: made.sort((one, other) => (one.name < other.name ? -1 : 1)),
    });
  });
});

function declined(story: TaskStory): TaskStory {
  return usually(story, 'task.confirm', 'task.hang', 'task.assign', 'task.decline');
}
