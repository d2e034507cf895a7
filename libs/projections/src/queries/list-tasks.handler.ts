import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type ListTasksParameters, MOST_COUNTED, MOST_COUNTED_BY_WORDS, type TaskList } from '#contracts';
import { ListTasks } from './queries';
import { positionOf, ReadModels, type Snapshot } from './read-models';
import { allOf, type Condition, tasksInSight } from './sight-filter';
import { tasksWanted } from './task-filters';
import { cursorAfter, type Stretch, stretchesOf } from './task-orders';
import { withWords } from './task-words';
import { type StoredTask, storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';

const found = z.array(storedTaskSchema);

/** A page of tasks, found by keys: a later page costs no more than the first. */
@QueryHandler(ListTasks)
export class ListTasksHandler implements IQueryHandler<ListTasks> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters, context }: ListTasks): Promise<TaskList> {
    const { limit } = parameters;
    const stretches = stretchesOf(parameters);
    return this.models.snapshot(async (at) => {
      const words = await withWords(at, parameters.text ?? '');
      const wanted = tasksWanted(parameters, await tasksInSight(at, context.sights), words, context);
      const most = words === null ? MOST_COUNTED : MOST_COUNTED_BY_WORDS;
      const { counted, position } = await countUpTo(at, wanted, most + 1);
      const rows = await pageOf(at, wanted, stretches, parameters);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        position,
        total: Math.min(counted, most),
        totalIsFloor: counted > most,
        tasks: await toTaskRows(at, shown, context),
        next: rows.length > limit && last ? cursorAfter(last, parameters) : null,
      };
    });
  }
}

interface Count {
  readonly counted: number;
  readonly position: string | null;
}

async function countUpTo(at: Snapshot, wanted: Condition, most: number): Promise<Count> {
  const { rows } = await sql<Count>`
    select count(*)::integer as counted, ${positionOf('tasks')} as position
    from (select from projection_tasks.task t where ${wanted} limit ${most}) as counted`.execute(at);
  return rows[0] ?? { counted: 0, position: null };
}

/** One row more than a page, so that one sees whether there is another page. */
async function pageOf(
  at: Snapshot,
  wanted: Condition,
  stretches: readonly Stretch[],
  { ledgerId, sort, limit }: ListTasksParameters,
): Promise<StoredTask[]> {
  const rows: StoredTask[] = [];
  for (const { where, by } of stretches) {
    const left = limit + 1 - rows.length;
    if (left === 0) break;
    const oneOrder = ledgerId !== undefined || sort === 'serial';
    const page = oneOrder ? ordered(wanted, where, by, left) : acrossLedgers(wanted, where, by, left);
    rows.push(...found.parse((await page.execute(at)).rows));
  }
  return rows;
}

function ordered(
  wanted: Condition,
  where: readonly Condition[],
  by: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  return sql`
    select ${TASK_COLUMNS} from projection_tasks.task t
    where ${allOf([wanted, ...where])} order by ${by} limit ${limit}`;
}

/** The indexes are in order within a ledger: as many rows of each are merged. The tally knows which ledgers there are. */
function acrossLedgers(
  wanted: Condition,
  where: readonly Condition[],
  by: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  return sql`
    select ${TASK_COLUMNS}
    from (select distinct ledger_id from projection_tasks.tally where span = 'month' and side = 'status') l
    cross join lateral (
      select * from projection_tasks.task t
      where ${allOf([sql`t.ledger_id = l.ledger_id`, wanted, ...where])} order by ${by} limit ${limit}
    ) t
    order by ${by} limit ${limit}`;
}
