import { type RawBuilder, sql } from 'kysely';
import { type Condition } from './sight-filter';

/** What goes to a leader by name, in the columns of a row. */
interface Named {
  /** The account, or null where it goes to whoever may. */
  readonly leader: RawBuilder<unknown>;
  /** The post under which it went to them. */
  readonly post: RawBuilder<unknown>;
  /** The units that it is about. */
  readonly units: RawBuilder<unknown>;
  readonly ledger: RawBuilder<unknown>;
}

/**
 * What goes to a leader by name waits for nobody else, as long as that post is held, is in charge of the units, and its holder does none of
 * their work: by the domain's `decidingFault` the others decide then.
 */
export function isTheirs({ leader, post, units, ledger }: Named, accountId: string): Condition {
  return sql`(${leader} is null or ${leader} = ${accountId}::uuid or not exists (
    with recursive above as (
      select wish.unit_id from unnest(${units}) as wish(unit_id)
      union
      select u.parent_id from above a join projection_units.unit u on u.unit_id = a.unit_id where u.parent_id is not null
    )
    select from projection_posts.post named
    join above on above.unit_id = any(case when named.in_charge = '{}' then array[named.unit_id] else named.in_charge end)
    where named.post_id = ${post} and named.revoked_at is null and not exists (
      select from projection_posts.post own
      where own.account_id = named.account_id and own.revoked_at is null and not own.practice
        and own.role in ('reporter', 'unit-head') and own.unit_id = any(${units})
        and (own.ledger_id is null or own.ledger_id = ${ledger}))))`;
}
