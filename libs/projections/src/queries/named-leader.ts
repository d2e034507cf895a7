import { type RawBuilder, sql } from 'kysely';
import { type Condition } from './sight-filter';

/**
 * What goes to a leader by name waits for nobody else, as long as that post is held.
 * @param leader the account, or null where it goes to whoever may
 * @param post the post under which it went to them
 */
export function isTheirs(leader: RawBuilder<unknown>, post: RawBuilder<unknown>, accountId: string): Condition {
  return sql`(${leader} is null or ${leader} = ${accountId}::uuid or not exists (
    select from projection_posts.post named where named.post_id = ${post} and named.revoked_at is null))`;
}
