import { sql } from 'kysely';
import { clockPart, type Day, isReadBy, type ToldDelay } from '#domain';
import { type Condition } from '../queries/sight-filter';

/** The accounts that were told of a delay and have not read it. */
export function unreadBy(delays: readonly ToldDelay[]): readonly string[] {
  const unread = delays.flatMap((delay) => delay.told.filter((accountId) => !isReadBy(delay, accountId)));
  return [...new Set(unread)];
}

/** What was read of delays, a mark for each reader: the account first, then the delay as the inbox names it. */
export function readingsOf(delays: readonly ToldDelay[]): readonly string[] {
  return delays.flatMap((delay) => {
    const { lane, limitId } = clockPart(delay);
    return delay.read.map(({ accountId }) => [accountId, lane ?? '', limitId].join(' '));
  });
}

/** The earliest day of delays. */
export function lateSince(delays: readonly ToldDelay[]): Day | null {
  return delays.reduce<Day | null>((day, { due }) => (day === null || due < day ? due : day), null);
}

/** A task (`t`) has delays that the person is still to read. */
export function isToRead(accountId: string): Condition {
  return sql`${accountId}::uuid = any(t.delays_unread)`;
}

/** A task (`t`) has delays that the person was told of, and they have read all of these. */
export function hasReadAll(accountId: string): Condition {
  return sql`(not ${isToRead(accountId)}
    and exists (select from unnest(t.delays_read) as mark where starts_with(mark, ${accountId})))`;
}

/** An entry (`e`) brings a delay to the person who has read it: it waits for them no more, and for everybody else as before. */
export function hasReadEntry(accountId: string): Condition {
  return sql`(e.kind = 'escalate' and exists (
    select from projection_tasks.task r where r.task_id = e.task_id
      and concat_ws(' ', ${accountId}::text, coalesce(e.lane::text, ''), e.limit_id) = any(r.delays_read)))`;
}
