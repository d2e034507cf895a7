import { sql } from 'kysely';
import { type Actor, clockPart, type Day, type Post, type ToldDelay } from '#domain';
import { type Condition } from '../queries/sight-filter';

/** Whom delays were told, a mark for each account and each post: who first, then the delay as the inbox names it. */
export function tellingsOf(delays: readonly ToldDelay[]): readonly string[] {
  const marks = delays.flatMap((delay) => {
    const told = delay.told.flatMap((each) => [each.accountId, postMark(each)]);
    return told.map((who) => `${who} ${delayMark(delay)}`);
  });
  return [...new Set(marks)];
}

function postMark({ role, unitId }: Pick<Post, 'role' | 'unitId'>): string {
  return `${role}@${unitId}`;
}

function delayMark(delay: ToldDelay): string {
  const { lane, limitId } = clockPart(delay);
  return [lane ?? '', limitId].join(' ');
}

/** What was read of delays, a mark for each reader: the account first, then the delay as the inbox names it. */
export function readingsOf(delays: readonly ToldDelay[]): readonly string[] {
  return delays.flatMap((delay) => delay.read.map(({ accountId }) => `${accountId} ${delayMark(delay)}`));
}

/** The earliest day of delays. */
export function lateSince(delays: readonly ToldDelay[]): Day | null {
  return delays.reduce<Day | null>((day, { due }) => (day === null || due < day ? due : day), null);
}

/** Somebody who reads: the account, and the posts that they hold. */
export type DelayReader = Pick<Actor, 'accountId' | 'posts'>;

/** A task (`t`) has delays that the person is still to read: they were told, or somebody in the same post of the same unit was. */
export function isToRead({ accountId, posts }: DelayReader): Condition {
  const who = [accountId, ...posts.map(postMark)];
  return sql`exists (select from unnest(t.delays_told) as told(mark)
    where split_part(told.mark, ' ', 1) = any(${who}::text[])
      and ${accountId}::text || substr(told.mark, strpos(told.mark, ' ')) <> all(t.delays_read))`;
}

/** A task (`t`) has delays that the person was told of, and they have read all of these. */
export function hasReadAll(reader: DelayReader): Condition {
  return sql`(not ${isToRead(reader)}
    and exists (select from unnest(t.delays_read) as mark where starts_with(mark, ${reader.accountId})))`;
}

/** An entry (`e`) brings a delay to the person who has read it: it waits for them no more, and for everybody else as before. */
export function hasReadEntry(accountId: string): Condition {
  return sql`(e.kind = 'escalate' and exists (
    select from projection_tasks.task r where r.task_id = e.task_id
      and concat_ws(' ', ${accountId}::text, coalesce(e.lane::text, ''), e.limit_id) = any(r.delays_read)))`;
}
