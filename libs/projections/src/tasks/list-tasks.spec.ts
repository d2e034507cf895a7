import { randomUUID } from 'node:crypto';
import { type TaskRow, taskListSchema } from '#contracts';
import { createTestDatabase } from '#testing';
import {
  aLimit,
  approved,
  draftTask,
  PEOPLE,
  soundBody,
  type TaskStory,
  UNITS,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';
import { gramsOf } from '../shared/search-grams';

describe('the list of tasks', () => {
  let house: QueryLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
  });
  afterAll(() => house.close());

  const list = async (input: object, today?: string) =>
    taskListSchema.parse(await house.ask('task.list', input, PEOPLE.clerk, today));

  async function allPages(input: object, limit = 2): Promise<TaskRow[]> {
    const rows: TaskRow[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ ...input, limit: String(limit), ...(cursor === null ? {} : { cursor }) });
      rows.push(...page.tasks);
      cursor = page.next;
    } while (cursor !== null);
    return rows;
  }

  describe('in order', () => {
    const ledgerId = randomUUID();
    const taskIds: string[] = [];
    type Value = string | number | null;
    const SORTS: readonly (readonly [string, (row: TaskRow) => Value, readonly Value[] | null])[] = [
      ['serial', (row) => row.serial, [1, 2, 3, 4, 5, 6, 7]],
      ['due', (row) => row.nextDue, ['2025-03-15', '2025-04-15', '2025-06-15', '2025-06-15', '2025-07-15', null, null]],
      ['recorded', (row) => row.recordedAt, null],
      ['percent', (row) => row.percent, [0, 12.5, 40, 40, null, null, null]],
    ];
    const percents = [40, null, 12.5, 40, null, 0];

    beforeAll(async () => {
      const dues = ['2025-06-15', '2025-03-15', null, '2025-07-15', '2025-06-15', null, '2025-04-15'];
      for (const [index, due] of dues.entries()) {
        const limits = due === null ? [] : [aLimit('L1', { due })];
        const taskId = await house.tell(begun({ ledgerId, serial: index + 1, limits, title: `第${index + 1}项任务` }));
        taskIds.push(taskId);
      }
      for (const [index, percent] of percents.entries()) if (percent !== null) await report(taskIds[index], percent);
    });

    async function report(taskId: string | undefined, percent: number): Promise<void> {
      const lead = { leads: [UNITS.health], supports: [] };
      const events = [
        { type: 'task.confirmed', data: { ...lead, limits: 'confirmed' } },
        { type: 'lane.reported', data: { ...REPORT, percent } },
      ];
      await house.reach(await house.lab.writer.write(`task-${taskId ?? ''}`, ...events));
    }

    describe.each(SORTS)('by %s', (sort, value, expected) => {
      it.each(['asc', 'desc'] as const)('%s, each task once, page by page', async (order) => {
        const seen = await allPages({ ledgerId, sort, order });
        const values = seen.map(value);
        expect(new Set(seen.map(({ taskId }) => taskId)).size).toBe(7);
        const present = values.filter((each) => each !== null);
        // Those without a value come last in either order.
        expect(values).toEqual([...present, ...values.slice(present.length).map(() => null)]);
        expect(present).toEqual(sorted(present, order));
        if (expected) expect(sorted(present, 'asc')).toEqual(expected.filter((each) => each !== null));
        expect(await allPages({ ledgerId, sort, order }, 7)).toEqual(seen);
      });

      it('ends a page where one part of the list ends and another begins', async () => {
        const whole = await allPages({ ledgerId, sort }, 7);
        for (const limit of [1, 3, 4, 5, 6]) expect(await allPages({ ledgerId, sort }, limit)).toEqual(whole);
      });
    });

    it('is the ledger’s own unless asked otherwise', async () => {
      expect((await list({ ledgerId })).tasks.map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it('goes on across ledgers', async () => {
      const other = randomUUID();
      await house.tell(begun({ ledgerId: other, serial: 1, limits: [aLimit('L1', { due: '2025-05-01' })] }));
      for (const order of ['asc', 'desc'] as const) {
        const rows = await allPages({ sort: 'due', order });
        expect(new Set(rows.map((row) => row.ledgerId)).size).toBeGreaterThan(1);
        const dated = rows.flatMap(({ nextDue }) => nextDue ?? []);
        expect(dated).toEqual(sorted(dated, order));
        expect(rows.slice(dated.length).every(({ nextDue }) => nextDue === null)).toBe(true);
        expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(rows.length);
      }
    });

    it('takes no cursor of another order, and none that is made up', async () => {
      const { next } = await list({ ledgerId, sort: 'due', limit: '1' });
      expect(next).not.toBeNull();
      const wrong = [
        { sort: 'due', order: 'desc', cursor: next },
        { sort: 'percent', cursor: next },
        { sort: 'serial', cursor: next },
        { sort: 'serial', cursor: 'nonsense' },
        { sort: 'due', cursor: Buffer.from('["due","asc","soon","x"]').toString('base64url') },
      ];
      for (const input of wrong) {
        await expect(list({ ledgerId, ...input })).rejects.toMatchObject({ code: 'REQUEST.INVALID' });
      }
    });
  });

  it('shows what a draft is made of before anybody has chosen units', async () => {
    const ledgerId = randomUUID();
    const data = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    await house.lab.writer.write(`ledger-${ledgerId}`, { type: 'ledger.created', data });
    const names = ['市卫生健康局', '市医保局'].map((name) => ({ name, span: null, collective: false }));
    const doubts = [{ field: 'limits', message: '未写明年份' }];
    await house.tell(begun({ ledgerId, serial: 1, leadUnitNames: names, doubts }));
    expect((await list({ ledgerId })).tasks).toMatchObject([
      {
        ledgerName: '医改台账',
        ledgerKind: 'reform',
        outcome: null,
        leadUnits: [],
        leadUnitNames: ['市卫生健康局', '市医保局'],
        supportUnitNames: ['市财政局'],
        section: '二、重点任务',
        sourceNumber: '（一）',
        limitCount: 2,
        doubtCount: 1,
      },
    ]);
  });

  it('takes sections word for word, commas included, and tasks without one', async () => {
    const ledgerId = randomUUID();
    const { source } = draftTask();
    for (const [index, section] of ['一、优化,简化', '二、其他', ''].entries()) {
      await house.tell(begun({ ledgerId, serial: index + 1, source: { ...source, section } }));
    }
    const serials = async (section: unknown) => (await list({ ledgerId, section })).tasks.map(({ serial }) => serial);
    expect(await serials('一、优化,简化')).toEqual([1]);
    expect(await serials(['一、优化,简化', '二、其他'])).toEqual([1, 2]);
    expect(await serials('')).toEqual([3]);
    expect(await serials('一、优化')).toEqual([]);
  });

  it('counts up to a thousand, and says when there are more', async () => {
    const ledgerId = randomUUID();
    const taskId = await house.tell(begun({ ledgerId, serial: 1 }));
    const copy = (many: number) =>
      house.lab.pool.query(
        `insert into projection_tasks.task (task_id, ledger_id, import_id, serial, title, status, lead_unit_ids,
           support_unit_ids, unanswered_unit_ids, lane_steps, lead_unit_names, support_unit_names, section, source_number, limit_count, extension_asked, asked, place, children_total, children_open, revision, position,
           recorded_at, indicators, doubts, state, delays_told, delays_read, lamp_spared, spared)
         select gen_random_uuid(), ledger_id, import_id, serial + n, title, status, '{}', '{}', '{}', '[]', '[]', '[]', '', '', 0, false, '[]', '', 0, 0, 0,
           position, recorded_at, '[]', '[]', '{}', '{}', '{}', '', '{}'
         from projection_tasks.task, generate_series(1, $2) n where task_id = $1`,
        [taskId, many],
      );
    await copy(999);
    expect(await list({ ledgerId, limit: '1' })).toMatchObject({ total: 1_000, totalIsFloor: false });
    await copy(8_000);
    expect(await list({ ledgerId, limit: '1' })).toMatchObject({ total: 1_000, totalIsFloor: true });
    expect(await list({ ledgerId, limit: '1', status: 'closed' })).toMatchObject({ total: 0, totalIsFloor: false });
    // A word that the database knows to be everywhere is looked for in another way, and found all the same.
    const words = '推进分级诊疗制度建设';
    await house.lab.pool.query(
      `insert into projection_tasks.search (task_id, words, grams)
       select task_id, $2, $3 from projection_tasks.task where ledger_id = $1 and serial between 2 and 5300`,
      [ledgerId, words, gramsOf(words)],
    );
    await house.lab.pool.query('analyze projection_tasks.search, projection_tasks.task');
    for (const text of ['诊疗', '疗', '诊疗制度', '分级 制度']) {
      const found = await list({ ledgerId, limit: '2', text });
      expect(found).toMatchObject({ total: 200, totalIsFloor: true, tasks: [{ serial: 1 }, { serial: 2 }] });
    }
    expect(await list({ ledgerId, text: '诊疗 疗诊' })).toMatchObject({ total: 0 });
    expect(await list({ ledgerId, text: '诊疗', lamp: 'suspended' })).toMatchObject({ total: 0, totalIsFloor: false });
    // Where other filters leave few, all are counted.
    await house.lab.pool.query(
      `update projection_tasks.task set section = '三、少数' where ledger_id = $1 and serial between 2001 and 2300`,
      [ledgerId],
    );
    await house.lab.pool.query('analyze projection_tasks.task');
    const few = await list({ ledgerId, limit: '2', text: '诊疗', section: '三、少数' });
    expect(few).toMatchObject({ total: 300, totalIsFloor: false, tasks: [{ serial: 2001 }, { serial: 2002 }] });
  });

  describe('by words', () => {
    const ledgerId = randomUUID();
    let drg: string;

    beforeAll(async () => {
      drg = await house.tell(hung(begun({ ledgerId, serial: 1, title: '推进ＤＲＧ付费改革试点' })));
      await house.tell(
        begun({
          ledgerId,
          serial: 2,
          title: '完善公立医院章程',
          source: { ...draftTask().source, documentNumber: null },
        }),
      );
    });

    it.each([
      ['two characters', '付费'],
      ['one character', '费'],
      ['one letter', 'Ｄ'],
      ['either width', 'drg付费'],
      ['either width', 'ＤＲＧ'],
      ['words in any order', '试点 推进'],
      ['the task number', 'YG2025-001'],
      ['the task number in full width', 'ＹＧ２０２５－００１'],
      ['the task number with another dash', 'YG2025–001'],
      ['part of the task number', '5-00'],
      ['a document’s number in whatever brackets', '云政发[2021]3号'],
      ['the initials of the title', 'ffgg'],
      ['initials with letters of the title', 'tjdrgff'],
      ['a word and initials', '改革 tjdrg'],
    ])('finds %s', async (_, text) => {
      expect(await list({ ledgerId, text })).toMatchObject({ total: 1, tasks: [{ taskId: drg }] });
    });

    it.each(['没有这样的词', '100%_', '\\', 'YG2025-002', 'fgfg', '鑫'])('finds nothing by %s', async (text) => {
      expect(await list({ ledgerId, text })).toMatchObject({ total: 0, tasks: [] });
    });

    it('finds everything by nothing but blanks', async () => {
      expect(await list({ ledgerId, text: '  ' })).toMatchObject({ total: 2 });
    });
  });

  it('finds tasks by lamp', async () => {
    const ledgerId = randomUUID();
    for (const serial of [1, 2]) await house.tell(usually(begun({ ledgerId, serial }), 'task.confirm', 'task.hang'));
    // A draft has no lamp, whatever day it names.
    await house.tell(begun({ ledgerId, serial: 3 }));
    const lamps = async (today: string, lamp: string) => {
      const { tasks } = await list({ ledgerId, lamp }, today);
      expect(tasks.every((row) => row.lamp === lamp)).toBe(true);
      return tasks.length;
    };
    // The earlier limit is 2025-06-30, a Monday.
    for (const [today, lamp] of [
      ['2025-06-24', 'normal'],
      ['2025-06-25', 'near'],
      ['2025-06-30', 'near'],
      ['2025-07-01', 'late'],
    ] as const) {
      for (const each of ['normal', 'near', 'late', 'closed']) {
        expect([today, each, await lamps(today, each)]).toEqual([today, each, each === lamp ? 2 : 0]);
      }
    }
  });

  it('names the units that have not answered, and says when the office urged last', async () => {
    const ledgerId = randomUUID();
    const assigned = usually(begun({ ledgerId, serial: 1 }), 'task.confirm', 'task.hang', 'task.assign');
    const accepted = usually(begun({ ledgerId, serial: 2 }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
    await house.tell(assigned);
    await house.tell(usually(accepted, 'task.urge'));
    const [first, second] = (await list({ ledgerId })).tasks;
    expect(first).toMatchObject({ serial: 1, lastUrgedOn: null });
    expect(first?.unansweredUnitIds.toSorted()).toEqual([UNITS.health, UNITS.finance].toSorted());
    expect(second).toMatchObject({ serial: 2, unansweredUnitIds: [UNITS.finance] });
    expect(second?.laneSteps).toEqual([
      { unitId: UNITS.health, step: 'working' },
      { unitId: UNITS.finance, step: 'waiting' },
    ]);
    expect(second?.lastUrgedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });

  it('tells of each row what waits for a second person', async () => {
    const ledgerId = randomUUID();
    const given = usually(begun({ ledgerId, serial: 1 }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
    const both = given
      .after('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线' }, { by: PEOPLE.reporter })
      .after('task.suspend', soundBody('task.suspend'), { by: PEOPLE.secondClerk });
    const [extension, suspension] = both.state?.proposals ?? [];
    const { until: suspendedUntil } = soundBody('task.suspend');
    await house.tell(both);
    const askedIn = async () => (await list({ ledgerId })).tasks.map(({ asked }) => asked);
    expect(await askedIn()).toEqual([
      [
        {
          proposalId: extension?.proposalId,
          act: 'task.extend',
          by: PEOPLE.reporter.accountId,
          byName: PEOPLE.reporter.name,
          on: extension?.on,
          until: '2025-08-29',
          grounds: '等待省级系统上线',
          measures: [],
        },
        {
          proposalId: suspension?.proposalId,
          act: 'task.suspend',
          by: PEOPLE.secondClerk.accountId,
          byName: PEOPLE.secondClerk.name,
          on: suspension?.on,
          until: suspendedUntil,
          grounds: suspension?.grounds,
          measures: [],
        },
      ],
    ]);
  });

  it('shows a task that ended while it was late or stood still by its end alone', async () => {
    const ledgerId = randomUUID();
    const given = usually(begun({ ledgerId, serial: 1 }), 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
    const asked = given.after('task.suspend', soundBody('task.suspend'));
    const proposalId = asked.state?.proposals.at(-1)?.proposalId ?? '';
    const still = asked.after('task.decide-proposal', { proposalId, result: 'approved' }, { by: PEOPLE.secondClerk });
    expect(still.state?.status).toBe('suspended');
    await house.tell(approved(still.after('task.terminate', soundBody('task.terminate'))));
    const { tasks } = await list({ ledgerId }, '2026-03-31');
    expect(tasks).toMatchObject([
      { status: 'terminated', lamp: 'terminated', remainingWorkingDays: null, suspendedUntil: null, asked: [] },
    ]);
    for (const lamp of ['late', 'suspended', 'closed']) expect((await list({ ledgerId, lamp })).total).toBe(0);
    expect((await list({ ledgerId, lamp: 'terminated' })).total).toBe(1);
  });
});

const REPORT = {
  lane: UNITS.health,
  on: '2025-03-03',
  texts: { progress: '方案已印发', problems: '', nextSteps: '', helpNeeded: '' },
  readings: [],
  evidence: [],
  done: [],
};

function hung(story: TaskStory): TaskStory {
  return usually(story, 'task.confirm', 'task.hang');
}

function sorted<Value extends string | number>(values: readonly Value[], order: 'asc' | 'desc'): Value[] {
  const ascending = [...values].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return order === 'asc' ? ascending : ascending.reverse();
}
