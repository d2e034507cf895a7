import { randomUUID } from 'node:crypto';
import { delayListSchema } from '#contracts';
import { type Actor } from '#domain';
import { createTestDatabase } from '#testing';
import {
  aLimit,
  OF_FINANCE,
  passedTo,
  PEOPLE,
  personWith,
  type TaskStory,
  UNITS,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';

const TODAY = '2025-07-21';

/** A task of the health bureau that has owed something since a day, as it stands after its ladder up to another day. */
function late(ledgerId: string, due: string, passed = TODAY): TaskStory {
  const drafted = begun({ ledgerId, serial: 1, limits: [aLimit('L1', { due, what: '报送小结' })] });
  const assigned = usually(drafted, 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
  return passedTo(assigned.after('task.accept', {}, OF_FINANCE), passed);
}

/** The same, due on 2025-06-30: closure asked for, checked for two weeks and returned with the old day. */
function longChecked(ledgerId: string): TaskStory {
  const drafted = begun({ ledgerId, serial: 1, limits: [aLimit('L1', { due: '2025-06-30', what: '报送小结' })] });
  const assigned = usually(drafted, 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
  const asked = usually(
    assigned.after('task.accept', {}, OF_FINANCE).on('2025-07-02'),
    'task.report',
    'task.request-closure',
  );
  return passedTo(usually(asked.on('2025-07-16'), 'task.return'), TODAY);
}

describe('the delays of which people were told', () => {
  let house: QueryLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    for (const [unitId, name, parentId] of [
      [UNITS.office, '市政府', null],
      [UNITS.health, '市卫健局', UNITS.office],
      [UNITS.finance, '市财政局', UNITS.office],
    ] as const) {
      await house.reach(await writer.write(`unit-${unitId}`, { type: 'unit.created', data: { name, parentId } }));
    }
  });
  afterAll(() => house.close());

  async function listed(parameters: object, actor: Actor = PEOPLE.leader) {
    return delayListSchema.parse(await house.ask('delay.list', parameters, actor, TODAY));
  }

  it('names the rung, the unit, its day and who was told; the one late longest comes first', async () => {
    const ledgerId = randomUUID();
    const newer = await house.tell(late(ledgerId, '2025-07-11'));
    const older = await house.tell(late(ledgerId, '2025-06-30'));
    await house.tell(late(ledgerId, '2025-12-31'));
    const { tasks, total } = await listed({ ledgerId });
    expect(total).toBe(2);
    expect(tasks.map(({ taskId }) => taskId)).toEqual([older, newer]);
    const [first] = tasks;
    expect(first?.limits).toEqual([expect.objectContaining({ limitId: 'L1', what: '报送小结' })]);
    expect(first?.delays).toHaveLength(1);
    expect(first?.delays[0]).toMatchObject({
      unit: { unitId: UNITS.health, name: '市卫健局' },
      limit: { limitId: 'L1', period: null },
      due: '2025-06-30',
      read: [],
    });
    // Eleven and more working days after its day a measure was proposed, and those above were told once more.
    expect(tasks.map(({ delays: [delay] }) => [delay?.rung, delay?.daysLate])).toEqual([
      ['notice', 15],
      ['escalate', 5],
    ]);
  });

  it('says by how much each is late today, and the rung that its timer takes next', async () => {
    const ledgerId = randomUUID();
    const urged = await house.tell(late(ledgerId, '2025-07-18'));
    const escalated = await house.tell(late(ledgerId, '2025-07-11'));
    const proposed = await house.tell(late(ledgerId, '2025-07-07'));
    const { tasks } = await listed({ ledgerId });
    expect(tasks.map(({ taskId, delays: [delay] }) => [taskId, delay?.lateNow, delay?.rung, delay?.next])).toEqual([
      [proposed, 10, 'propose', { rung: 'notice', on: '2025-07-28' }],
      [escalated, 6, 'escalate', { rung: 'propose', on: '2025-07-25' }],
      [urged, 1, 'urge', { rung: 'escalate', on: '2025-07-25' }],
    ]);
    const planned = await house.lab.pool.query<{ fire_at: Date }>(
      `select fire_at from projection_timers.timer where task_id = $1 order by fire_at limit 1`,
      [escalated],
    );
    expect(planned.rows[0]?.fire_at.toISOString()).toMatch(/^2025-07-25/u);
    // Four days later nothing was recorded: the lateness has grown, and the timers are the same.
    const later = delayListSchema.parse(await house.ask('delay.list', { ledgerId }, PEOPLE.leader, '2025-07-25'));
    expect(later.tasks.map(({ delays: [delay] }) => delay?.lateNow)).toEqual([14, 10, 5]);
  });

  it('puts the one late by most days first, though a check has kept an earlier day longer', async () => {
    const ledgerId = randomUUID();
    const checked = await house.tell(longChecked(ledgerId));
    const plain = await house.tell(late(ledgerId, '2025-07-07'));
    const { tasks } = await listed({ ledgerId });
    expect(tasks.map(({ taskId }) => taskId)).toEqual([plain, checked]);
    const [, { delays: [delay] } = { delays: [] }] = tasks;
    expect([delay?.due, (delay?.lateNow ?? 99) < 10]).toEqual(['2025-06-30', true]);
  });

  it('ends with the report that ends the delay, and says who has read it until then', async () => {
    const [ledgerId, taskId] = [randomUUID(), randomUUID()];
    const story = late(ledgerId, '2025-06-30');
    await house.tell(story, taskId);
    const read = story.after('task.note-read', {}, { by: PEOPLE.leader });
    const write = async (next: TaskStory, from: TaskStory): Promise<void> => {
      await house.reach(await house.lab.writer.write(`task-${taskId}`, ...next.history.slice(from.history.length)));
    };
    await write(read, story);
    const { tasks } = await listed({ ledgerId });
    expect(tasks[0]?.delays[0]?.read.map(({ name }) => name)).toEqual([PEOPLE.leader.name]);
    const done = [{ limitId: 'L1', period: null }];
    await write(read.after('task.report', { progress: '已报送', done }, { by: PEOPLE.reporter }), read);
    expect(await listed({ ledgerId })).toMatchObject({ tasks: [], total: 0 });
  });

  it('is of what the reader may see, and comes in pages', async () => {
    const ledgerId = randomUUID();
    for (const due of ['2025-06-30', '2025-07-01', '2025-07-02']) await house.tell(late(ledgerId, due));
    const stranger = personWith(0x93, '市医保局负责人', 'unit-head', UNITS.insurance);
    expect(await listed({ ledgerId }, stranger)).toMatchObject({ tasks: [], total: 0 });
    const first = await listed({ ledgerId, limit: '2' }, PEOPLE.unitHead);
    expect(first).toMatchObject({ total: 3, tasks: [expect.anything(), expect.anything()] });
    const second = await listed({ ledgerId, limit: '2', cursor: first.next }, PEOPLE.unitHead);
    expect(second.tasks).toHaveLength(1);
    expect(second.next).toBeNull();
    const days = [...first.tasks, ...second.tasks].map(({ delays: [delay] }) => delay?.due);
    expect(days).toEqual(['2025-06-30', '2025-07-01', '2025-07-02']);
  });
});
