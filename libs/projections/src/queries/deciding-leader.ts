import { type RawBuilder, sql } from 'kysely';
import { isActing, type Post, unitsPostedIn } from '#domain';
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

/** A post is held in a ledger in earnest, by somebody who can sign in. */
function isHeld(post: RawBuilder<unknown>, ledger: RawBuilder<unknown>): Condition {
  return sql`(${post}.revoked_at is null and not ${post}.practice and (${post}.ledger_id is null or ${post}.ledger_id = ${ledger})
    and not exists (select from projection_posts.disabled_account gone where gone.account_id = ${post}.account_id))`;
}

/** The unit is the office itself: every clerk of the ledger has their post in it. See the domain's `isOfficeItself`. */
function isOfficeItself(unit: RawBuilder<unknown>, ledger: RawBuilder<unknown>): Condition {
  return sql`(select coalesce(bool_and(clerk.unit_id = ${unit}), false) from projection_posts.post clerk
    where clerk.role = 'supervision-clerk' and ${isHeld(sql`clerk`, ledger)})`;
}

/** The account in a column may not decide about one of some units. See the domain's `isPartial`. */
function isAccountPartial(account: RawBuilder<unknown>, { units, ledger }: Pick<Named, 'units' | 'ledger'>): Condition {
  return sql`exists (
    select from projection_posts.post own
    where own.account_id = ${account} and own.revoked_at is null and not own.practice and own.unit_id = any(${units})
      and (not ${isOfficeItself(sql`own.unit_id`, ledger)}
        or own.role in ('reporter', 'unit-head') and (own.ledger_id is null or own.ledger_id = ${ledger})))`;
}

/** A post's charge has one of the units of a table in it. */
function reaches(post: RawBuilder<unknown>, units: RawBuilder<unknown>): Condition {
  return sql`exists (select from ${units} reached
    where reached.unit_id = any(case when ${post}.in_charge = '{}' then array[${post}.unit_id] else ${post}.in_charge end))`;
}

/**
 * What goes to a leader by name waits for nobody else, as long as that post is held and may decide about the units: by the domain's
 * `decidingFault` the others decide then.
 */
export function isTheirs({ leader, post, units, ledger }: Named, accountId: string): Condition {
  const isApart = sql`other.role = 'leader' and ${isHeld(sql`other`, ledger)} and ${reaches(sql`other`, sql`above`)}
    and not exists (select from projection_posts.post own
      where own.account_id = other.account_id and own.revoked_at is null and not own.practice and own.unit_id = any(${units}))`;
  return sql`(${leader} is null or ${leader} = ${accountId}::uuid or not exists (
    with recursive above as (
      select wish.unit_id from unnest(${units}) as wish(unit_id)
      union
      select u.parent_id from above a join projection_units.unit u on u.unit_id = a.unit_id where u.parent_id is not null
    ), office as (
      select clerk.unit_id from projection_posts.post clerk
      where clerk.role = 'supervision-clerk' and ${isHeld(sql`clerk`, ledger)}
      union
      select u.parent_id from office o join projection_units.unit u on u.unit_id = o.unit_id where u.parent_id is not null
    )
    select from projection_posts.post named
    where named.post_id = ${post} and ${isHeld(sql`named`, ledger)}
      and not ${isAccountPartial(sql`named.account_id`, { units, ledger })}
      and (${reaches(sql`named`, sql`above`)} or ${reaches(sql`named`, sql`office`)}
        and not exists (select from projection_posts.post other where ${isApart}))))`;
}

/** Units for which it is decided, in the columns of a row. */
interface Decided {
  readonly units: RawBuilder<unknown>;
  /** True where the office decides as well: of anything but a measure. */
  readonly office: RawBuilder<unknown>;
}

/** What concerns one unit is decided by whoever has its matters; what concerns several by a leader in charge of all of them, and by no one's own. */
export function isDecidedBy(
  { units, office }: Decided,
  { decided, measured, reached }: Pick<UnitsOfPost, 'decided' | 'measured' | 'reached'>,
): Condition {
  return sql`case when not ${office} then ${units} && ${measured}::uuid[]
    when cardinality(${units}) > 1 then ${units} <@ ${reached}::uuid[] else ${units} && ${decided}::uuid[] end`;
}

/** Somebody stands in one of some units, so that it is not theirs to decide; in the office itself, whoever does its work. */
export function isPartialTo(posts: readonly Post[], { units, ledger }: Pick<Named, 'units' | 'ledger'>): Condition {
  const one = sql`judged.unit_id`;
  return sql`exists (select from unnest(${units}) as judged(unit_id)
    where judged.unit_id = any(${[...unitsPostedIn(posts)]}::uuid[])
      and (not ${isOfficeItself(one, ledger)} or ${actsFor(posts, one, ledger)}))`;
}

/** Somebody does the work of a unit in a ledger. */
function actsFor(posts: readonly Post[], unit: RawBuilder<unknown>, ledger: RawBuilder<unknown>): Condition {
  const acting = posts.filter((post) => isActing(post) && post.practice !== true);
  return anyOf(
    acting.map(({ unitId, ledgerId }) =>
      allOf([sql`${unit} = ${unitId}::uuid`, ...(ledgerId === null ? [] : [sql`${ledger} = ${ledgerId}::uuid`])]),
    ),
  );
}
