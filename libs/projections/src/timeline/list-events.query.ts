import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type EventEntry, eventListSchema, listEventsParameters } from '#contracts';
import { readCursor, writeCursor } from '../queries/cursor';
import { defineQuery } from '../queries/define-query';
import { asOf, unitNames } from '../queries/read-models';
import { allOf, type Condition } from '../queries/sight-filter';
import { eventsWanted, typesWanted } from './event-filters';
import { namedChildren } from './named-children';
import { passwordResets } from './password-resets';
import { namedFiles } from './seen-files';
import { accountsIn, ENTRY_COLUMNS, type EntryNames, storedEntrySchema, toEntry, unitsIn } from './timeline-rows';

const text = z.string().nullable();
const found = z.array(
  storedEntrySchema.extend({
    task_id: text,
    task_number: text,
    title: text,
    ledger_id: text,
    ledger_name: text,
  }),
);
type Stored = z.infer<typeof found>[number];

const cursorKey = z.tuple([z.literal('event'), z.string().regex(/^\d{1,18}$/u)]);

/** A page of the log, newest first. */
export const listEvents = defineQuery({
  operation: 'event.list',
  path: 'events',
  summary: '全部操作记录',
  parameters: listEventsParameters,
  answer: eventListSchema,
  reads: ['timeline', 'tasks', 'units', 'ledgers'],
  handle(models, parameters, context) {
    const { limit, cursor } = parameters;
    const key = readCursor(cursor, cursorKey);
    const types = typesWanted(parameters);
    return models.snapshot(async (at) => {
      const wanted = allOf([
        await eventsWanted(at, parameters, context.sights),
        ...(key ? [sql`e.position < ${key[1]}::bigint`] : []),
      ]);
      const page = await sql`
        select ${ENTRY_COLUMNS}, e.task_id, t.task_number, t.title, e.ledger_id, l.name as ledger_name
        from (${newest(wanted, types, limit + 1)}) e
        left join projection_tasks.task t on t.task_id = e.task_id
        left join projection_ledgers.ledger l on l.ledger_id = e.ledger_id
        order by e.position desc`.execute(at);
      const rows = found.parse(page.rows);
      const shown = rows.slice(0, limit);
      const units = await unitNames(at, shown.flatMap(unitsIn));
      const children = await namedChildren(at, shown);
      const people = await models.peopleNamed(shown.flatMap(accountsIn));
      const files = await namedFiles(
        at,
        shown.map(({ task_id: taskId, data }) => ({ taskId, data })),
      );
      const resets = await passwordResets(at, shown);
      const last = shown.at(-1);
      return {
        position: await asOf(at, 'timeline'),
        entries: shown.map((row) => toEventEntry(row, { units, children, people, resets, files: files(row.task_id) })),
        next: rows.length > limit && last ? writeCursor(['event', last.position]) : null,
      };
    });
  },
});

/** The newest entries. Of several types, as many of each are merged: a rare one is then not looked for among all the others. */
function newest(wanted: Condition, types: readonly string[] | null, limit: number): RawBuilder<unknown> {
  if (types === null) {
    return sql`select * from projection_timeline.entry e where ${wanted} order by e.position desc limit ${limit}`;
  }
  return sql`
    select e.* from unnest(${types}::text[]) as wish(type)
    cross join lateral (
      select * from projection_timeline.entry e where e.type = wish.type and ${wanted}
      order by e.position desc limit ${limit}
    ) e
    order by e.position desc limit ${limit}`;
}

function toEventEntry(row: Stored, names: EntryNames): EventEntry {
  return {
    ...toEntry(row, names),
    stream: `${row.category}-${row.stream_id}`,
    category: row.category,
    taskId: row.task_id,
    taskNumber: row.task_number,
    title: row.title,
    ledgerId: row.ledger_id,
    ledgerName: row.ledger_name,
  };
}
