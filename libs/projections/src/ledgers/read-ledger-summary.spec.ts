import { randomUUID } from 'node:crypto';
import { type LedgerSummary, ledgerSummarySchema, taskListSchema } from '#contracts';
import { type Actor, heldOf, type TaskState } from '#domain';
import { createTestDatabase, seededRandom } from '#testing';
import {
  aLimit,
  approved,
  circumstancesOf,
  draftTask,
  OTHER_LEDGER_ID,
  PEOPLE,
  personWith,
  soundBody,
  type TaskStory,
  UNITS,
  usualActor,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';

const SEED = 20_250_303;

describe('how a ledger stands', () => {
  let house: QueryLab;
  const ledgerId = randomUUID();
  const SECTIONS = ['二、重点任务', '一、总体要求', ''];

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const data = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    await house.lab.writer.write(`ledger-${ledgerId}`, { type: 'ledger.created', data });
    for (const [unitId, name] of [
      [UNITS.health, '市卫生健康局'],
      [UNITS.finance, '市财政局'],
    ]) {
      await house.lab.writer.write(`unit-${unitId ?? ''}`, { type: 'unit.created', data: { name, parentId: null } });
    }
    const chance = seededRandom(SEED);
    for (let serial = 1; serial <= 12; serial += 1) {
      const due = chance.pick(['2025-03-10', '2025-04-15', '2025-06-30']);
      const source = { ...draftTask().source, section: SECTIONS[Math.floor((serial - 1) / 4)] ?? '' };
      const limits = serial === 5 ? [] : [aLimit('L1', { due })];
      await house.tell(live(begun({ ledgerId, serial, source, limits }), chance));
    }
  });
  afterAll(() => house.close());

  const ACTS = ['task.hang', 'task.assign', 'task.accept', 'task.report', 'task.terminate'] as const;

  /** Some way along, with one of two lead units or both. */
  function live(start: TaskStory, chance: ReturnType<typeof seededRandom>): TaskStory {
    const leads = chance.pick([[UNITS.health], [UNITS.finance], [UNITS.health, UNITS.finance]]);
    const steps = chance.pick([null, 0, 2, 4, 5]);
    if (steps === null) return start;
    const limits = start.state?.limits.length === 0 ? 'none' : 'confirmed';
    const confirmed = start.after('task.confirm', { leadUnitIds: leads, supportUnitIds: [], limits });
    const reporter = personWith(0x61, '甲', 'reporter', leads[0] ?? '');
    return approved(
      ACTS.slice(0, steps).reduce((told, act) => {
        const by = act === 'task.accept' || act === 'task.report' ? reporter : usualActor(act);
        return told.after(act, soundBody(act), { by });
      }, confirmed),
    );
  }

  const read = async (actor: Actor, today: string): Promise<LedgerSummary> =>
    ledgerSummarySchema.parse(await house.ask('ledger.summary', { ledgerId }, actor, today));

  async function counted(actor: Actor, today: string, filter: object): Promise<Record<string, number>> {
    const total = async (more: object) =>
      taskListSchema.parse(await house.ask('task.list', { ledgerId, ...filter, ...more }, actor, today)).total;
    return {
      total: await total({}),
      normal: await total({ lamp: 'normal' }),
      near: await total({ lamp: 'near' }),
      late: await total({ lamp: 'late' }),
      suspended: await total({ lamp: 'suspended' }),
      closed: await total({ lamp: 'closed' }),
      terminated: await total({ lamp: 'terminated' }),
      voided: await total({ lamp: 'voided' }),
      draft: await total({ status: 'draft' }),
    };
  }

  const OWN = personWith(0x71, '卫健经办', 'reporter', UNITS.health);

  it.each([
    ['the office', PEOPLE.clerk, '2025-03-06'],
    ['the office', PEOPLE.clerk, '2025-05-06'],
    ['a unit', OWN, '2025-03-06'],
    ['a unit', OWN, '2025-05-06'],
    ['a leader', personWith(0x72, '领导', 'leader', UNITS.finance), '2025-04-15'],
  ])('gives %s the figures of its own lists', async (_, actor, today) => {
    const { byUnit, bySection } = await read(actor, today);
    expect(byUnit.length).toBeGreaterThan(0);
    for (const { unit, ...figures } of byUnit) {
      expect([unit.name, figures]).toEqual([unit.name, await counted(actor, today, { leadUnit: unit.unitId })]);
    }
    for (const { section, ...figures } of bySection) {
      expect([section, figures]).toEqual([section, await counted(actor, today, { section })]);
    }
    const sum = bySection.reduce((all, { total }) => all + total, 0);
    expect(sum).toBe((await counted(actor, today, {})).total);
  });

  it('names units by name and sections in the order of the document', async () => {
    const { byUnit, bySection, sections } = await read(PEOPLE.auditor, '2025-03-06');
    expect(byUnit.map(({ unit }) => unit.name)).toEqual(['市卫生健康局', '市财政局']);
    expect(bySection.map(({ section }) => section)).toEqual(SECTIONS);
    expect(sections).toEqual(['二、重点任务', '一、总体要求']);
  });

  it('shows what is most late first', async () => {
    const { worst } = await read(PEOPLE.clerk, '2025-07-07');
    expect(worst.length).toBeGreaterThan(3);
    expect(worst.every(({ lamp }) => lamp === 'late')).toBe(true);
    const days = worst.map(({ remainingWorkingDays }) => remainingWorkingDays ?? 0);
    expect(days).toEqual([...days].sort((one, other) => one - other));
    expect((await read(PEOPLE.clerk, '2025-03-06')).worst).toEqual([]);
  });

  it('goes by working days where the clock of one stands: a weekend does not put it before one that is late by more', async () => {
    const own = randomUUID();
    const data = {
      name: '另一台账',
      code: 'YG2026',
      closingPrefix: '云医改销二',
      region: 'CN',
      kind: 'reform',
    } as const;
    await house.reach(await house.lab.writer.write(`ledger-${own}`, { type: 'ledger.created', data }));
    const underway = (serial: number, title: string, due: string) =>
      usually(
        begun({ ledgerId: own, serial, title, limits: [aLimit('L1', { due })] }),
        ...(['task.confirm', 'task.hang', 'task.assign', 'task.accept'] as const),
      );
    const asked = underway(1, '周五到期，周一已申请销号', '2025-04-11').on('2025-04-14');
    await house.tell(usually(asked, 'task.report', 'task.request-closure'));
    await house.tell(underway(2, '周一到期', '2025-04-14'));
    const { worst } = ledgerSummarySchema.parse(
      await house.ask('ledger.summary', { ledgerId: own }, PEOPLE.clerk, '2025-04-16'),
    );
    expect(worst.map(({ title, remainingWorkingDays }) => [title, remainingWorkingDays])).toEqual([
      ['周一到期', -2],
      ['周五到期，周一已申请销号', -1],
    ]);
  });

  it('is what counting afresh gives, after every kind of step', async () => {
    const chance = seededRandom(SEED + 1);
    for (let serial = 13; serial <= 20; serial += 1) {
      const source = { ...draftTask().source, section: chance.pick(SECTIONS) };
      let told = usually(begun({ ledgerId, serial, source }), 'task.confirm', 'task.hang', 'task.assign');
      for (let step = 0; step < 8; step += 1) {
        const act = chance.pick([
          'task.accept',
          'task.decline',
          'task.assign',
          'task.report',
          'task.request-closure',
          'task.return',
          'task.verify',
          'task.close',
          'task.withdraw',
          'task.terminate',
          'task.void',
        ] as const);
        const outcome = told.when(act, soundBody(act), { by: usualActor(act) });
        if (outcome.result.kind === 'events') told = approved(outcome.next);
      }
      await house.tell(told);
    }
    const { rows: kept } = await house.lab.pool.query(
      `select span, side, item, ended, suspended, lamp_due::text, tasks from projection_tasks.tally where ledger_id = $1 ${ORDER}`,
      [ledgerId],
    );
    const { rows: afresh } = await house.lab.pool.query(
      `with own as (
         select status, section, lead_unit_ids, case when status in ('closed', 'voided', 'terminated') then status else '' end as ended,
           status = 'suspended' as suspended,
           coalesce(lamp_due, 'infinity') as looked_at
         from projection_tasks.task where ledger_id = $1
       ), spans as (
         select 'day' as span, looked_at as due, own.* from own
         union all select 'month', date_trunc('month', looked_at)::date, own.* from own
       ), boxes as (
         select span, 'status' as side, status as item, ended, suspended, due from spans
         union all select span, 'section', section, ended, suspended, due from spans
         union all select span, 'unit', unnest(lead_unit_ids)::text, ended, suspended, due from spans
       )
       select span, side, item, ended, suspended, due::text as lamp_due, count(*)::integer as tasks from boxes group by 1, 2, 3, 4, 5, 6
       ${ORDER}`,
      [ledgerId],
    );
    expect(kept).toEqual(afresh);
  });

  it('says by how many tasks the lines of the units hold more than there are, to whoever sees all and to a unit', async () => {
    for (const by of [PEOPLE.clerk, OWN]) {
      const { byUnit, countedAgain } = await read(by, '2025-05-06');
      const query = { ledgerId, limit: 200 };
      const { tasks } = taskListSchema.parse(await house.ask('task.list', query, by, '2025-05-06'));
      const led = tasks.filter(({ leadUnits }) => leadUnits.length > 0);
      const inLines = byUnit.reduce((sum, { total }) => sum + total, 0);
      expect(inLines - countedAgain).toBe(led.length);
      expect(countedAgain).toBe(led.filter(({ leadUnits }) => leadUnits.length > 1).length);
      expect(countedAgain).toBeGreaterThan(0);
    }
  });

  it('counts a terminated and a voided task apart from those that were closed', async () => {
    const source = { ...draftTask().source, section: '终止与作废' };
    await house.tell(usually(begun({ ledgerId, serial: 21, source }), 'task.void'));
    await house.tell(usually(begun({ ledgerId, serial: 22, source }), 'task.confirm', 'task.hang', 'task.terminate'));
    const { bySection } = await read(PEOPLE.clerk, '2025-03-06');
    expect(bySection.find(({ section }) => section === '终止与作废')).toMatchObject({
      total: 2,
      closed: 0,
      terminated: 1,
      voided: 1,
    });
  });

  it('sums who held its tasks how long, alike from the tally and from the tasks', async () => {
    const { held } = await read(PEOPLE.clerk, '2025-05-06');
    const { rows } = await house.lab.pool.query<{ state: TaskState }>(
      'select state from projection_tasks.task where ledger_id = $1',
      [ledgerId],
    );
    const { calendar } = circumstancesOf(PEOPLE.clerk);
    const days = rows
      .filter(({ state: { ended } }) => ended !== 'voided')
      .flatMap(({ state }) => heldOf(state, '2025-05-06', calendar));
    const sum = (kinds: readonly string[], unitId: string | null) =>
      days
        .filter(({ kind, lane }) => kinds.includes(kind) && lane === unitId)
        .reduce((total, { workingDays }) => total + workingDays, 0);
    expect(held.length).toBeGreaterThan(2);
    for (const { kind, unit, workingDays } of held) {
      expect([kind, workingDays]).toEqual([kind, sum(unit ? ['reply', 'work'] : [kind], unit?.unitId ?? null)]);
    }
    // A unit sees its own tasks only, so its figures come from these.
    const own = (await read(OWN, '2025-05-06')).held;
    expect(own.find(({ unit }) => unit?.unitId === UNITS.health)).toEqual(
      held.find(({ unit }) => unit?.unitId === UNITS.health),
    );
  });

  it('is not there for those whom the ledger does not concern, nor without a ledger', async () => {
    const other = personWith(0x73, '乙', 'supervision-clerk', UNITS.office, OTHER_LEDGER_ID);
    await expect(read(other, '2025-03-06')).rejects.toMatchObject({ code: 'LEDGER.UNKNOWN' });
    const unknown = house.ask('ledger.summary', { ledgerId: randomUUID() }, PEOPLE.clerk);
    await expect(unknown).rejects.toMatchObject({ code: 'LEDGER.UNKNOWN' });
    await expect(read(PEOPLE.systemAdministrator, '2025-03-06')).rejects.toMatchObject({ code: 'LEDGER.UNKNOWN' });
    const stranger = personWith(0x74, '丙', 'reporter', UNITS.insurance);
    expect(await read(stranger, '2025-03-06')).toMatchObject({
      byUnit: [],
      countedAgain: 0,
      bySection: [],
      worst: [],
      held: [],
      sections: [],
    });
  });
});

const ORDER = 'order by span, side, item, ended, suspended, lamp_due';
