import { sql } from 'kysely';
import { type ListTasksParameters } from '#contracts';
import { bigramsOf, normaliseForSearch } from '../shared/bigrams';
import { type QueryContext } from './query-context';
import { allOf, type Condition, inEarnest, ofUnits, taskInSight } from './sight-filter';
import { lampIs } from './standing';

/** The tasks (`t`) that a list is of: those that the filters let through, of those that the person may see. */
export function tasksWanted(parameters: ListTasksParameters, context: QueryContext): Condition {
  const { ledgerId, importId, status, leadUnit, unit, lamp, section, dueFrom, dueTo, text } = parameters;
  return allOf([
    taskInSight(context.sights),
    // Practice is not mixed with what counts: its tasks come where the practice ledger is asked for.
    ...(ledgerId === undefined && importId === undefined ? [inEarnest(sql`t.ledger_id`, 'tasks')] : []),
    ...given(ledgerId, (id) => sql`t.ledger_id = ${id}::uuid`),
    ...given(importId, (id) => sql`t.import_id = ${id}::uuid`),
    ...given(status, (statuses) => sql`t.status = any(${statuses}::text[])`),
    ...given(leadUnit, (units) => sql`t.lead_unit_ids && ${units}::uuid[]`),
    ...given(unit, (units) => ofUnits(sql`${units}::uuid[]`)),
    ...given(section, (sections) => sql`t.section = any(${sections}::text[])`),
    ...given(lamp, (lamps) => lampIs(lamps, context)),
    ...given(dueFrom, (day) => sql`t.next_due >= ${day}::date`),
    ...given(dueTo, (day) => sql`t.next_due <= ${day}::date`),
    ...given(text, hasWords),
  ]);
}

function given<Value>(value: Value | undefined, condition: (value: Value) => Condition): Condition[] {
  return value === undefined ? [] : [condition(value)];
}

/** Pairs of characters find candidates by index, comparison decides; a single character is found by comparison alone. */
function hasWords(text: string): Condition {
  const words = normaliseForSearch(text).split(' ').filter(Boolean);
  const conditions = words.flatMap((word) => {
    const pairs = bigramsOf(word);
    const occurs = sql`s.words like ${`%${word.replace(/[\\%_]/gu, '\\$&')}%`}`;
    return pairs.length === 0 ? [occurs] : [sql`s.bigrams @> ${pairs}::text[]`, occurs];
  });
  if (conditions.length === 0) return sql`true`;
  return sql`t.task_id in (select s.task_id from projection_tasks.search s where ${allOf(conditions)})`;
}
