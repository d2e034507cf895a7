import { type QueryConfig } from 'pg';
import { type EntryGroup, type RevivedEntries } from '#domain';
import { type Position } from '#event-store';
import { plainArray, textArray } from '../shared/sql-arrays';

/** What settles a task's open entries of a group: the event at a position of the log. */
export interface Settlement extends EntryGroup {
  readonly taskId: string;
  readonly position: Position;
  readonly recordedAt: string;
  /** The command of the step; null: none, the entries are not true any more. */
  readonly commandId: string | null;
}

/** Entries of a task that wait again. */
export interface Revival extends RevivedEntries {
  readonly taskId: string;
}

/** The columns of groups, as values of a statement; an entry (`o`) is of a group (`s`) as `isOfGroup` says. */
const GROUP_COLUMNS = 'kind, by_hand, role, unit_id, lane, limit_id, due';
const IS_OF_GROUP = `o.kind = s.kind and o.by_hand = s.by_hand
            and (s.role is null or o.role = s.role)
            and (s.unit_id is null or o.unit_id = s.unit_id::uuid)
            and (s.lane is null or o.lane = s.lane::uuid)
            and (s.limit_id is null or o.limit_id = s.limit_id or starts_with(o.limit_id, s.limit_id || '/'))
            and (s.due is null or o.due = s.due::date)`;

function groupValues(groups: readonly EntryGroup[]): readonly unknown[] {
  return [
    textArray(groups.map(({ kind }) => kind)),
    groups.map(({ byHand }) => byHand),
    textArray(groups.map(({ role }) => role ?? null)),
    textArray(groups.map(({ unitId }) => unitId)),
    textArray(groups.map(({ lane }) => lane)),
    textArray(groups.map(({ limitId }) => limitId)),
    textArray(groups.map(({ due }) => due)),
  ];
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
        select distinct on (open.event_id, open.audience, open.subject) open.event_id, open.audience, open.subject, s.position, s.at, s.command
        from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[])
          as s(task_id, position, at, command, ${GROUP_COLUMNS})
        cross join lateral (
          select o.event_id, o.audience, o.subject from ${schema}.entry o
          where o.task_id = s.task_id and o.settled_at is null
            and ${IS_OF_GROUP}
          offset 0
        ) open
        order by open.event_id, open.audience, open.subject, s.position
      ) first
      where e.event_id = first.event_id and e.audience = first.audience and e.subject = first.subject`,
    values: [
      plainArray(settlements.map(({ taskId }) => taskId)),
      plainArray(settlements.map(({ position }) => position)),
      textArray(settlements.map(({ recordedAt }) => recordedAt)),
      textArray(settlements.map(({ commandId }) => commandId)),
      ...groupValues(settlements),
    ],
  };
}

/** Entries that wait again: the step that had settled them was taken back, or they are true again. */
export function reviveEntries(schema: string, { taskId, commandId, groups }: Revival): QueryConfig {
  const settled =
    commandId === null
      ? 'o.settled_command is null and o.settled_at is not null'
      : 'o.settled_command = (select command from step)';
  return {
    name: `${schema}-revive-${commandId === null ? 'untrue' : 'step'}`,
    text: `
      with step as (select $2::uuid as command)
      update ${schema}.entry o set settled_position = null, settled_at = null, settled_command = null
      where o.task_id = $1::uuid and ${settled} and exists (
        select from unnest($3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) as s(${GROUP_COLUMNS})
        where ${IS_OF_GROUP})`,
    values: [taskId, commandId, ...groupValues(groups)],
  };
}
