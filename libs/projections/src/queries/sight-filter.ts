import { type RawBuilder, sql } from 'kysely';
import { type Sight } from '#domain';

/** A condition of a WHERE clause. */
export type Condition = RawBuilder<unknown>;

/** All of the conditions; true when there is none. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
}

/** One of the conditions at least; false when there is none. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

/** The practice ledgers as each projection knows them, of the moment of its own rows. */
const PRACTICE_LEDGERS = {
  tasks: sql`select p.ledger_id from projection_tasks.practice_ledger p`,
  inbox: sql`select p.ledger_id from projection_inbox.practice_ledger p`,
  timeline: sql`select p.ledger_id from projection_timeline.practice_ledger p`,
  ledgers: sql`select p.ledger_id from projection_ledgers.ledger p where p.practice`,
} as const;

/** Whether a ledger (column given, of a row of the projection) is one in earnest: those for practice are seen by their owners only. */
export function inEarnest(column: Condition, projection: keyof typeof PRACTICE_LEDGERS): Condition {
  return sql`${column} not in (${PRACTICE_LEDGERS[projection]})`;
}

/** The tasks (`t`) that somebody may see: with no sight, none. */
export function taskInSight(sights: readonly Sight[]): Condition {
  return anyOf(
    sights.map((sight) => {
      if (sight.kind === 'register') return sql`false`;
      const ledger =
        sight.ledgerId === null ? inEarnest(sql`t.ledger_id`, 'tasks') : sql`t.ledger_id = ${sight.ledgerId}::uuid`;
      return sight.kind === 'ledger' ? ledger : allOf([ledger, ofUnits(unitsOf(sight.unitId, sight.below))]);
    }),
  );
}

/** The ledgers (column given) that somebody may see as a whole. */
export function ledgerInSight(sights: readonly Sight[], column: Condition): Condition {
  return anyOf(
    sights.flatMap((sight) => {
      if (sight.kind !== 'ledger') return [];
      return sight.ledgerId === null ? inEarnest(column, 'ledgers') : sql`${column} = ${sight.ledgerId}::uuid`;
    }),
  );
}

/** Tasks (`t`) that units of an array lead or support. */
export function ofUnits(units: Condition): Condition {
  return sql`(t.lead_unit_ids && ${units} or t.support_unit_ids && ${units})`;
}

/** A unit, or it with all units below it, as an array. The register is asked anew each time: it is small and it moves. */
export function unitsOf(unitId: string, below: boolean): Condition {
  if (!below) return sql`array[${unitId}::uuid]`;
  return sql`array(with recursive below as (
    select ${unitId}::uuid as unit_id
    union
    select u.unit_id from projection_units.unit u join below b on u.parent_id = b.unit_id
  ) select unit_id from below)`;
}
