import { createTestDatabase } from '#testing';
import { testId } from '../../../domain/testing';
import { openProjectionLab, type ProjectionLab } from '../../testing';
import { settleEntries } from './settle-entries';

/** Entries that were settled long ago, when the planner looked, and tasks with an open one each since. */
const SETTLED = 20_000;
const OPEN = 2_000;

describe('settling entries of the inbox', () => {
  let lab: ProjectionLab;

  beforeAll(async () => {
    lab = await openProjectionLab(createTestDatabase);
    const runner = await lab.run(lab.projectors().filter(({ name }) => name === 'inbox'));
    await runner.stop();
    // The planner looks once, and not again by itself.
    await lab.pool.query('alter table projection_inbox.entry set (autovacuum_enabled = off)');
    await fill(1, SETTLED, 'settled');
    await lab.pool.query('analyze projection_inbox.entry');
    await fill(SETTLED + 1, SETTLED + OPEN, 'open');
  });
  afterAll(() => lab.close());

  const settlements = Array.from({ length: OPEN }, (_, index) => ({
    taskId: testId(SETTLED + 1 + index),
    kind: 'accept' as const,
    byHand: false,
    unitId: null,
    lane: null,
    limitId: null,
    due: null,
    position: '7',
    recordedAt: '2025-03-03T01:00:00.000Z',
    commandId: testId(1),
  }));

  it('looks up each task, also where nothing was open when the planner last looked', async () => {
    const { text, values } = settleEntries('projection_inbox', settlements);
    const { rows } = await lab.pool.query<{ 'QUERY PLAN': string }>({ text: `explain ${text}`, values });
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan using entry_open_of_task.*\n\s+Index Cond: \(task_id = s\.task_id\)/u);
    expect(plan).not.toMatch(/Seq Scan/u);
  });

  it('settles those of the task and the group that are open, and no others', async () => {
    const [one] = settlements;
    if (!one) throw new Error('no settlement');
    const settle = async (settlement: typeof one): Promise<number | null> =>
      (await lab.pool.query(settleEntries('projection_inbox', [settlement]))).rowCount;
    expect(await settle({ ...one, taskId: testId(1) })).toBe(0);
    expect(await settle({ ...one, byHand: true })).toBe(0);
    expect(await settle(one)).toBe(1);
    expect(await settle(one)).toBe(0);
    const { rows } = await lab.pool.query(
      'select settled_position, settled_at from projection_inbox.entry where task_id = $1',
      [one.taskId],
    );
    expect(rows).toEqual([{ settled_position: '7', settled_at: new Date('2025-03-03T01:00:00.000Z') }]);
  });

  it('settles those of one unit alone, and each by the first event that settles it', async () => {
    const [, next] = settlements;
    if (!next) throw new Error('no settlement');
    const [health, finance] = [testId(1), testId(2)];
    for (const unitId of [health, finance]) await add(next.taskId, unitId);
    const first = { ...next, unitId: health, position: '8' };
    const all = { ...next, position: '9' };
    expect((await lab.pool.query(settleEntries('projection_inbox', [all, first]))).rowCount).toBe(3);
    const { rows } = await lab.pool.query(
      'select unit_id, settled_position from projection_inbox.entry where task_id = $1 order by unit_id',
      [next.taskId],
    );
    expect(rows).toEqual([
      { unit_id: health, settled_position: '8' },
      { unit_id: finance, settled_position: '9' },
      { unit_id: null, settled_position: '9' },
    ]);
  });

  /** One more open entry of a task, for a unit. */
  async function add(taskId: string, unitId: string): Promise<void> {
    await lab.pool.query(
      `insert into projection_inbox.entry
       select * from json_populate_record((select e from projection_inbox.entry e where task_id = $1 limit 1), $2)`,
      [taskId, { audience: `reporter@${unitId}`, unit_id: unitId }],
    );
  }

  /** An entry for each number, which is its event's and its task's too. */
  async function fill(from: number, to: number, standing: 'settled' | 'open'): Promise<void> {
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    await lab.pool.query(
      `insert into projection_inbox.entry (event_id, audience, subject, kind, waits, by_hand, role, ledger_id, task_id, data, actor_name,
         position, recorded_at, settled_position, settled_at)
       select id, 'reporter@', 'accept ', 'accept', true, false, 'reporter', id, id, '{}', '某某', 1, now(),
         case when $2 then 2 end, case when $2 then now() end
       from unnest($1::uuid[]) as id`,
      [numbers.map(testId), standing === 'settled'],
    );
  }
});
