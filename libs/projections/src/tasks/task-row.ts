import { dueDayOf, type NamedUnit, nextDueDayOf, type TaskState } from '#domain';
import { jsonArray, plainArray, textArray } from '../shared/sql-arrays';
import { writeState } from '../shared/stored-state';
import { type FoldedTask } from '../shared/task-states';
import { lampDueOf } from './lamp-due';

const COLUMNS = [
  'ledger_id',
  'import_id',
  'serial',
  'task_number',
  'title',
  'status',
  'lead_unit_ids',
  'support_unit_ids',
  'lead_unit_names',
  'support_unit_names',
  'section',
  'source_number',
  'limit_count',
  'due',
  'next_due',
  'lamp_due',
  'percent',
  'closing_number',
  'closed_on',
  'last_report',
  'last_report_on',
  'revision',
  'position',
  'recorded_at',
  'indicators',
  'state',
] as const;

/** Types that the columns are sent as where that is not text, and what they are cast to. */
const SENT_AS: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>> = {
  serial: 'integer',
  lead_unit_names: 'json',
  support_unit_names: 'json',
  limit_count: 'integer',
  percent: 'double precision',
  revision: 'integer',
  position: 'bigint',
  indicators: 'json',
  state: 'json',
};
const CAST_TO: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>> = {
  ledger_id: 'uuid',
  import_id: 'uuid',
  lead_unit_ids: 'uuid[]',
  support_unit_ids: 'uuid[]',
  due: 'date',
  next_due: 'date',
  lamp_due: 'date',
  closed_on: 'date',
  last_report_on: 'date',
  recorded_at: 'timestamptz',
};

/** One statement for all rows of a batch: arrays by column, one row per task. Doubts come with the first event only. */
export function upsertTasks(schema: string): string {
  const sent = ['uuid[]', ...COLUMNS.map((column) => `${SENT_AS[column] ?? 'text'}[]`), 'json[]'];
  const values = COLUMNS.map((column) => (CAST_TO[column] ? `r.${column}::${CAST_TO[column]}` : `r.${column}`));
  const updates = COLUMNS.map((column) => `${column} = excluded.${column}`);
  return `
    insert into ${schema}.task (task_id, ${COLUMNS.join(', ')}, doubts)
    select r.task_id, ${values.join(', ')}, r.doubts
    from unnest(${sent.map((type, index) => `$${index + 1}::${type}`).join(', ')})
      as r(task_id, ${COLUMNS.join(', ')}, doubts)
    on conflict (task_id) do update set ${updates.join(', ')}`;
}

/** What the upsert takes: a column of the batch per parameter. */
export function taskColumns(tasks: readonly FoldedTask[], doubts: ReadonlyMap<string, string>): unknown[] {
  const text = (value: (state: TaskState) => string | null): Buffer =>
    textArray(tasks.map(({ state }) => value(state)));
  const reported = (value: NonNullable<TaskState['lastReport']>, key: 'progress' | 'occurredOn'): string => value[key];
  return [
    plainArray(tasks.map(({ taskId }) => taskId)),
    text((state) => state.ledgerId),
    text((state) => state.importId),
    plainArray(tasks.map(({ state }) => state.serial)),
    text((state) => state.taskNumber),
    text((state) => state.title),
    text((state) => state.status),
    text((state) => plainArray((state.assignment ?? state).leadUnitIds)),
    text((state) => plainArray((state.assignment ?? state).supportUnitIds)),
    jsonArray(tasks.map(({ state }) => namesOf(state.leadUnitNames))),
    jsonArray(tasks.map(({ state }) => namesOf(state.supportUnitNames))),
    text((state) => state.source.section),
    text((state) => state.source.number),
    plainArray(tasks.map(({ state }) => state.limits.length)),
    text(dueDayOf),
    text(nextDueDayOf),
    text(lampDueOf),
    tasks.map(({ state }) => state.percent),
    text((state) => state.closing?.closingNumber ?? null),
    text((state) => state.closing?.on ?? null),
    text((state) => state.lastReport && reported(state.lastReport, 'progress')),
    text((state) => state.lastReport && reported(state.lastReport, 'occurredOn')),
    plainArray(tasks.map(({ last }) => last.revision)),
    plainArray(tasks.map(({ last }) => last.position)),
    textArray(tasks.map(({ last }) => last.event.metadata.recordedAt)),
    jsonArray(tasks.map(({ state }) => JSON.stringify(state.indicators))),
    jsonArray(tasks.map(({ state }) => writeState(state))),
    jsonArray(tasks.map(({ taskId }) => doubts.get(taskId) ?? '[]')),
  ];
}

function namesOf(units: readonly NamedUnit[]): string {
  return JSON.stringify(units.map(({ name }) => name));
}
