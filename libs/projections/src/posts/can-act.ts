import { type RawBuilder, sql } from 'kysely';
import { TAKES_STEPS } from '#domain';
import { type Condition, inEarnest } from '../queries/sight-filter';

/**
 * SQL condition: somebody who can sign in holds a post by which they take the steps of one of these units in this ledger; the domain's
 * `staffingOf` says the same of a list of roles.
 * @param units an array of unit ids
 * @param ledger the ledger of the task: in one for practice its own posts alone count
 */
export function canAct(units: RawBuilder<unknown>, ledger: RawBuilder<unknown>): Condition {
  return sql`exists (
    select from projection_posts.post able
    where able.unit_id = any(${units}) and able.revoked_at is null and able.role = any(${[...TAKES_STEPS]}::text[])
      and case when ${inEarnest(ledger, 'tasks')} then not able.practice and (able.ledger_id is null or able.ledger_id = ${ledger})
        else able.practice and able.ledger_id = ${ledger} end
      and not exists (select from projection_posts.disabled_account x where x.account_id = able.account_id))`;
}
