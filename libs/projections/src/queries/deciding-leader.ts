import { type RawBuilder, sql } from 'kysely';
import { isActing, type Post } from '#domain';
import { allOf, anyOf, type Condition } from './sight-filter';
import { type UnitsOfPost } from './units-led';

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

/** What concerns one unit is decided by whoever has its matters; what concerns several by a leader in charge of all of them, and by no one's own. */
export function isDecidedBy(units: RawBuilder<unknown>, { led, reached }: UnitsOfPost): Condition {
  return sql`case when cardinality(${units}) > 1 then ${units} <@ ${reached}::uuid[] else ${units} && ${led}::uuid[] end`;
}

/** Somebody does the work of one of some units in a ledger. */
export function actsForOneOf(posts: readonly Post[], { units, ledger }: Pick<Named, 'units' | 'ledger'>): Condition {
  const acting = posts.filter((post) => isActing(post) && post.practice !== true);
  return anyOf(
    acting.map(({ unitId, ledgerId }) =>
      allOf([
        sql`coalesce(${units} && array[${unitId}::uuid], false)`,
        ...(ledgerId === null ? [] : [sql`${ledger} = ${ledgerId}::uuid`]),
      ]),
    ),
  );
}
