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
    return this.models.inTurn(async (at) => {
      const words = await withWords(at, parameters.text ?? '');
      const wanted = tasksWanted(parameters, await tasksInSight(at, context.sights), words, context);
      const most = words === null ? MOST_COUNTED : MOST_COUNTED_BY_WORDS;
      const { counted, position } = await countUpTo(at, wanted, most + 1);
      const source = counted > most ? sourceOf(parameters, wanted) : fewTasks(wanted);
      const rows = await pageOf(at, source, stretches, limit + 1);
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

/** Where the rows of one stretch of a list come from, in its order. */
type Source = (stretch: Stretch, limit: number) => RawBuilder<unknown>;

/** One row more than a page is read, so that one sees whether there is another page. */
async function pageOf(
  at: Snapshot,
  source: Source,
  stretches: readonly Stretch[],
  most: number,
): Promise<StoredTask[]> {
  const rows: StoredTask[] = [];
  for (const stretch of stretches) {
    const left = most - rows.length;
    if (left === 0) break;
    rows.push(...found.parse((await source(stretch, left).execute(at)).rows));
  }
  return rows;
}

/** Few tasks are all found first and then put in order: the way through an index in order would pass by all the others. */
function fewTasks(wanted: Condition): Source {
  return ({ where, by }, limit) => sql`
    select ${TASK_COLUMNS}
    from (select * from projection_tasks.task t where ${wanted} offset 0) t
    where ${allOf(where)} order by ${by} limit ${limit}`;
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
