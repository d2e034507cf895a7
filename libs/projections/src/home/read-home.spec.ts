import { randomUUID } from 'node:crypto';
import {
  type Home,
  homeSchema,
  inboxSchema,
  type TaskRow,
  taskDetailSchema,
  taskListSchema,
  type WaitKind,
} from '#contracts';
import { type Actor, openProposals } from '#domain';
import { createTestDatabase, seededRandom } from '#testing';
import {
  aLimit,
  approved,
  OF_FINANCE,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  personWith,
  soundBody,
  stateOf,
  type TaskStory,
  UNITS,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab, randomHistory } from '../../testing';

const LEADER = PEOPLE.leader;
const EVERYBODY: readonly Actor[] = [
  PEOPLE.clerk,
  PEOPLE.secondClerk,
  PEOPLE.reporter,
  PEOPLE.supportReporter,
  PEOPLE.unitHead,
  PEOPLE.verifier,
  PEOPLE.closer,
  LEADER,
  PEOPLE.auditor,
];
/** The same person as reporter, clerk and verifier. */
const MANY: Actor = {
  ...PEOPLE.clerk,
  posts: [...PEOPLE.clerk.posts, ...PEOPLE.reporter.posts, ...PEOPLE.verifier.posts],
};

describe('the home', () => {
  let house: QueryLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    const units = [
      [UNITS.office, '市政府', null],
      [UNITS.health, '市卫健局', UNITS.office],
      [UNITS.finance, '市财政局', UNITS.office],
    ] as const;
    for (const [unitId, name, parentId] of units) {
      await house.reach(await writer.write(`unit-${unitId}`, { type: 'unit.created', data: { name, parentId } }));
    }
    for (const { accountId, posts } of [PEOPLE.reporter, PEOPLE.supportReporter]) {
      for (const { postId, unitId, role } of posts)
        await onAccount(accountId, granted({ postId, unitId, role, accountId }));
    }
  });
  afterAll(() => house.close());

  const granted = (post: { postId: string; unitId: string; role: string; accountId: string }) => ({
    type: 'post.granted' as const,
    data: { ...post, ledgerId: null, inCharge: [], second: 'unneeded' as const },
  });
  const onAccount = async (accountId: string, event: Parameters<typeof house.lab.writer.write>[1]) =>
    house.reach(await house.lab.writer.write(`account-${accountId}`, event));
  const home = async (by: Actor, input: object = {}, today?: string): Promise<Home> =>
    homeSchema.parse(await house.ask('home.read', input, by, today));
  const list = async (by: Actor, input: object, today?: string) =>
    taskListSchema.parse(await house.ask('task.list', input, by, today));
  const counts = ({ waits }: Home) => Object.fromEntries(waits.map(({ kind, tasks }) => [kind, tasks]));
  const told = ({ rows }: Home) => rows.map(({ title, kind, act }) => [title, kind, act].filter(Boolean).join(' '));

  /** The whole list of what waits for somebody, page by page, as the exported file reads it. */
  async function everyRow(by: Actor, input: object, today?: string): Promise<readonly TaskRow[]> {
    const rows: TaskRow[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(by, { ...input, limit: '200', ...(cursor === null ? {} : { cursor }) }, today);
      rows.push(...page.tasks);
      cursor = page.next;
    } while (cursor !== null);
    return rows;
  }

  async function ledgerWith(...stories: readonly ((ledgerId: string, serial: number) => TaskStory)[]): Promise<string> {
    const ledgerId = randomUUID();
    for (const [index, story] of stories.entries()) await house.tell(story(ledgerId, index + 1));
    return ledgerId;
  }

  /** Writes many tasks at once. */
  async function writeAll(histories: readonly TaskStory['history'][]): Promise<void> {
    const { writer } = house.lab;
    const written = histories.map((history) => writer.write(`task-${randomUUID()}`, ...history));
    for (const position of await Promise.all(written)) await house.reach(position);
  }

  const draft =
    (title: string, due: string | null = '2025-09-30') =>
    (ledgerId: string, serial: number) =>
      begun({ ledgerId, serial, title, limits: due === null ? [] : [aLimit('L1', { due })] });
  const after =
    (story: (ledgerId: string, serial: number) => TaskStory, ...acts: Parameters<typeof usually>[1][]) =>
    (ledgerId: string, serial: number) =>
      usually(story(ledgerId, serial), ...acts);
  const UNDERWAY = ['task.confirm', 'task.hang', 'task.assign', 'task.accept'] as const;
  const REQUESTED = [...UNDERWAY, 'task.report', 'task.request-closure'] as const;

  it('of a clerk tells of 301 tasks that nobody has confirmed (fault 18)', async () => {
    const ledgerId = randomUUID();
    await writeAll(
      Array.from(
        { length: 301 },
        (_, index) => begun({ ledgerId, serial: index + 1, title: '新任务', limits: [] }).history,
      ),
    );
    const clerks = await home(PEOPLE.clerk, { ledgerId });
    expect(counts(clerks)).toEqual({ confirm: 301 });
    expect(clerks.total).toEqual({ tasks: 301, isFloor: false });
    expect(clerks.rows).toHaveLength(20);
    expect(await everyRow(PEOPLE.clerk, { ledgerId, mine: 'confirm' })).toHaveLength(301);
  });

  it('of a reporter keeps a task from its assignment to its end, reminded or not (fault 19)', async () => {
    const steps: readonly (readonly [Parameters<typeof usually>[1], string])[] = [
      ['task.accept', 'work'],
      ['task.report', 'work'],
      ['task.request-closure', 'away'],
      ['task.verify', 'away'],
    ];
    const ledgerId = randomUUID();
    const taskId = randomUUID();
    let story = after(draft('分级诊疗'), 'task.confirm', 'task.hang', 'task.assign')(ledgerId, 1);
    await house.tell(story, taskId);
    expect((await home(PEOPLE.reporter, { ledgerId })).rows.map(({ kind }) => kind)).toEqual(['accept']);
    for (const [act, kind] of steps) {
      const known = story.history.length;
      story = usually(story, act);
      await house.reach(await house.lab.writer.write(`task-${taskId}`, ...story.history.slice(known)));
      expect((await home(PEOPLE.reporter, { ledgerId })).rows.map((row) => row.kind)).toEqual([kind]);
    }
    const known = story.history.length;
    story = usually(story, 'task.close');
    await house.reach(await house.lab.writer.write(`task-${taskId}`, ...story.history.slice(known)));
    expect((await home(PEOPLE.reporter, { ledgerId })).rows).toEqual([]);
  });

  it('of a reporter is in the order of the days that its rows show; what rests or is in other hands comes last', async () => {
    const supported = (title: string, due: string) => (id: string, serial: number) =>
      after(draft(title, due), ...UNDERWAY)(id, serial).after('task.accept', {}, { by: PEOPLE.supportReporter });
    const ledgerId = await ledgerWith(
      (id, serial) =>
        approved(
          supported('缓办', '2025-04-01')(id, serial).after('task.suspend', soundBody('task.suspend'), {
            by: PEOPLE.clerk,
          }),
        ),
      supported('来得及', '2025-09-30'),
      supported('已逾期', '2025-04-15'),
    );
    for (const reporter of [PEOPLE.reporter, PEOPLE.supportReporter]) {
      const { rows } = await home(reporter, { ledgerId }, '2025-05-09');
      expect(rows.map(({ title }) => title)).toEqual(['已逾期', '来得及', '缓办']);
    }
  });

  it('has one row for a task however often people were reminded of it (fault 20)', async () => {
    const ledgerId = await ledgerWith((id, serial) =>
      passedTo(after(draft('逾期任务', '2025-04-15'), ...UNDERWAY)(id, serial), '2025-05-09'),
    );
    const waiting = await house.lab.pool.query(
      `select from projection_inbox.entry where ledger_id = $1 and waits and settled_at is null and audience like 'reporter%'`,
      [ledgerId],
    );
    expect(waiting.rowCount).toBeGreaterThan(1);
    const today = '2025-05-09';
    expect(told(await home(PEOPLE.reporter, { ledgerId }, today))).toEqual(['逾期任务 work task.report']);
    expect(told(await home(PEOPLE.unitHead, { ledgerId }, today))).toEqual(['逾期任务 overdue task.report']);
    expect(told(await home(PEOPLE.clerk, { ledgerId }, today))).toEqual(['逾期任务 urge task.urge']);
    // The leader has a measure to decide in it, and meets it once, with that.
    const leaders = await home(LEADER, { ledgerId }, today);
    expect(told(leaders)).toEqual(['逾期任务 decide task.decide-proposal']);
    expect(leaders.late).toMatchObject({ tasks: 1 });
    expect(leaders.rows[0]?.asked).toMatchObject({ act: 'task.take-measure', word: '通报约谈督办' });
  });

  it('has a proposed measure for the leader to whom it went by name, and for another one once that post is vacated', async () => {
    const [own] = LEADER.posts;
    if (own === undefined) throw new Error('the leader holds a post');
    const accountId = LEADER.accountId;
    const today = '2025-05-09';
    const other = personWith(0x90, '另一领导', 'leader', UNITS.office);
    const ledgerId = await ledgerWith((id, serial) =>
      passedTo(after(draft('逾期任务', '2025-04-15'), ...UNDERWAY)(id, serial), today),
    );
    const decidesIn = async (by: Actor) => {
      const { entries } = inboxSchema.parse(await house.ask('inbox.read', { ledgerId, box: 'waiting' }, by, today));
      const inbox = entries.filter(({ kind }) => kind === 'decide').length;
      return [counts(await home(by, { ledgerId }, today))['decide'] ?? 0, inbox];
    };
    const post = { postId: own.postId, unitId: own.unitId, role: 'leader' };
    await onAccount(accountId, granted({ ...post, accountId }));
    expect([await decidesIn(LEADER), await decidesIn(other)]).toEqual([
      [1, 1],
      [0, 0],
    ]);
    const [{ taskId } = { taskId: '' }] = (await list(LEADER, { ledgerId }, today)).tasks;
    const whyNot = async (by: Actor) => {
      const { task } = taskDetailSchema.parse(await house.ask('task.read', { taskId }, by, today));
      const act = task.acts.find(({ operation }) => operation === 'task.decide-proposal');
      return [act?.open, act?.reason, task.proposals.map(({ barred }) => barred)];
    };
    const others = '该建议已报主要领导决定，请由主要领导审批。';
    expect([await whyNot(LEADER), await whyNot(other)]).toEqual([
      [true, null, [null]],
      [false, others, [others]],
    ]);
    await onAccount(accountId, { type: 'post.revoked', data: { ...post, ledgerId: null, reason: '调离' } });
    expect(await decidesIn(other)).toEqual([1, 1]);
    expect(await whyNot(other)).toEqual([true, null, [null]]);
  });

  it('of a clerk has a task without any date once its review is due, and no more once the unit was urged', async () => {
    const ledgerId = randomUUID();
    const taskId = randomUUID();
    const undated = begun({ ledgerId, serial: 1, title: '长期任务', limits: [] })
      .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'none' })
      .after('task.hang', soundBody('task.hang'))
      .after('task.assign', soundBody('task.assign'))
      .after('task.accept', {}, OF_HEALTH);
    await house.tell(undated, taskId);
    const on = async (today: string) => told(await home(PEOPLE.clerk, { ledgerId }, today));
    expect([await on('2025-06-02'), await on('2025-06-03')]).toEqual([[], ['长期任务 review task.urge']]);
    expect((await list(PEOPLE.clerk, { ledgerId, mine: 'review' }, '2025-06-03')).total).toBe(1);
    expect((await home(PEOPLE.reporter, { ledgerId }, '2025-06-03')).waits.map(({ kind }) => kind)).toEqual(['work']);
    const urged = undated.on('2025-06-03').after('task.urge', {});
    const known = undated.history.length;
    await house.reach(await house.lab.writer.write(`task-${taskId}`, ...urged.history.slice(known)));
    expect(await on('2025-06-04')).toEqual([]);
  });

  it('of a clerk has each assignment to a unit in which nobody can act, a supporting one too, until its answer is recorded', async () => {
    const ledgerId = randomUUID();
    const taskId = randomUUID();
    const supported = begun({ ledgerId, serial: 1, title: '配合', limits: [aLimit('L1', { due: '2025-09-30' })] })
      .after('task.confirm', {
        leadUnitIds: [UNITS.health],
        supportUnitIds: [UNITS.insurance],
        limits: 'confirmed',
      })
      .after('task.hang', soundBody('task.hang'))
      .after('task.assign', soundBody('task.assign'))
      .after('task.accept', {}, OF_HEALTH);
    await house.tell(supported, taskId);
    const recorded = async () => told(await home(PEOPLE.clerk, { ledgerId }));
    const row = '配合 record task.accept-on-behalf';
    expect(await recorded()).toEqual([row]);
    expect((await home(PEOPLE.clerk, { ledgerId })).rows[0]).toMatchObject({ unit: { unitId: UNITS.insurance } });
    expect((await list(PEOPLE.clerk, { ledgerId, mine: 'record' })).total).toBe(1);

    // A post alone is not enough: its account has to be able to sign in.
    const accountId = randomUUID();
    await onAccount(accountId, { type: 'account.disabled', data: {} });
    const post = { postId: randomUUID(), unitId: UNITS.insurance, role: 'reporter' };
    await onAccount(accountId, granted({ ...post, accountId }));
    expect(await recorded()).toEqual([row]);
    await onAccount(accountId, { type: 'account.enabled', data: {} });
    expect(await recorded()).toEqual([]);
    await onAccount(accountId, { type: 'post.revoked', data: { ...post, ledgerId: null, reason: '调离' } });
    expect(await recorded()).toEqual([row]);

    const taken = supported.after('task.accept-on-behalf', {
      onBehalf: { unitId: UNITS.insurance, saidBy: '赵科长', how: 'phone', saidOn: supported.today, sheet: [] },
    });
    const known = supported.history.length;
    await house.reach(await house.lab.writer.write(`task-${taskId}`, ...taken.history.slice(known)));
    expect(await recorded()).toEqual([]);
  });

  it('says in its first figure how much is late and for how long', async () => {
    const ledgerId = await ledgerWith(
      after(draft('甲', '2025-04-15'), ...UNDERWAY),
      after(draft('乙', '2025-04-30'), ...UNDERWAY),
      after(draft('丙', '2025-09-30'), ...UNDERWAY),
    );
    for (const by of [PEOPLE.clerk, PEOPLE.reporter, PEOPLE.unitHead, LEADER]) {
      const { late } = await home(by, { ledgerId }, '2025-05-06');
      expect(late).toEqual({ tasks: 2, isFloor: false, workingDays: 15, resting: 0 });
    }
    for (const by of [PEOPLE.verifier, PEOPLE.closer, PEOPLE.auditor]) {
      expect((await home(by, { ledgerId }, '2025-05-06')).late).toBeNull();
    }
    expect((await home(PEOPLE.clerk, { ledgerId }, '2025-04-15')).late).toMatchObject({ tasks: 0, workingDays: 0 });
  });

  it('of a clerk counts each desk, and puts the oldest first', async () => {
    const ledgerId = await ledgerWith(
      draft('待确认', '2025-07-01'),
      after(draft('待交办', '2025-05-01'), 'task.confirm', 'task.hang'),
      after(draft('退件'), 'task.confirm', 'task.hang', 'task.assign', 'task.decline'),
      (id, serial) =>
        after(
          draft('待重新交办'),
          'task.confirm',
          'task.hang',
          'task.assign',
          'task.decline',
        )(id, serial).after('task.confirm', {
          leadUnitIds: [UNITS.insurance],
          supportUnitIds: [],
          limits: 'confirmed',
        }),
      (id, serial) =>
        after(draft('待审批'), ...UNDERWAY)(id, serial).after(
          'task.extend',
          { limitId: 'L1', due: '2025-12-31', reason: '等待省级系统上线' },
          OF_HEALTH,
        ),
      after(draft('在办'), ...UNDERWAY),
      (id, serial) =>
        usually(
          draft('无时限', null)(id, serial).after('task.confirm', {
            leadUnitIds: [UNITS.health],
            supportUnitIds: [],
            limits: 'none',
          }),
          'task.hang',
        ),
    );
    const clerks = await home(PEOPLE.clerk, { ledgerId });
    expect(counts(clerks)).toEqual({ decide: 1, declined: 1, reassign: 1, assign: 2, confirm: 1 });
    expect(clerks.rows.map(({ title }) => title).slice(3)).toEqual(['待交办', '待确认', '无时限']);
    expect(new Set(told(clerks).slice(0, 3))).toEqual(
      new Set(['退件 declined task.confirm', '待重新交办 reassign task.assign', '待审批 decide task.decide-proposal']),
    );
    const [asked] = clerks.rows.flatMap((row) => row.asked ?? []);
    expect(asked).toMatchObject({
      word: '申请延期',
      until: '2025-12-31',
      grounds: '等待省级系统上线',
      byName: '卫健经办',
    });
  });

  it('offers nobody the decision on what they themselves asked for', async () => {
    const ledgerId = await ledgerWith((id, serial) =>
      after(draft('缓办'), ...UNDERWAY)(id, serial).after('task.suspend', soundBody('task.suspend')),
    );
    expect(counts(await home(PEOPLE.clerk, { ledgerId }))).toEqual({});
    expect((await list(PEOPLE.clerk, { ledgerId, mine: 'decide' })).total).toBe(0);
    expect(counts(await home(PEOPLE.secondClerk, { ledgerId }))).toEqual({ decide: 1 });
  });

  it('of a clerk leaves out a late task for the day on which it was urged', async () => {
    const ledgerId = await ledgerWith((id, serial) =>
      after(draft('逾期', '2025-03-31'), ...UNDERWAY)(id, serial)
        .on('2025-05-06')
        .after('task.urge', {}),
    );
    const today = await home(PEOPLE.clerk, { ledgerId }, '2025-05-06');
    expect([counts(today), today.late]).toMatchObject([{}, { tasks: 1, resting: 1 }]);
    expect(counts(await home(PEOPLE.clerk, { ledgerId }, '2025-05-07'))).toEqual({ urge: 1 });
    const [row] = (await list(PEOPLE.clerk, { ledgerId, lamp: 'late' }, '2025-05-06')).tasks;
    expect(row?.lastUrgedOn).toBe('2025-05-06');
  });

  it('of verifier and closer begins with what waits the longest, and says since when', async () => {
    const requested = (title: string, day: string) => (id: string, serial: number) => {
      const story = after(draft(title), ...UNDERWAY)(id, serial).on(day);
      return usually(story, 'task.report', 'task.request-closure');
    };
    const ledgerId = await ledgerWith(requested('后报', '2025-04-10'), requested('先报', '2025-04-01'), (id, serial) =>
      usually(requested('已核验', '2025-04-01')(id, serial).on('2025-04-03'), 'task.verify'),
    );
    const verifiers = await home(PEOPLE.verifier, { ledgerId }, '2025-04-11');
    expect(verifiers.rows.map(({ title, since }) => [title, since?.workingDays])).toEqual([
      ['先报', 8],
      ['后报', 1],
    ]);
    expect(verifiers.rows[0]).toMatchObject({
      act: 'task.verify',
      clock: { due: '2025-04-15', remainingWorkingDays: 2 },
    });
    const closers = await home(PEOPLE.closer, { ledgerId }, '2025-04-11');
    expect(told(closers)).toEqual(['已核验 close task.close']);
  });

  it('of a verifier and a closer leaves out what they may neither check nor close, and so does their inbox', async () => {
    const ledgerId = await ledgerWith(
      after(draft('核验'), ...REQUESTED),
      after(draft('销号'), ...REQUESTED, 'task.verify'),
    );
    const waits = async (by: Actor) => {
      const inbox = inboxSchema.parse(await house.ask('inbox.read', { ledgerId }, by));
      return [told(await home(by, { ledgerId })), inbox.entries.map(({ kind }) => kind)];
    };
    const both = { ...PEOPLE.verifier, posts: [...PEOPLE.verifier.posts, ...PEOPLE.closer.posts] };
    expect(await waits(PEOPLE.secondVerifier)).toEqual([['核验 check task.verify'], ['verify']]);
    expect(await waits(PEOPLE.closer)).toEqual([['销号 close task.close'], ['close']]);
    // Who checked it does not close it.
    expect(await waits(both)).toEqual([['核验 check task.verify'], ['verify']]);
    for (const unitId of [UNITS.health, UNITS.finance]) {
      expect(await waits(personWith(0x21, '本单位核验人', 'verifier', unitId))).toEqual([[], []]);
      expect(await waits(personWith(0x22, '本单位销号人', 'closer', unitId))).toEqual([[], []]);
    }
    expect(await waits({ ...PEOPLE.clerk, posts: [...PEOPLE.clerk.posts, ...PEOPLE.verifier.posts] })).toEqual([
      [],
      [],
    ]);
  });

  it('of a unit’s head has what is to be answered, what is ready for closure and what is late', async () => {
    const done = { progress: '完成', done: [{ limitId: 'L1', period: null }] };
    const ledgerId = await ledgerWith(
      after(draft('待签收'), 'task.confirm', 'task.hang', 'task.assign'),
      (id, serial) => after(draft('办完'), ...UNDERWAY)(id, serial).after('task.report', done, OF_HEALTH),
      after(draft('在办'), ...UNDERWAY),
      after(draft('逾期', '2025-03-31'), ...UNDERWAY),
    );
    const heads = await home(PEOPLE.unitHead, { ledgerId }, '2025-05-06');
    expect(new Set(told(heads))).toEqual(
      new Set(['待签收 accept task.accept', '办完 request task.request-closure', '逾期 overdue task.report']),
    );
    // The reporter cannot ask for closure, and goes on reporting.
    expect(told(await home(PEOPLE.reporter, { ledgerId }, '2025-05-06'))).toContain('办完 work task.report');
    // The supporting unit has its own part of each, and is late with none.
    const support = await home(PEOPLE.supportReporter, { ledgerId }, '2025-05-06');
    expect([counts(support), support.late?.tasks]).toEqual([{ accept: 4 }, 0]);
    // It works towards the day of the task, which it is not said to have no limit for.
    expect(support.rows.map(({ due, dueOfTask }) => [due, dueOfTask])).toContainEqual(['2025-03-31', true]);
    const late = heads.rows.find(({ kind }) => kind === 'overdue');
    expect([late?.due, late?.dueOfTask]).toEqual(['2025-03-31', false]);
  });

  it('of a person with several roles has each task once, with its most pressing act', async () => {
    const { posts, ...clerk } = PEOPLE.clerk;
    // Nobody decides what concerns a unit in which they stand: they report for the supporting unit, and the lead asks.
    const several = { ...clerk, posts: [...posts, ...PEOPLE.supportReporter.posts, ...PEOPLE.verifier.posts] };
    const ledgerId = await ledgerWith(
      (id, serial) =>
        after(draft('申请延期'), ...UNDERWAY)(id, serial)
          .after('task.accept', {}, OF_FINANCE)
          .after('task.extend', { limitId: 'L1', due: '2025-12-31', reason: '等待省级系统上线' }, OF_HEALTH),
      after(draft('核验'), ...REQUESTED),
      after(draft('在办'), ...UNDERWAY),
    );
    const many = await home(several, { ledgerId });
    expect(new Set(told(many))).toEqual(
      // What their own unit supports is another person's to check.
      new Set(['申请延期 decide task.decide-proposal', '核验 accept task.accept', '在办 accept task.accept']),
    );
    // A count is of what the list of its kind holds: the same task waits twice.
    expect(counts(many)).toEqual({ decide: 1, accept: 2, work: 1 });
    expect(many.total.tasks).toBe(3);
  });

  it('of a leader has each late task below once, and none of other branches', async () => {
    const ledgerId = await ledgerWith(
      after(draft('甲', '2025-03-31'), ...UNDERWAY),
      after(draft('乙', '2025-04-15'), ...UNDERWAY),
    );
    const above = await home(LEADER, { ledgerId }, '2025-05-06');
    expect(told(above)).toEqual(['甲 overdue task.instruct', '乙 overdue task.instruct']);
    expect([above.total.tasks, above.toDo.tasks]).toEqual([2, 2]);
    const elsewhere = personWith(0x80, '分管领导', 'leader', UNITS.insurance);
    expect(await home(elsewhere, { ledgerId }, '2025-05-06')).toMatchObject({ rows: [], late: { tasks: 0 } });
  });

  it('of a leader leaves out what they have read or given an instruction about, until it is brought to them again', async () => {
    const ledgerId = randomUUID();
    const taskId = randomUUID();
    let story = passedTo(after(draft('甲', '2025-03-31'), ...UNDERWAY)(ledgerId, 1), '2025-04-08');
    await house.tell(story, taskId);
    const goOn = async (next: TaskStory): Promise<void> => {
      const position = await house.lab.writer.write(`task-${taskId}`, ...next.history.slice(story.history.length));
      story = next;
      await house.reach(position);
    };
    const rowsOf = async (by: Actor, day: string) =>
      (await home(by, { ledgerId }, day)).rows.map(({ kind, toRead }) => `${kind}${toRead ? ' to read' : ''}`);

    expect(await rowsOf(LEADER, '2025-04-08')).toEqual(['overdue to read']);
    expect(await rowsOf(PEOPLE.unitHead, '2025-04-08')).toEqual(['overdue to read']);
    await goOn(story.after('task.note-read', {}, { by: LEADER }));
    expect(await home(LEADER, { ledgerId }, '2025-04-08')).toMatchObject({ rows: [], late: { tasks: 1 } });
    expect(await rowsOf(PEOPLE.unitHead, '2025-04-08')).toEqual(['overdue to read']);

    await goOn(passedTo(story, '2025-04-23'));
    await goOn(story.after('task.instruct', { text: '请说明迟缓原因' }, { by: LEADER }));
    expect((await list(LEADER, { ledgerId })).tasks.map(({ lastInstructedOn }) => lastInstructedOn)).toEqual([
      story.today,
    ]);
    expect(await rowsOf(LEADER, story.today)).not.toContain('overdue');
  });

  it('of a leader leaves out a task in which they decided on a measure today, until it is brought to them again', async () => {
    const [ledgerId, taskId] = [randomUUID(), randomUUID()];
    const today = '2025-05-09';
    let story = passedTo(after(draft('甲', '2025-04-15'), ...UNDERWAY)(ledgerId, 1), today);
    await house.tell(story, taskId);
    const goOn = async (next: TaskStory): Promise<void> => {
      const position = await house.lab.writer.write(`task-${taskId}`, ...next.history.slice(story.history.length));
      story = next;
      await house.reach(position);
    };
    const [asked] = openProposals(stateOf(story));
    const decision = { proposalId: asked?.proposalId ?? '', result: 'approved', measure: 'talk', reason: '' } as const;
    await goOn(story.after('task.decide-proposal', decision, { by: LEADER }));
    expect(await home(LEADER, { ledgerId }, today)).toMatchObject({ rows: [], late: { tasks: 1 } });
    // Whoever goes on with it is told in the row, on that day.
    const ofClerk = async (day: string) => (await home(PEOPLE.clerk, { ledgerId }, day)).rows.map((row) => row.decided);
    expect([await ofClerk(today), await ofClerk('2025-05-12')]).toEqual([[['talk']], [[]]]);
    expect(told(await home(LEADER, { ledgerId }, '2025-05-12'))).toEqual([]);
    await goOn(passedTo(story, '2025-05-14'));
    expect((await home(LEADER, { ledgerId }, '2025-05-14')).rows).toMatchObject([
      { kind: 'overdue', toRead: true, decided: [] },
    ]);
  });

  it('of a leader and of a clerk has a task of which another delay than a limit was brought to them', async () => {
    const silent = (id: string, serial: number) =>
      passedTo(
        after(draft('待签收', '2025-12-31'), 'task.confirm', 'task.hang', 'task.assign')(id, serial),
        '2025-03-20',
      );
    const ledgerId = await ledgerWith(silent);
    const ofLeader = await home(LEADER, { ledgerId }, '2025-03-20');
    expect(told(ofLeader)).toEqual(['待签收 overdue task.instruct']);
    expect(ofLeader).toMatchObject({ late: { tasks: 0 }, rows: [{ toRead: true, lateLimit: null }] });
    expect(told(await home(PEOPLE.clerk, { ledgerId }, '2025-03-20'))).toEqual(['待签收 urge task.urge']);
  });

  it('of a leader keeps what was brought to them and another leader gave an instruction about', async () => {
    const another = { ...LEADER, accountId: randomUUID() };
    const ledgerId = await ledgerWith((id, serial) =>
      passedTo(after(draft('甲', '2025-03-31'), ...UNDERWAY)(id, serial), '2025-04-08').after(
        'task.instruct',
        { text: '请说明迟缓原因' },
        { by: another },
      ),
    );
    expect(told(await home(LEADER, { ledgerId }, '2025-04-08'))).toEqual(['甲 overdue task.instruct']);
    expect(told(await home(another, { ledgerId }, '2025-04-08'))).toEqual([]);
  });

  it('shows an overdue limit in the row that asks for the answer to an instruction', async () => {
    const ledgerId = await ledgerWith((id, serial) =>
      after(draft('逾期', '2025-03-31'), ...UNDERWAY)(id, serial)
        .on('2025-05-06')
        .after('task.instruct', { text: '请说明迟缓原因' }, { by: LEADER }),
    );
    const reporters = await home(PEOPLE.reporter, { ledgerId }, '2025-05-07');
    expect(reporters.rows).toMatchObject([
      {
        kind: 'answer',
        act: 'task.answer-instruction',
        clock: { due: '2025-05-13', remainingWorkingDays: 4 },
        also: ['work'],
        lateLimit: { due: '2025-03-31', workingDays: 27 },
      },
    ]);
    expect([reporters.late?.tasks, reporters.overClock]).toEqual([1, 0]);
    expect((await home(PEOPLE.reporter, { ledgerId }, '2025-05-14')).overClock).toBe(1);
  });

  it('counts an assignment that was to be answered by now as over, and as nothing late', async () => {
    const ledgerId = await ledgerWith(after(draft('待签收'), 'task.confirm', 'task.hang', 'task.assign'));
    const on = async (today: string) => {
      const { late, overClock, rows } = await home(PEOPLE.reporter, { ledgerId }, today);
      return [late?.tasks, overClock, rows.map(({ lateLimit }) => lateLimit)];
    };
    expect([await on('2025-03-06'), await on('2025-03-10')]).toEqual([
      [0, 0, [null]],
      [0, 1, [null]],
    ]);
  });

  it('of a post in one ledger has nothing of another', async () => {
    const ledgerId = await ledgerWith(draft('甲'));
    const elsewhere = personWith(0x81, '督查丙', 'supervision-clerk', UNITS.office, randomUUID());
    expect((await home(elsewhere, { ledgerId })).rows).toEqual([]);
    expect((await home(elsewhere)).rows).toEqual([]);
  });

  it('goes by the day in Shanghai that it is asked for', async () => {
    const ledgerId = await ledgerWith(after(draft('甲', '2025-04-15'), ...UNDERWAY));
    const lamps = async (today: string) => {
      const { rows, late } = await home(PEOPLE.reporter, { ledgerId }, today);
      return [rows[0]?.lamp, rows[0]?.remainingWorkingDays, late?.tasks];
    };
    expect(await lamps('2025-04-15')).toEqual(['near', 0, 0]);
    expect(await lamps('2025-04-16')).toEqual(['late', -1, 1]);
  });

  it('counts up to a thousand of ten thousand tasks, and reads one page', async () => {
    const ledgerId = randomUUID();
    const taskId = await house.tell(begun({ ledgerId, serial: 1, limits: [aLimit('L1', { due: '2025-09-30' })] }));
    const { pool } = house.lab;
    await pool.query(
      `insert into projection_tasks.task (task_id, ledger_id, import_id, serial, title, status, lead_unit_ids,
         support_unit_ids, unanswered_unit_ids, lane_steps, lead_unit_names, support_unit_names, section, source_number, limit_count, extension_asked, asked, place,
         children_total, children_open, revision, position, recorded_at, indicators, doubts, state, delays_told, delays_read, lamp_spared, spared)
       select gen_random_uuid(), ledger_id, import_id, serial + n, title, status, '{}', '{}', '{}', '[]', '[]', '[]', '', '', 0, false, '[]', '',
         0, 0, 0, position, recorded_at, '[]', '[]', '{}', '{}', '{}', '', '{}'
       from projection_tasks.task, generate_series(1, 10000) n where task_id = $1`,
      [taskId],
    );
    await pool.query(
      `insert into projection_tasks.desk (task_id, desk, item, ledger_id, act, unit_ids, office, not_by, not_of, due, order_day)
       select t.task_id, 'confirm', '', t.ledger_id, 'task.confirm', '{}', true, '{}', '{}', date '2024-01-01' + t.serial, date '2024-01-01' + t.serial
       from projection_tasks.task t where t.ledger_id = $1 and t.task_id <> $2`,
      [ledgerId, taskId],
    );
    const clerks = await home(PEOPLE.clerk, { ledgerId });
    expect(clerks.waits).toEqual([{ kind: 'confirm', tasks: 1_000, isFloor: true }]);
    expect(clerks.total).toEqual({ tasks: 1_000, isFloor: true });
    const serials = await pool.query<{ serial: number }>(
      'select serial from projection_tasks.task where task_id = any($1) order by serial',
      [clerks.rows.map((row) => row.taskId)],
    );
    expect(serials.rows.map(({ serial }) => serial)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    expect(await list(PEOPLE.clerk, { ledgerId, mine: 'confirm' })).toMatchObject({ total: 1_000, totalIsFloor: true });
  });

  describe('beside the list and the file, in histories by chance', () => {
    const ledgerId = randomUUID();
    const SEEDS = [15, 2025];
    beforeAll(async () => {
      const byChance = SEEDS.flatMap((seed) => {
        const chance = seededRandom(seed);
        return Array.from({ length: 40 }, (_, index) =>
          randomHistory(chance, index + 1, 20).map((event) =>
            event.type === 'task.drafted' ? { ...event, data: { ...event.data, ledgerId } } : event,
          ),
        );
      });
      // Chance seldom gets as far as the check and the closing.
      const far = [REQUESTED, [...REQUESTED, 'task.verify'] as const].map(
        (acts) => after(draft('送审'), ...acts)(ledgerId, 900).history,
      );
      await writeAll([...byChance, ...far]);
    });

    it.each(['2025-03-03', '2025-07-15', '2026-01-05'])('counts what they hold, on %s', async (today) => {
      for (const by of [...EVERYBODY, MANY]) {
        const whole = await home(by, { ledgerId, limit: '200' }, today);
        const listed = new Set<string>();
        for (const { kind, tasks, isFloor } of whole.waits) {
          const rows = await everyRow(by, { ledgerId, mine: kind }, today);
          expect([by.name, kind, tasks, isFloor]).toEqual([by.name, kind, rows.length, false]);
          for (const { taskId } of rows) listed.add(taskId);
        }
        const late = await everyRow(by, { ledgerId, mine: 'late' }, today);
        expect([by.name, whole.late?.tasks ?? 0]).toEqual([by.name, late.length]);
        const ids = whole.rows.map(({ taskId }) => taskId);
        expect(new Set(ids)).toEqual(listed);
        expect(ids).toHaveLength(listed.size);
        expect(whole.total.tasks).toBe(listed.size);
      }
    });

    it.each(['2025-03-03', '2025-07-15', '2026-01-05'])(
      'lists what it counts, in its sentence too, on %s',
      async (today) => {
        for (const by of [...EVERYBODY, MANY]) {
          const { waits, rows, late, toDo, overClock } = await home(by, { ledgerId, limit: '200' }, today);
          const holding = (holds: (row: Home['rows'][number]) => boolean) => rows.filter(holds).length;
          for (const { kind, tasks } of waits) {
            expect([by.name, kind, holding((row) => row.kind === kind || row.also.includes(kind))]).toEqual([
              by.name,
              kind,
              tasks,
            ]);
          }
          expect([by.name, holding(({ act }) => act !== null)]).toEqual([by.name, toDo.tasks]);
          expect([by.name, holding(({ clock }) => clock !== null && clock.due < today)]).toEqual([by.name, overClock]);
          const waiting = (late?.tasks ?? 0) - (late?.resting ?? 0);
          expect([by.name, holding(({ act, lateLimit }) => act !== null && lateLimit !== null)]).toEqual([
            by.name,
            waiting,
          ]);
        }
      },
    );

    it('finds something of each kind, so that the comparison is no trifle', async () => {
      const kinds = new Set<WaitKind>();
      for (const by of EVERYBODY) {
        for (const { kind } of (await home(by, { ledgerId }, '2026-01-05')).waits) kinds.add(kind);
      }
      expect([...kinds].sort()).toEqual(
        [
          'accept',
          'answer',
          'assign',
          'away',
          'check',
          'close',
          'confirm',
          'decide',
          'declined',
          'overdue',
          'urge',
          'work',
        ].sort(),
      );
    });

    it('of the clerk holds what the lamp says is late', async () => {
      const { late } = await home(PEOPLE.clerk, { ledgerId }, '2026-01-05');
      expect((await list(PEOPLE.clerk, { ledgerId, lamp: 'late' }, '2026-01-05')).total).toBe(late?.tasks);
    });
  });
});
