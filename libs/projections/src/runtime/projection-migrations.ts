import { type Migration } from '#platform';

const TABLES = `
create schema if not exists projection;

create table projection.checkpoint (
  name text primary key,
  version integer not null,
  generation bigint not null default 1,
  position bigint,
  hash text,
  applied bigint not null default 0,
  digest text not null default '',
  stopped_at timestamptz,
  stopped_code text,
  stopped_event text,
  stopped_message text,
  check ((position is null) = (hash is null))
);
comment on table projection.checkpoint is
  'One row per projection: how far its tables go. Locked by the transaction that writes them.';
comment on column projection.checkpoint.version is 'Version of the projector that made the tables.';
comment on column projection.checkpoint.generation is 'One more with each switch to rebuilt tables.';
comment on column projection.checkpoint.position is 'Everything up to here is in the tables; null = nothing yet.';
comment on column projection.checkpoint.hash is 'Seal of the event there: a log without it has another past.';
comment on column projection.checkpoint.applied is 'How many events have gone into the tables.';
comment on column projection.checkpoint.digest is 'SHA-256 over their seals, one after the other.';
comment on column projection.checkpoint.stopped_event is 'type stream@revision of the event that could not be applied.';

create table projection.attempt (
  name text primary key,
  version integer not null,
  position bigint,
  hash text,
  applied bigint not null default 0,
  digest text not null default '',
  indexed boolean not null default false,
  check ((position is null) = (hash is null))
);
comment on table projection.attempt is 'A rebuild under way: how far the tables beside the live ones go.';

create table projection.former (
  name text primary key,
  version integer not null,
  position bigint,
  hash text,
  applied bigint not null,
  digest text not null,
  check ((position is null) = (hash is null))
);
comment on table projection.former is 'The tables that were live before the last switch: how far they go.';

create table projection.log_origin (
  only_one boolean primary key default true check (only_one),
  installation_id uuid not null,
  founded boolean not null
);
comment on table projection.log_origin is 'The log that these tables are made from, by the name in its first event.';
comment on column projection.log_origin.founded is
  'False between choosing the name and writing it into the log: a crash there leaves no log without tables.';
`;

/**
 * The checkpoints. Run by the program's role, which owns the tables of the projections too: those are made by their versioned
 * definitions and not by migrations, because a changed one is filled from the log and not altered.
 */
export const PROJECTION_MIGRATIONS: readonly Migration[] = [{ id: 'projection-0001', sql: TABLES }];
