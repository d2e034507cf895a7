import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type TaskRow, taskRowSchema, taskStatusSchema } from '#contracts';
import { ledgerKindSchema, outcomeSchema } from '#domain';
import { type Snapshot, type UnitNames, unitNames } from '../queries/read-models';
import { sparedSchema } from './spared-days';
import { type OnDay, taskStanding } from './standing';

/** Columns of a row of a list; the table is `t`. */
export const TASK_COLUMNS: RawBuilder<unknown> = sql`
  t.task_id, t.ledger_id,
  (select l.name from projection_ledgers.ledger l where l.ledger_id = t.ledger_id) as ledger_name,
  (select l.kind from projection_ledgers.ledger l where l.ledger_id = t.ledger_id) as ledger_kind,
  t.import_id, t.serial, t.place, t.parent_id, t.parent_number, t.children_total, t.children_open, t.task_number, t.title, t.status, t.lead_unit_ids, t.support_unit_ids,
  t.unanswered_unit_ids, t.lane_steps,
  t.lead_unit_names, t.support_unit_names, t.section, t.source_number, t.limit_count,
  json_array_length(t.doubts) as doubt_count,
  t.due::text, t.next_due::text, t.lamp_due::text, t.lamp_stopped::text, t.lamp_spared, t.percent, t.suspended_until::text, t.last_urged_on::text, t.last_instructed_on::text, t.extension_asked, t.asked, t.outcome, t.closing_number, t.closed_on::text, t.last_report,
  t.last_report_on::text, t.revision, t.recorded_at, t.indicators`;

const text = z.string().nullable();

/** A row of the table as PostgreSQL gives it. */
export const storedTaskSchema = z.object({
  task_id: z.string(),
  ledger_id: z.string(),
  ledger_name: text,
  ledger_kind: ledgerKindSchema.nullable(),
  import_id: z.string(),
  serial: z.number(),
  place: z.string(),
  parent_id: text,
  parent_number: text,
  children_total: z.number(),
  children_open: z.number(),
  task_number: text,
  title: z.string(),
  status: taskStatusSchema,
  lead_unit_ids: z.array(z.string()),
  support_unit_ids: z.array(z.string()),
  unanswered_unit_ids: z.array(z.string()),
  lane_steps: taskRowSchema.shape.laneSteps,
  lead_unit_names: z.array(z.string()),
  support_unit_names: z.array(z.string()),
  section: z.string(),
  source_number: z.string(),
  limit_count: z.number(),
  doubt_count: z.number(),
  due: text,
  next_due: text,
  lamp_due: text,
  lamp_stopped: text,
  lamp_spared: sparedSchema,
  percent: z.number().nullable(),
  suspended_until: text,
  last_urged_on: text,
  last_instructed_on: text,
  extension_asked: z.boolean(),
  asked: taskRowSchema.shape.asked,
  outcome: outcomeSchema.nullable(),
  closing_number: text,
  closed_on: text,
  last_report: text,
  last_report_on: text,
  revision: z.number(),
  recorded_at: z.date(),
  indicators: taskRowSchema.shape.indicators,
});
export type StoredTask = z.infer<typeof storedTaskSchema>;

/** Rows of the table as they are answered. */
export async function toTaskRows(at: Snapshot, found: readonly StoredTask[], day: OnDay): Promise<TaskRow[]> {
  const names = await unitNames(
    at,
    found.flatMap((row) => [...row.lead_unit_ids, ...row.support_unit_ids]),
  );
  return found.map((row) => toTaskRow(row, names, day));
}

function toTaskRow(row: StoredTask, names: UnitNames, day: OnDay): TaskRow {
  return {
    taskId: row.task_id,
    ledgerId: row.ledger_id,
    ledgerName: row.ledger_name,
    ledgerKind: row.ledger_kind,
    importId: row.import_id,
    serial: row.serial,
    parentNumber: row.parent_number,
    childCount: row.children_total === 0 ? null : { total: row.children_total, open: row.children_open },
    taskNumber: row.task_number,
    title: row.title,
    status: row.status,
    leadUnits: row.lead_unit_ids.map(names),
    supportUnits: row.support_unit_ids.map(names),
    unansweredUnitIds: row.unanswered_unit_ids,
    laneSteps: row.lane_steps,
    leadUnitNames: row.lead_unit_names,
    supportUnitNames: row.support_unit_names,
    section: row.section,
    sourceNumber: row.source_number,
    limitCount: row.limit_count,
    doubtCount: row.doubt_count,
    due: row.due,
    nextDue: row.next_due,
    ...taskStanding(row.status, row, day),
    percent: row.percent,
    indicators: row.indicators,
    lastReport:
      row.last_report === null || row.last_report_on === null
        ? null
        : { occurredOn: row.last_report_on, progress: row.last_report },
    suspendedUntil: row.suspended_until,
    lastUrgedOn: row.last_urged_on,
    lastInstructedOn: row.last_instructed_on,
    extensionAsked: row.extension_asked,
    asked: row.asked,
    outcome: row.outcome,
    closingNumber: row.closing_number,
    closedOn: row.closed_on,
    revision: row.revision,
    recordedAt: row.recorded_at.toISOString(),
  };
}
