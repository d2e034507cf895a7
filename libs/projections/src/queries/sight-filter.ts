import { type RawBuilder, sql } from 'kysely';
import { type Sight } from '#domain';
import { type Snapshot } from './read-models';

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

/** SQL condition: the ledger in `column` is not one for practice. Practice ledgers are seen by their owners only. */
export function inEarnest(column: Condition, projection: keyof typeof PRACTICE_LEDGERS): Condition {
  return sql`${column} not in (${PRACTICE_LEDGERS[projection]})`;
}

/** The tasks (`t`) that somebody may see: with no sight, none. */
export async function tasksInSight(at: Snapshot, sights: readonly Sight[]): Promise<Condition> {
  const tops = sights.flatMap((sight) => (sight.kind === 'unit' && sight.below ? [sight.unitId] : []));
  const below = await unitsBelow(at, tops);
  return anyOf(
    sights.map((sight) => {
      if (sight.kind === 'register') return sql`false`;
      const ledger =
        sight.ledgerId === null ? inEarnest(sql`t.ledger_id`, 'tasks') : sql`t.ledger_id = ${sight.ledgerId}::uuid`;
      if (sight.kind === 'ledger') return ledger;
      if (sight.kind === 'named') return allOf([ledger, waitsByName(sight.postId)]);
      const units = sight.below ? below(sight.unitId) : [sight.unitId];
      return allOf([ledger, ofUnits(units)]);
    }),
  );
}

/** Tasks (`t`) of which something waits for a post by name. */
function waitsByName(postId: string): Condition {
  return sql`exists (select from projection_tasks.desk named where named.task_id = t.task_id and named.leader_post_id = ${postId}::uuid)`;
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
export function ofUnits(units: readonly string[]): Condition {
  return sql`(t.lead_unit_ids && ${units}::uuid[] or t.support_unit_ids && ${units}::uuid[])`;
}

/**
 * Looks up the units below some, each itself among them. Asked for beforehand, and anew each time, since the register is small
 * and it moves: only when it sees the ids does the database know how much of the tasks they are.
 */
export async function unitsBelow(
  at: Snapshot,
  tops: readonly string[],
): Promise<(unitId: string) => readonly string[]> {
  if (tops.length === 0) return (unitId) => [unitId];
  const { rows } = await sql<{ top: string; units: string[] }>`
    with recursive below as (
      select top, top as unit_id from unnest(${tops}::uuid[]) as wish(top)
      union
      select b.top, u.unit_id from projection_units.unit u join below b on u.parent_id = b.unit_id
    ) select top, array_agg(unit_id) as units from below group by top`.execute(at);
  const below = new Map(rows.map(({ top, units }) => [top, units]));
  return (unitId) => below.get(unitId) ?? [unitId];
}
