import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type ListTasksParameters } from '#contracts';
import { readCursor, writeCursor } from '../queries/cursor';
import { type Condition } from '../queries/sight-filter';
import { type StoredTask } from './task-rows';

type Wish = Pick<ListTasksParameters, 'sort' | 'order' | 'cursor'>;

/**
 * A part of the list that one index gives in order. A list sorted by something that may be missing has two: the rows that have
 * it, then those that have not.
 */
export interface Stretch {
  readonly where: readonly Condition[];
  readonly by: RawBuilder<unknown>;
}

/** Columns of the orders that are within one ledger; `cast` is the type of a cursor's value. */
const COLUMNS = {
  due: { column: sql`t.next_due`, cast: sql`date`, optional: true, value: (row: StoredTask) => row.next_due },
  percent: {
    column: sql`t.percent`,
    cast: sql`double precision`,
    optional: true,
    value: (row: StoredTask) => row.percent,
  },
  recorded: {
    column: sql`t.recorded_at`,
    cast: sql`timestamptz`,
    optional: false,
    value: (row: StoredTask) => row.recorded_at.toISOString(),
  },
} as const;

/** What is left of a list, in its order. @throws TaizhangError REQUEST.INVALID for a cursor of another list */
export function stretchesOf(wish: Wish): readonly Stretch[] {
  return wish.sort === 'serial' ? serialStretches(wish) : columnStretches({ ...wish, sort: wish.sort });
}

/** Where the page after a row begins. */
export function cursorAfter(row: StoredTask, { sort, order }: Wish): string {
  if (sort === 'serial') return writeCursor([sort, order, row.ledger_id, row.serial, row.place, row.task_id]);
  return writeCursor([sort, order, COLUMNS[sort].value(row), row.task_id]);
}

function serialStretches({ order, cursor }: Wish): readonly Stretch[] {
  const schema = z.tuple([z.literal('serial'), z.literal(order), z.uuid(), z.int(), z.string().max(40), z.uuid()]);
  const key = readCursor(cursor, schema);
  const { direction, beyond } = WAYS[order];
  const by = sql`t.ledger_id ${direction}, t.serial ${direction}, t.place ${direction}, t.task_id ${direction}`;
  if (!key) return [{ where: [], by }];
  const [, , ledgerId, serial, place, taskId] = key;
  const row = sql`(${ledgerId}::uuid, ${serial}::integer, ${place}::text collate "C", ${taskId}::uuid)`;
  return [{ where: [sql`(t.ledger_id, t.serial, t.place, t.task_id) ${beyond} ${row}`], by }];
}

function columnStretches({ sort, order, cursor }: Wish & { readonly sort: keyof typeof COLUMNS }): readonly Stretch[] {
  const { column, cast, optional } = COLUMNS[sort];
  const value = z.union([z.string().max(40), z.number(), z.null()]);
  const key = readCursor(cursor, z.tuple([z.literal(sort), z.literal(order), value, z.uuid()]));
  const { direction, beyond } = WAYS[order];
  const [, , last = null, taskId = null] = key ?? [];
  const present: Stretch = {
    where: [
      ...(optional ? [sql`${column} is not null`] : []),
      ...(last === null ? [] : [sql`(${column}, t.task_id) ${beyond} (${last}::text::${cast}, ${taskId}::uuid)`]),
    ],
    by: sql`${column} ${direction}, t.task_id ${direction}`,
  };
  if (!optional) return [present];
  const missing: Stretch = {
    where: [sql`${column} is null`, ...(key && last === null ? [sql`t.task_id ${beyond} ${taskId}::uuid`] : [])],
    by: sql`t.task_id ${direction}`,
  };
  return key && last === null ? [missing] : [present, missing];
}

const WAYS = {
  asc: { direction: sql`asc`, beyond: sql`>` },
  desc: { direction: sql`desc`, beyond: sql`<` },
} as const;
