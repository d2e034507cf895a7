import { type Migration } from '#platform';

/** Channel on which each commit of the log announces its last position. */
export const LOG_CHANNEL = 'taizhang_log';

/** Key of the advisory lock that gives the log its order; taken by `log.append_batch` and held to the commit. */
export const LOG_LOCK_KEY = 7_249_004_177;

// `json`, not `jsonb`: it keeps the text that was hashed. Collation "C": an index in the order of a language changes its
// meaning with the operating system's libraries. Names of streams are ASCII anyhow.
const TABLE = `
create schema log;
revoke all on schema log from public;

create table log.event (
  position bigint not null,
  stream text collate "C" not null,
  revision integer not null check (revision >= 0),
  event_id uuid not null,
  type text collate "C" not null,
  schema_version integer not null check (schema_version >= 1),
  metadata json not null,
  data json not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  constraint event_position primary key (position),
  constraint event_revision unique (stream, revision),
  constraint event_id unique (event_id)
);
revoke all on log.event from public;

comment on table log.event is 'The event log. Written by log.append_batch only; nothing in it is ever changed.';
comment on column log.event.position is 'Place in the log, gap-free from 1, given out in commit order.';
comment on column log.event.revision is 'Place in the stream, gap-free from 0.';
comment on column log.event.metadata is 'Canonical JSON (RFC 8785), the text that was hashed.';
comment on column log.event.data is 'Canonical JSON (RFC 8785), the text that was hashed.';
comment on column log.event.previous_hash is 'Hash of the event before it in its stream; zeros for the first.';
`;

// ENABLE ALWAYS: also where session_replication_role would switch ordinary triggers off.
const NO_CHANGE = `
create function log.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $body$
begin
  raise exception using
    errcode = 'insufficient_privilege',
    message = '事件日志只能追加，不得修改、删除或清空，如需更正请追加新的事件。',
    detail = format('LOG.IMMUTABLE: %s on log.event was refused', tg_op);
end
$body$;
revoke all on function log.refuse_change() from public;

create trigger event_refuse_change before update or delete on log.event
  for each statement execute function log.refuse_change();
create trigger event_refuse_truncate before truncate on log.event
  for each statement execute function log.refuse_change();
alter table log.event enable always trigger event_refuse_change;
alter table log.event enable always trigger event_refuse_truncate;
`;

/*
 * log.append_batch: appends to many streams, each append answered by itself.
 *
 * | argument         | per    | meaning                                                                              |
 * |------------------|--------|--------------------------------------------------------------------------------------|
 * | p_stream         | append | stream; a batch names it once                                                        |
 * | p_expected       | append | revision of the last event the writer knows; -1 = no event                           |
 * | p_head_hash      | append | hash of that event, zeros if none; null where the writer does not know it            |
 * | p_count          | append | number of its events; events follow in the order of the appends                      |
 * | p_append         | event  | number of its append, from 1                                                         |
 * | p_event_id …     | event  | the event; each one's previous hash is the hash before it in its append              |
 *
 * Answers one row per append, in order: outcome; actual = revision of the stream's head before the batch (-1 = none);
 * last_position = position of the append's last event, when appended.
 *
 * | outcome          | meaning: nothing of this append was written unless 'appended'                       |
 * |------------------|--------------------------------------------------------------------------------------|
 * | appended         | written                                                                              |
 * | duplicate        | all its event ids are in this stream already                                         |
 * | id-taken         | some of its event ids are in the log already, or they are in another stream          |
 * | wrong-revision   | the stream's head is not the expected one                                            |
 * | head-unknown     | the revision is right but the writer did not know the head's hash: read it, call again |
 * | broken           | the revision is right but the head's hash is not the one given                       |
 *
 * Two ways to the same answers. The usual one takes for granted that all is well: each stream has the head that its writer
 * names, checked by one look-up per append, and the table's own unique constraints refuse a head that has a successor or
 * an event id that is there. What fails either goes the second way, which looks at each append. (Looking first and
 * inserting then made a batch half as dear again.)
 *
 * The lock is taken before the first look at the table, in a statement of its own: under READ COMMITTED the statements
 * after it see what the lock's last holder committed. Under another isolation level they would not, hence the check.
 * Planner settings, and LIMIT in the lateral look-ups: a plan made while the table was nearly empty (sequential scan, hash
 * join) would be kept for a session's life while the table grows; so only look-ups by index are left to choose from.
 */
