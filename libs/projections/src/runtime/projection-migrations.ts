import { type Migration } from '#platform';

const CHECKPOINT = `
create schema if not exists projection;

create table projection.checkpoint (
  name text primary key,
  version integer not null,
  generation bigint not null default 1,
  position bigint,
  stopped_at timestamptz,
  stopped_code text,
  stopped_event text,
  stopped_message text
);

comment on table projection.checkpoint is
  'One row per projection: how far its tables go. Locked by the transaction that writes them.';
comment on column projection.checkpoint.version is 'Version of the projector that made the tables.';
comment on column projection.checkpoint.generation is 'One more with each switch to rebuilt tables.';
comment on column projection.checkpoint.position is 'Everything up to here is in the tables; null = nothing yet.';
comment on column projection.checkpoint.stopped_event is 'type stream@revision of the event that could not be applied.';
`;

// A program that knew PostgreSQL's log only has not noted which log it followed: it was that one.
const LOG_ORIGIN = `
create table projection.log_origin (
  only_one boolean primary key default true check (only_one),
  first_event uuid not null
);
comment on table projection.log_origin is 'The first event of the log that these tables are made from.';
do $body$
begin
  if to_regclass('log.event') is not null then
    insert into projection.log_origin (first_event) select event_id from log.event order by position limit 1;
  end if;
end
$body$;
`;

// Tables that were filled before events were tallied have no tally: it is null until they are rebuilt.
const TALLY = `
alter table projection.checkpoint add column applied bigint, add column digest text;
update projection.checkpoint set applied = 0, digest = '' where position is null;
alter table projection.checkpoint alter column applied set default 0, alter column digest set default '';
comment on column projection.checkpoint.applied is 'How many events have gone into the tables.';
comment on column projection.checkpoint.digest is 'SHA-256 over their seals, one after the other.';

create table projection.attempt (
  name text primary key,
  version integer not null,
  position bigint,
  applied bigint not null default 0,
  digest text not null default '',
  indexed boolean not null default false
);
comment on table projection.attempt is 'A rebuild under way: how far the tables beside the live ones go.';

create table projection.former (
  name text primary key,
  version integer not null,
  position bigint,
  applied bigint,
  digest text
);
comment on table projection.former is 'The tables that were live before the last switch: how far they go.';
`;

/**
 * The checkpoints. Run by the program's role, which owns the tables of the projections too: those are made by their versioned
 * definitions and not by migrations, because a changed one is filled from the log and not altered.
 */
export const PROJECTION_MIGRATIONS: readonly Migration[] = [
  { id: 'projection-0001', sql: CHECKPOINT },
  { id: 'projection-0002', sql: LOG_ORIGIN },
  { id: 'projection-0003', sql: TALLY },
];
