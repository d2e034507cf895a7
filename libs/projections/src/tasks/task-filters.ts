import { sql } from 'kysely';
import { type ListTasksParameters } from '#contracts';
import { allOf, type Condition, inEarnest, ofUnits } from '../queries/sight-filter';
import { type Wait, waitingIn } from '../home/waits';
import { lampIs, type OnDay } from './standing';

/**
 * The tasks (`t`) that the filters of a list let through, words left aside.
 * @param seen of those that the person may see, see `tasksInSight`
 * @param waits what waits for the person
 */
export function tasksFiltered(
  parameters: ListTasksParameters,
  seen: Condition,
  waits: readonly Wait[],
  day: OnDay,
): Condition {
  const { ledgerId, importId, parentId, status, outcome, leadUnit, unit, lamp, mine, section, dueFrom, dueTo } =
    parameters;
  return allOf([
    seen,
    // Practice is not mixed with what counts: its tasks come where the practice ledger is asked for.
    ...(ledgerId === undefined && importId === undefined && parentId === undefined
      ? [inEarnest(sql`t.ledger_id`, 'tasks')]
      : []),
    ...given(ledgerId, (id) => sql`t.ledger_id = ${id}::uuid`),
    // As it was imported: what its tasks were split into is found below them.
    ...given(importId, (id) => sql`(t.import_id = ${id}::uuid and t.parent_id is null)`),
    ...given(parentId, (id) => sql`t.parent_id = ${id}::uuid`),
    ...given(status, (statuses) => oneOf(sql`t.status`, statuses)),
    ...given(outcome, (outcomes) => oneOf(sql`t.outcome`, outcomes)),
    ...given(leadUnit, (units) => sql`t.lead_unit_ids && ${units}::uuid[]`),
    ...given(unit, (units) => ofUnits(units)),
    ...given(section, (sections) => oneOf(sql`t.section`, sections)),
    ...given(lamp, (lamps) => lampIs(lamps, day)),
    ...given(mine, (kinds) => waitingIn(waits, kinds)),
    ...given(dueFrom, (day) => sql`t.next_due >= ${day}::date`),
    ...given(dueTo, (day) => sql`t.next_due <= ${day}::date`),
  ]);
}

function given<Value>(value: Value | undefined, condition: (value: Value) => Condition): Condition[] {
  return value === undefined ? [] : [condition(value)];
}

/** One of the values. With a single one, indexes that go on after it are still in order. */
function oneOf(column: Condition, values: readonly string[]): Condition {
  const [only] = values;
  return values.length === 1 ? sql`${column} = ${only}` : sql`${column} = any(${values}::text[])`;
}
