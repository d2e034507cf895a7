import { practiceTable } from '../shared/practice-ledgers';
import { tallyTable } from './task-tally';

/** Tables of the tasks projection: one row per task, what its words are found by, and how many there are of each kind. */
export function taskTables(schema: string): string {
  return `
create table ${schema}.task (
  task_id uuid primary key,
  ledger_id uuid not null,
  import_id uuid not null,
  serial integer not null,
  task_number text,
  title text not null,
  status text not null,
  lead_unit_ids uuid[] not null,
  support_unit_ids uuid[] not null,
  lead_unit_names json not null,
  support_unit_names json not null,
  section text collate "C" not null,
  source_number text not null,
  limit_count integer not null,
  due date,
  next_due date,
  lamp_due date,
  percent double precision,
  closing_number text,
  closed_on date,
  last_report text,
  last_report_on date,
  revision integer not null,
  position bigint not null,
  recorded_at timestamptz not null,
  indicators json not null,
  doubts json not null,
  state json not null
) with (fillfactor = 80);
-- The state is most of a row; out of line and plain it costs a copy instead of a compression at every event.
alter table ${schema}.task alter column state set storage external;

create table ${schema}.search (
  task_id uuid primary key,
  words text not null,
  grams text[] not null
);
-- A candidate's words are compared: they stay in the row, uncompressed by preference, and the grams go out of it.
alter table ${schema}.search alter column words set storage main;

${tallyTable(schema)}
${practiceTable(schema)}
comment on column ${schema}.task.lead_unit_ids is 'Of the assignment; as confirmed while there is none.';
comment on column ${schema}.task.lead_unit_names is 'As the document names them.';
comment on column ${schema}.task.due is 'The last dated limit that is not done.';
comment on column ${schema}.task.next_due is 'The earliest day on which something falls due.';
comment on column ${schema}.task.lamp_due is 'The day that the lamp looks at; null when nothing is open any more.';
comment on column ${schema}.task.doubts is 'What the reading of the draft left open.';
comment on column ${schema}.search.grams is 'Characters and pairs of neighbouring characters of the words.';
comment on column ${schema}.task.state is 'The state folded from the events up to the revision.';
`;
}

/** Indexes for lists, sights and search. */
export function taskIndexes(schema: string): string {
  return `
create index task_by_serial on ${schema}.task (ledger_id, serial, task_id);
create index task_by_next_due on ${schema}.task (ledger_id, next_due, task_id);
create index task_by_recorded on ${schema}.task (ledger_id, recorded_at, task_id);
create index task_by_percent on ${schema}.task (ledger_id, percent, task_id);
create index task_by_status on ${schema}.task (ledger_id, status, serial);
create index task_by_section on ${schema}.task (ledger_id, section, serial);
create index task_by_lamp on ${schema}.task (ledger_id, lamp_due, task_id) where lamp_due is not null;
create index task_by_import on ${schema}.task (import_id, serial);
create index task_by_lead on ${schema}.task using gin (lead_unit_ids);
create index task_by_support on ${schema}.task using gin (support_unit_ids);
create index search_by_grams on ${schema}.search using gin (grams) with (fastupdate = off);
create index tally_empty on ${schema}.tally (side) where tasks = 0;
`;
}
