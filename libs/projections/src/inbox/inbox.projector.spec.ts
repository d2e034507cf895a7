import { randomUUID } from 'node:crypto';
import { createTestDatabase } from '#testing';
import {
  aLimit,
  corrected,
  OF_HEALTH,
  openAfter,
  passedTo,
  PEOPLE,
  soundBody,
  taskIn,
  type TaskStory,
  usually,
} from '../../../domain/testing';
import { openProjectionLab, type ProjectionLab } from '../../testing';

const RUNG = { ...soundBody('task.fire-rung'), rung: { rungId: 'urge-1', kind: 'urge' } } as const;

describe('the inbox’s rows', () => {
  let lab: ProjectionLab;
  let runner: Awaited<ReturnType<ProjectionLab['run']>>;

  beforeAll(async () => {
    lab = await openProjectionLab(createTestDatabase);
    runner = await lab.run(lab.projectors().filter(({ name }) => name === 'inbox' || name === 'tasks'));
  });
  afterAll(() => lab.close());

  /** Writes a story in the pieces given, each seen before the next is written. */
  async function tell(taskId: string, story: TaskStory, pieces: readonly number[]): Promise<void> {
    let from = 0;
    for (const to of [...pieces, story.history.length]) {
      const position = await lab.writer.write(`task-${taskId}`, ...story.history.slice(from, to));
      await runner.waitFor(['inbox', 'tasks'], position, { timeoutMs: 20_000 });
      from = to;
    }
  }

  async function urging(taskId: string): Promise<unknown[]> {
    const { rows } = await lab.pool.query<{ line: string }>(
      `select concat_ws(' ', kind, role, case when by_hand then 'by hand' else 'by timer' end,
         case when settled_at is null then 'open' else 'settled' end) as line
       from projection_inbox.entry where task_id = $1 and kind like 'urge%' order by position, kind, role`,
      [taskId],
    );
    return rows.map(({ line }) => line);
  }

  const assigned = taskIn('assigned');
  const both = usually(
    assigned.after('task.fire-rung', RUNG, { by: PEOPLE.engine }).after('task.urge', soundBody('task.urge')),
    'task.accept',
  );
  const urgedAt = assigned.history.length + 2;

  it.each([
    ['one by one', [assigned.history.length, assigned.history.length + 1, urgedAt]],
    ['in two batches', [urgedAt]],
    ['in one batch', []],
  ])('tell urging by hand from urging by timer, read %s', async (_name, pieces) => {
    const taskId = randomUUID();
    await tell(taskId, both, pieces);
    expect(await urging(taskId)).toEqual([
      'urge reporter by timer open',
      'urge-copy leader by timer open',
      'urge-copy unit-head by timer open',
      'urge reporter by hand settled',
      'urge-copy leader by hand settled',
      'urge-copy unit-head by hand settled',
    ]);
  });

  const late = passedTo(
    corrected(taskIn('underway'), { addedLimits: [aLimit('L9', { due: '2025-07-01' })] }),
    '2025-07-08',
  );
  const reported = late.after('task.report', { progress: '推进中' }, OF_HEALTH);
  const moved = corrected(reported, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] });
  const back = moved.after('task.withdraw', {}, OF_HEALTH);
  const ends = [late, reported, moved].map(({ history }) => history.length);

  it.each([
    ['step by step', ends],
    ['with the steps in one batch', ends.slice(0, 1)],
    ['with the withdrawal by itself', ends.slice(2)],
    ['in one batch', []],
  ])('wait again after a withdrawal as far as their limit was not moved meanwhile, read %s', async (_name, pieces) => {
    const taskId = randomUUID();
    await tell(taskId, back, pieces);
    const { rows } = await lab.pool.query<{ line: string }>(
      `select distinct concat_ws(' ', kind, limit_id, to_char(due, 'MM-DD')) as line from projection_inbox.entry
       where task_id = $1 and waits and settled_at is null and kind <> 'decide' order by line`,
      [taskId],
    );
    expect(rows.map(({ line }) => line)).toEqual(['escalate L9 07-01', 'remind L9 07-01', 'urge L9 07-01']);
  });

  const putBack = corrected(corrected(late, { changedLimits: [{ limitId: 'L9', due: '2025-08-29' }] }), {
    changedLimits: [{ limitId: 'L9', due: '2025-07-01' }],
  });

  it.each([
    ['step by step', [late.history.length, putBack.history.length - 2]],
    ['with both moves in one batch', [late.history.length]],
    ['in one batch', []],
  ])('wait again where the day of a limit is put back, read %s', async (_name, pieces) => {
    const taskId = randomUUID();
    await tell(taskId, putBack, pieces);
    const { rows } = await lab.pool.query<{ open: number }>(
      `select count(*)::integer as open from projection_inbox.entry
       where task_id = $1 and waits and settled_at is null and limit_id = 'L9'`,
      [taskId],
    );
    const waiting = openAfter(late).filter(({ waits, about }) => waits && about?.limitId === 'L9');
    expect(rows).toEqual([{ open: waiting.length }]);
  });

  it('are all settled by a report that comes in one batch with what it answers', async () => {
    const taskId = randomUUID();
    await tell(taskId, usually(both, 'task.report'), [both.history.length - 1]);
    const { rows } = await lab.pool.query<{ by_hand: boolean; at: string }>(
      `select by_hand, settled_position - min(position) over () as at from projection_inbox.entry
       where task_id = $1 and kind = 'urge' order by position`,
      [taskId],
    );
    // The timer's is settled by the report, the office's own one event before it by the acceptance.
    expect(rows.map((row) => [row.by_hand, Number(row.at)])).toEqual([
      [false, 3],
      [true, 2],
    ]);
  });
});
