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

/** The tasks (`t`) that somebody may see: with no sight, none. */
export function taskInSight(sights: readonly Sight[]): Condition {
  return anyOf(
    sights.map((sight) => {
      if (sight.kind === 'register') return sql`false`;
      const ledger = sight.ledgerId === null ? [] : [sql`t.ledger_id = ${sight.ledgerId}::uuid`];
      return sight.kind === 'ledger' ? allOf(ledger) : allOf([...ledger, ofUnits(unitsOf(sight.unitId, sight.below))]);
    }),
  );
}

/** The ledgers (column given) that somebody may see as a whole. */
export function ledgerInSight(sights: readonly Sight[], column: Condition): Condition {
  return anyOf(
    sights.flatMap((sight) => {
      if (sight.kind !== 'ledger') return [];
      return sight.ledgerId === null ? [sql`true`] : [sql`${column} = ${sight.ledgerId}::uuid`];
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
