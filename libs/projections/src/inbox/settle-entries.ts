import { type QueryConfig } from 'pg';
import { type Position } from '#event-store';
import { plainArray, textArray } from '../shared/sql-arrays';
import { type EntryGroup } from './inbox-rules';

/** What settles a task's open entries of a group: the event at a position of the log. */
export interface Settlement extends EntryGroup {
  readonly taskId: string;
  readonly position: Position;
  readonly recordedAt: string;
}

/**
 * Settles entries in the table. What is open changes within moments from nothing to thousands, and the planner, who goes by what
 * it was when he last looked, would hold each settlement against each open entry. `offset 0` keeps the inner query apart: for
 * each settlement its task's open entries are looked up. Not prepared, since a kept plan knows even less.
 */
export function settleEntries(schema: string, settlements: readonly Settlement[]): QueryConfig {
  return {
    text: `
      update ${schema}.entry e set settled_position = s.position, settled_at = s.at::timestamptz
      from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::boolean[])
        as s(task_id, kind, position, at, by_hand)
      cross join lateral (
        select o.event_id, o.audience from ${schema}.entry o
        where o.task_id = s.task_id and o.settled_at is null and o.kind = s.kind and o.by_hand = s.by_hand
        offset 0
      ) open
      where e.event_id = open.event_id and e.audience = open.audience`,
    values: [
      plainArray(settlements.map(({ taskId }) => taskId)),
      textArray(settlements.map(({ kind }) => kind)),
      plainArray(settlements.map(({ position }) => position)),
      textArray(settlements.map(({ recordedAt }) => recordedAt)),
      settlements.map(({ byHand }) => byHand),
    ],
  };
}
