import { type QueryConfig } from 'pg';
import { type EntryGroup, type EntryKind } from '#domain';
import { type Position } from '#event-store';
import { plainArray, textArray } from '../shared/sql-arrays';

/** What settles a task's open entries of a group: the event at a position of the log. */
export interface Settlement extends EntryGroup {
  readonly taskId: string;
  readonly position: Position;
  readonly recordedAt: string;
  readonly commandId: string;
}

/** A step that was taken back: entries of some kinds that its command had settled wait again. */
export interface Revival {
  readonly taskId: string;
  readonly commandId: string;
  readonly kinds: readonly EntryKind[];
}

/**
 * Settles entries in the table, each by the first event that settles it. `offset 0` keeps the inner query apart, so that each task's
 * open entries are looked up: what is open grows within moments from nothing to thousands, and by its old figures the planner would
 * compare every settlement with every open entry. Unnamed on purpose: a cached plan would know no figures at all.
 */
export function settleEntries(schema: string, settlements: readonly Settlement[]): QueryConfig {
  return {
    text: `
      update ${schema}.entry e set settled_position = first.position, settled_at = first.at::timestamptz, settled_command = first.command::uuid
      from (
        select distinct on (open.event_id, open.audience) open.event_id, open.audience, s.position, s.at, s.command
        from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::text[],
            $9::text[])
          as s(task_id, kind, position, at, by_hand, unit_id, limit_id, lane, command)
        cross join lateral (
          select o.event_id, o.audience from ${schema}.entry o
          where o.task_id = s.task_id and o.settled_at is null and o.kind = s.kind and o.by_hand = s.by_hand
            and (s.unit_id is null or o.unit_id = s.unit_id::uuid)
            and (s.limit_id is null or o.limit_id = s.limit_id or starts_with(o.limit_id, s.limit_id || '/'))
            and (s.lane is null or o.lane = s.lane::uuid)
          offset 0
        ) open
        order by open.event_id, open.audience, s.position
      ) first
      where e.event_id = first.event_id and e.audience = first.audience`,
    values: [
      plainArray(settlements.map(({ taskId }) => taskId)),
      textArray(settlements.map(({ kind }) => kind)),
      plainArray(settlements.map(({ position }) => position)),
      textArray(settlements.map(({ recordedAt }) => recordedAt)),
      settlements.map(({ byHand }) => byHand),
      textArray(settlements.map(({ unitId }) => unitId)),
      textArray(settlements.map(({ limitId }) => limitId)),
      textArray(settlements.map(({ lane }) => lane)),
      textArray(settlements.map(({ commandId }) => commandId)),
    ],
  };
}

/** Entries that wait again, since the step that had settled them was taken back. */
export function reviveEntries(schema: string, { taskId, commandId, kinds }: Revival): QueryConfig {
  return {
    name: `${schema}-revive`,
    text: `
      update ${schema}.entry set settled_position = null, settled_at = null, settled_command = null
      where task_id = $1::uuid and settled_command = $2::uuid and kind = any($3::text[])`,
    values: [taskId, commandId, kinds],
  };
}
