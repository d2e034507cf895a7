import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type TaskList } from '#contracts';
import { readCursor, writeCursor } from './cursor';
import { ListTasks } from './queries';
import { asOf, ReadModels } from './read-models';
import { allOf, type Condition } from './sight-filter';
import { tasksWanted } from './task-filters';
import { type StoredTask, storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';

const serialKey = z.tuple([z.uuid(), z.int(), z.uuid()]);
const dueKey = z.tuple([z.string().nullable(), z.uuid()]);
const found = z.array(storedTaskSchema);

/** One order of the list: how rows are sorted, what comes after a cursor, and the cursor of a row. */
interface Order {
  readonly by: RawBuilder<unknown>;
  readonly after: (cursor: string | undefined) => Condition[];
  readonly cursor: (row: StoredTask) => string;
}

const ORDERS: Readonly<Record<'serial' | 'due', Order>> = {
  serial: {
    by: sql`t.ledger_id, t.serial, t.task_id`,
    after: (cursor) => {
      const key = readCursor(cursor, serialKey);
      return key
        ? [sql`(t.ledger_id, t.serial, t.task_id) > (${key[0]}::uuid, ${key[1]}::integer, ${key[2]}::uuid)`]
        : [];
    },
    cursor: (row) => writeCursor([row.ledger_id, row.serial, row.task_id]),
  },
  due: {
    by: sql`t.next_due, t.task_id`,
    after: (cursor) => {
      const key = readCursor(cursor, dueKey);
      if (!key) return [];
      const [due, taskId] = key;
      if (due === null) return [sql`t.next_due is null and t.task_id > ${taskId}::uuid`];
      return [sql`((t.next_due, t.task_id) > (${due}::date, ${taskId}::uuid) or t.next_due is null)`];
    },
    cursor: (row) => writeCursor([row.next_due, row.task_id]),
  },
};

/** A page of tasks, found by keys: a later page costs no more than the first. */
@QueryHandler(ListTasks)
export class ListTasksHandler implements IQueryHandler<ListTasks> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters, context }: ListTasks): Promise<TaskList> {
    const { limit, cursor, sort } = parameters;
    const order = ORDERS[sort];
    const wanted = tasksWanted(parameters, context);
    return this.models.snapshot(async (at) => {
      const count = await sql<{ total: string }>`
        select count(*) as total from projection_tasks.task t where ${wanted}`.execute(at);
      const page = await sql`
        select ${TASK_COLUMNS} from projection_tasks.task t
        where ${allOf([wanted, ...order.after(cursor)])}
        order by ${order.by} limit ${limit + 1}`.execute(at);
      const rows = found.parse(page.rows);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        position: await asOf(at, 'tasks'),
        total: Number(count.rows[0]?.total ?? 0),
        tasks: await toTaskRows(at, shown, context),
        next: rows.length > limit && last ? order.cursor(last) : null,
      };
    });
  }
}
