import { sql } from 'kysely';
import { z } from 'zod';
import { delayListSchema, type LateTask, listDelaysParameters, MOST_COUNTED } from '#contracts';
import { type Day, daySchema, idSchema, taskStateSchema } from '#domain';
import { readCursor, writeCursor } from '../queries/cursor';
import { defineQuery } from '../queries/define-query';
import { asOf, type Snapshot, unitNames } from '../queries/read-models';
import { allOf, type Condition, tasksInSight } from '../queries/sight-filter';
import { accountsTold, delaysTold, unitsLate } from './task-delays';

const lateRowSchema = z.object({
  task_id: z.string(),
  ledger_id: z.string(),
  task_number: z.string().nullable(),
  title: z.string(),
  late_since: daySchema,
  state: taskStateSchema,
});
type LateRow = z.infer<typeof lateRowSchema>;
/** Each row with the count of all; where the page is empty the count stands alone. */
const answered = z.array(z.looseObject({ total: z.int(), task_id: z.string().nullable() })).min(1);

/** The key of a place in the list. */
const keySchema = z.tuple([daySchema, idSchema]);

/** Who stands on which rung of the ladder, since when, who was told and who has read it: task by task, the one late longest first. */
export const listDelays = defineQuery({
  operation: 'delay.list',
  path: 'delays',
  summary: '督办：逾期事项所在的层级、告知对象和已阅情况',
  parameters: listDelaysParameters,
  answer: delayListSchema,
  reads: ['tasks', 'units', 'posts'],
  async handle(models, { ledgerId, limit, cursor }, { sights, today }) {
    return models.snapshot(async (at) => {
      const late = allOf([
        sql`t.late_since is not null`,
        await tasksInSight(at, sights),
        ...(ledgerId === undefined ? [] : [sql`t.ledger_id = ${ledgerId}::uuid`]),
      ]);
      const { total, rows } = await found(at, late, readCursor(cursor, keySchema), limit + 1);
      const shown = rows.slice(0, limit);
      const states = shown.map(({ state }) => state);
      const names = await unitNames(at, states.flatMap(unitsLate));
      const known = { day: { today }, names, people: await models.peopleNamed(states.flatMap(accountsTold)) };
      const last = shown.at(-1);
      return {
        position: await asOf(at, 'tasks'),
        total: Math.min(total, MOST_COUNTED),
        totalIsFloor: total > MOST_COUNTED,
        tasks: shown.flatMap((row) => lateTask(row, known) ?? []),
        next: rows.length > limit && last ? writeCursor([last.late_since, last.task_id]) : null,
      };
    });
  },
});

interface Found {
  /** Of all pages, one more than are counted at most. */
  readonly total: number;
  readonly rows: readonly LateRow[];
}

async function found(at: Snapshot, late: Condition, after: [Day, string] | null, limit: number): Promise<Found> {
  const place = after === null ? [] : [sql`(t.late_since, t.task_id) > (${after[0]}::date, ${after[1]}::uuid)`];
  const { rows } = await sql`
    select counted.total, page.*
    from (
      select count(*)::integer as total
      from (select from projection_tasks.task t where ${late} limit ${MOST_COUNTED + 1}) as few
    ) as counted
    left join lateral (
      select t.task_id, t.ledger_id, t.task_number, t.title, t.late_since::text, t.state
      from projection_tasks.task t where ${allOf([late, ...place])}
      order by t.late_since, t.task_id limit ${limit}
    ) as page on true
    order by page.late_since, page.task_id`.execute(at);
  const told = answered.parse(rows);
  const page = told.filter(({ task_id: taskId }) => taskId !== null);
  return { total: told[0]?.total ?? 0, rows: z.array(lateRowSchema).parse(page) };
}

/** Null where the delays are over by the day, though nothing was recorded since. */
function lateTask(row: LateRow, known: Parameters<typeof delaysTold>[1]): LateTask | null {
  const [first, ...others] = delaysTold(row.state, known);
  if (first === undefined) return null;
  const { task_id: taskId, ledger_id: ledgerId, task_number: taskNumber, title, state } = row;
  const limits = state.limits.map(({ limitId, what, sourceText }) => ({ limitId, what, sourceText }));
  return { taskId, ledgerId, taskNumber, title, limits, delays: [first, ...others] };
}
