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

/**
 * The checkpoints. Run by the program's role, which owns the tables of the projections too: those are made by their versioned
 * definitions and not by migrations, because a changed one is filled from the log and not altered.
 */
export const PROJECTION_MIGRATIONS: readonly Migration[] = [{ id: 'projection-0001', sql: CHECKPOINT }];