const APPEND_BATCH = `
create function log.append_batch(
  p_stream text[], p_expected integer[], p_head_hash bytea[], p_count integer[],
  p_append integer[], p_event_id uuid[], p_type text[], p_schema_version integer[],
  p_metadata json[], p_data json[], p_hash bytea[]
) returns table (outcome text, actual integer, last_position bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
set jit = off
as $body$
#variable_conflict use_column
declare
  v_genesis constant bytea := decode(repeat('00', 32), 'hex');
  v_head bigint;
  v_fitting bigint;
  v_written bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'invalid_transaction_state', message = 'log.append_batch needs READ COMMITTED';
  end if;
  perform pg_advisory_xact_lock(${LOG_LOCK_KEY});
  select coalesce(max(e.position), 0) into v_head from log.event e;

  select count(*) into v_fitting
  from unnest(p_stream, p_expected, p_head_hash) as a(stream, expected, head_hash)
  where a.head_hash = case a.expected
    when -1 then v_genesis
    else (select l.hash from log.event l where l.stream = a.stream and l.revision = a.expected)
  end;
  if v_fitting = cardinality(p_stream) then
    begin
      insert into log.event
        (position, stream, revision, event_id, type, schema_version, metadata, data, previous_hash, hash)
      select v_head + e.place, a.stream, (a.expected + e.place - a.before)::integer,
        e.event_id, e.type, e.schema_version, e.metadata, e.data,
        case when e.place = a.before + 1 then a.head_hash else p_hash[e.place - 1] end, e.hash
      from unnest(p_append, p_event_id, p_type, p_schema_version, p_metadata, p_data, p_hash)
        with ordinality as e(append, event_id, type, schema_version, metadata, data, hash, place)
      join (
        select n.number, n.stream, n.expected, n.head_hash, sum(n.count) over (order by n.number) - n.count as before
        from unnest(p_stream, p_expected, p_head_hash, p_count)
          with ordinality as n(stream, expected, head_hash, count, number)
      ) a on a.number = e.append;
      perform pg_notify('${LOG_CHANNEL}', (v_head + cardinality(p_hash))::text);
      return query
        select 'appended', a.expected, v_head + sum(a.count) over (order by a.number)
        from unnest(p_expected, p_count) with ordinality as a(expected, count, number)
        order by a.number;
      return;
    exception when unique_violation then
      -- Some append is a duplicate or late; undone to here, and looked at one by one.
      null;
    end;
  end if;

  return query
  with event as materialized (
    select e.*, lag(e.hash) over (order by e.place) as hash_before
    from unnest(p_append, p_event_id, p_type, p_schema_version, p_metadata, p_data, p_hash)
      with ordinality as e(append, event_id, type, schema_version, metadata, data, hash, place)
  ), append as materialized (
    select a.number, a.stream, a.expected, a.head_hash, a.count,
      sum(a.count) over (order by a.number) - a.count as before
    from unnest(p_stream, p_expected, p_head_hash, p_count)
      with ordinality as a(stream, expected, head_hash, count, number)
  ), known as materialized (
    select e.append, count(*) as ids, min(k.stream) as first_stream, max(k.stream) as last_stream
    from event e
    cross join lateral (select l.stream from log.event l where l.event_id = e.event_id limit 1) k
    group by e.append
  ), verdict as materialized (
    select a.number, a.stream, a.expected, a.head_hash, a.before, coalesce(h.revision, -1) as actual,
      case
        when k.ids = a.count and k.first_stream = a.stream and k.last_stream = a.stream then 'duplicate'
        when k.ids > 0 then 'id-taken'
        when coalesce(h.revision, -1) <> a.expected then 'wrong-revision'
        when a.head_hash is null then 'head-unknown'
        when coalesce(h.hash, v_genesis) <> a.head_hash then 'broken'
        else 'appended'
      end as outcome
    from append a
    left join known k on k.append = a.number
    left join lateral (
      select l.revision, l.hash from log.event l where l.stream = a.stream order by l.revision desc limit 1
    ) h on true
  ), placed as materialized (
    select v.number, v.stream, (v.expected + e.place - v.before)::integer as revision,
      v_head + row_number() over (order by e.place) as position,
      e.event_id, e.type, e.schema_version, e.metadata, e.data,
      case when e.place = v.before + 1 then v.head_hash else e.hash_before end as previous_hash, e.hash
    from event e
    join verdict v on v.number = e.append
    where v.outcome = 'appended'
  ), written as (
    insert into log.event
      (position, stream, revision, event_id, type, schema_version, metadata, data, previous_hash, hash)
    select p.position, p.stream, p.revision, p.event_id, p.type, p.schema_version, p.metadata, p.data,
      p.previous_hash, p.hash
    from placed p
    order by p.position
  ), last as materialized (
    select p.number, max(p.position) as position from placed p group by p.number
  )
  select v.outcome, v.actual, l.position
  from verdict v
  left join last l on l.number = v.number
  order by v.number;

  select coalesce(max(e.position), 0) - v_head into v_written from log.event e;
  if v_written > 0 then
    perform pg_notify('${LOG_CHANNEL}', (v_head + v_written)::text);
  end if;
end
$body$;
revoke all on function log.append_batch from public;
`;

// With one user for everything there is no such role, and nothing to grant.
const GRANTS = `
do $body$
declare
  v_role text := coalesce(nullif(current_setting('taizhang.app_role', true), ''), 'taizhang_app');
begin
  if exists (select from pg_catalog.pg_roles where rolname = v_role) then
    execute format('grant usage on schema log to %I', v_role);
    execute format('grant select on log.event to %I', v_role);
    execute format('grant execute on function log.append_batch to %I', v_role);
  end if;
end
$body$;
`;

/** The log's schema, to be run by the role that is to own it (not by the program's role, where the two differ). */
export const LOG_MIGRATIONS: readonly Migration[] = [
  { id: 'log-0001', sql: [TABLE, NO_CHANGE, APPEND_BATCH, GRANTS].join('\n') },
];
