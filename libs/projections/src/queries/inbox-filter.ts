import { sql } from 'kysely';
import { type Post } from '#domain';
import { allOf, anyOf, type Condition, inEarnest, unitsOf } from './sight-filter';

/**
 * The entries (`e`) that are addressed to one of the posts: to the role in the ledger, or in the post's unit. A leader is also
 * told what concerns the units below.
 */
export function addressedTo(posts: readonly Post[]): Condition {
  return anyOf(
    posts.map(({ role, unitId, ledgerId }) =>
      allOf([
        sql`e.role = ${role}`,
        sql`(e.unit_id is null or e.unit_id = any(${unitsOf(unitId, role === 'leader')}))`,
        ledgerId === null ? inEarnest(sql`e.ledger_id`, 'inbox') : sql`e.ledger_id = ${ledgerId}::uuid`,
      ]),
    ),
  );
}
