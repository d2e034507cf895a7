import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type ListTasksParameters, listTasksParameters, taskListSchema } from '#contracts';
import { type Wait, waitsFor } from '../home/waits';
import { defineQuery } from '../queries/define-query';
import { type QueryContext } from '../queries/query-context';
import { positionOf, type Snapshot } from '../queries/read-models';
import { allOf, type Condition, tasksInSight } from '../queries/sight-filter';
import { tasksFiltered } from './task-filters';
import { cursorAfter, type Stretch, stretchesOf } from './task-orders';
import { type StoredTask, storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';
import { type Sought, withWords } from './task-words';

const stored = z.array(storedTaskSchema);
const counted = z.object({ counted: z.int(), position: z.string().nullable() });
const numbered = z.array(z.looseObject({ nth: z.string().nullable() }));

/** A page of tasks, found by keys: a later page costs no more than the first. */
export const listTasks = defineQuery({
  operation: 'task.list',
  path: 'tasks',
  summary: '任务列表',
  parameters: listTasksParameters,
  answer: taskListSchema,
  reads: ['tasks', 'units', 'ledgers', 'rules', 'posts'],
  handle(models, parameters, context) {
    const { limit } = parameters;
    const stretches = stretchesOf(parameters);
    return models.inTurn(async (at) => {
      const seen = await tasksInSight(at, context.sights);
      const filtered = tasksFiltered(parameters, seen, await waitsOf(at, parameters, context), context);
      const sought = await withWords(at, parameters.text ?? '', filtered);
      // One row more than a page is read, so that one sees whether there is another page.
      const few = await pageOfFew(at, sought, stretches, limit + 1);
      const rows = few.rows ?? (await pageOfMany(at, sourceOf(parameters, sought.tasks), stretches, limit + 1));
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        position: few.position,
        total: Math.min(few.counted, sought.most),
        totalIsFloor: few.counted > sought.most,
        tasks: await toTaskRows(at, shown, context),
        next: rows.length > limit && last ? cursorAfter(last, parameters) : null,
      };
    });
  },
});

/** What waits for the person, where the list is of that. */
async function waitsOf(
  at: Snapshot,
  { mine, ledgerId }: ListTasksParameters,
  { actor, today }: QueryContext,
): Promise<readonly Wait[]> {
  return mine === undefined ? [] : waitsFor(at, actor, today, ledgerId);
}

interface Few extends z.infer<typeof counted> {
  /** Null when there are more than `most`: then the way to them is another. */
  readonly rows: readonly StoredTask[] | null;
}

/**
 * Few tasks are all found first, counted, and then put in order: the way through an index in order would pass by all the
 * others. One statement for all of it, since finding them is what costs.
 */
async function pageOfFew(
  at: Snapshot,
  { tasks, most }: Sought,
  stretches: readonly Stretch[],
  limit: number,
): Promise<Few> {
  const pages = stretches.map(
    ({ where, by }, index) => sql`
    (select ${sql.lit(index)} as stretch, row_number() over (order by ${by}) as nth, ${TASK_COLUMNS}
     from found t
     where c.counted <= ${most} and ${allOf(where)}
     order by ${by} limit ${limit})`,
  );
  const { rows } = await sql`
    with found as materialized (select t.* from projection_tasks.task t where ${tasks} limit ${most + 1}),
      counted as (select count(*)::integer as counted, ${positionOf('tasks')} as position from found)
    select *
    from counted c left join lateral (${sql.join(pages, sql` union all `)}) page on true
    order by stretch, nth limit ${limit}`.execute(at);
  const count = counted.parse(rows[0]);
  // Where no task is found, the count stands alone.
  const found = numbered.parse(rows).filter(({ nth }) => nth !== null);
  return { ...count, rows: count.counted > most ? null : stored.parse(found) };
}

/** Where the rows of one stretch of a list come from, in its order. */
type Source = (stretch: Stretch, limit: number) => RawBuilder<unknown>;

async function pageOfMany(
  at: Snapshot,
  source: Source,
  stretches: readonly Stretch[],
  most: number,
): Promise<StoredTask[]> {
  const rows: StoredTask[] = [];
  for (const stretch of stretches) {
    const left = most - rows.length;
    if (left === 0) break;
    rows.push(...stored.parse((await source(stretch, left).execute(at)).rows));
  }
  return rows;
}

/** Many tasks are met soon enough on the way through an index, which is in order within a ledger. */
function sourceOf({ ledgerId, sort }: ListTasksParameters, wanted: Condition): Source {
  return ledgerId !== undefined || sort === 'serial' ? throughOneIndex(wanted) : throughEachLedger(wanted);
}

function throughOneIndex(wanted: Condition): Source {
  return ({ where, by }, limit) => sql`
    select ${TASK_COLUMNS} from projection_tasks.task t
    where ${allOf([wanted, ...where])} order by ${by} limit ${limit}`;
}

/** As many rows of each ledger are merged. The tally knows which ledgers there are. */
function throughEachLedger(wanted: Condition): Source {
  return ({ where, by }, limit) => sql`
    select ${TASK_COLUMNS}
    from (select distinct ledger_id from projection_tasks.tally where span = 'month' and side = 'status') l
    cross join lateral (
      select * from projection_tasks.task t
      where ${allOf([sql`t.ledger_id = l.ledger_id`, wanted, ...where])} order by ${by} limit ${limit}
    ) t
    order by ${by} limit ${limit}`;
}
