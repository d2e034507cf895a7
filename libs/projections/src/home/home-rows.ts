import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type HomeRow, taskRowSchema, taskStatusSchema, waitKindSchema } from '#contracts';
import {
  type CountedTurn,
  type Day,
  dayInShanghai,
  lampOf,
  TASK_ACTS,
  taskStateSchema,
  workingDaysBetween,
} from '#domain';
import { clocksOfTurns, clockUntil } from '../inbox/own-clocks';
import { type QueryContext } from '../queries/query-context';
import { type Snapshot, unitNames } from '../queries/read-models';
import { type DelayReader, isToRead } from '../tasks/read-delays';
import { sparedSchema } from '../tasks/spared-days';
import { daysLeft, type OnDay, taskStanding } from '../tasks/standing';

/**
 * Columns of a row of the home: of what waits (alias given), with the late limit and the other kinds that were found of its task, and of
 * the task (`t`), which has delays that the person may be to read.
 */
export function homeColumns(alias: string, reader: DelayReader, today: Day): RawBuilder<unknown> {
  const w = sql.raw(alias);
  return sql`
    t.task_id, t.ledger_id, t.task_number, t.title, t.status, t.lead_unit_ids, t.percent, t.suspended_until::text,
    t.next_due::text, t.lamp_due::text, t.lamp_stopped::text, t.lamp_spared, coalesce(t.spared->>${w}.item, '') as own_spared, t.asked, ${w}.kind, ${w}.item, ${w}.act, ${w}.due::text, ${w}.since,
    ${w}.also, ${w}.late_due::text, ${w}.late_stopped::text, ${w}.late_spared,
    ${w}.kind in ('overdue', 'urge') and ${isToRead(reader)} as to_read,
    case when t.last_measure_on = ${today}::date then t.state->'measures' else '[]' end as measures`;
}

export const storedHomeRowSchema = z.object({
  task_id: z.string(),
  ledger_id: z.string(),
  task_number: z.string().nullable(),
  title: z.string(),
  status: taskStatusSchema,
  lead_unit_ids: z.array(z.string()),
  percent: z.number().nullable(),
  suspended_until: z.string().nullable(),
  next_due: z.string().nullable(),
  lamp_due: z.string().nullable(),
  lamp_stopped: z.string().nullable(),
  lamp_spared: sparedSchema,
  own_spared: sparedSchema,
  asked: taskRowSchema.shape.asked,
  kind: waitKindSchema,
  item: z.string(),
  act: z.string().nullable(),
  due: z.string().nullable(),
  since: z.date().nullable(),
  also: z.array(waitKindSchema),
  late_due: z.string().nullable(),
  late_stopped: z.string().nullable(),
  late_spared: sparedSchema.nullable(),
  to_read: z.boolean(),
  measures: taskStateSchema.shape.measures,
});
export type StoredHomeRow = z.infer<typeof storedHomeRowSchema>;

/** The turn of which the reader's own clock is. A unit at work has its limits. */
const TURN_OF: Readonly<Partial<Record<HomeRow['kind'], CountedTurn>>> = {
  decide: 'decide',
  close: 'close',
  check: 'check',
  declined: 'reassign',
  reassign: 'reassign',
  assign: 'assign',
  accept: 'reply',
  record: 'reply',
};

/** The kinds of rows in which the reader has a clock: of a turn, or the day that an instruction names for its answer. */
export const CLOCKED: readonly string[] = [...Object.keys(TURN_OF), 'answer'];

/** A row as far as its clock asks for it. */
export const clockedRowSchema = storedHomeRowSchema.pick({ kind: true, item: true, task_id: true, due: true });
export type ClockedRow = z.infer<typeof clockedRowSchema>;

/** The day by which the reader is to act in a row, and the working days until then; null where the row has no such day. */
export type ClockOf = (row: ClockedRow) => HomeRow['clock'];

/** The reader's clocks in some rows. */
export async function clocksOf(at: Snapshot, rows: readonly ClockedRow[], day: OnDay): Promise<ClockOf> {
  const ofTurn = await clocksOfTurns(
    at,
    rows.flatMap((row) => turnOf(row) ?? []),
    day,
  );
  return (row) => {
    const turn = turnOf(row);
    if (turn !== null) return ofTurn(turn);
    return row.kind === 'answer' && row.due !== null ? clockUntil(row.due, day) : null;
  };
}

/** Kinds that are a unit's part: `item` names the unit, and the day is its own. */
const OF_UNIT: readonly HomeRow['kind'][] = [
  'accept',
  'record',
  'answer',
  'request',
  'overdue',
  'urge',
  'work',
  'away',
];

/** Rows as they are answered. */
export async function toHomeRows(
  at: Snapshot,
  rows: readonly StoredHomeRow[],
  clockOf: ClockOf,
  context: QueryContext,
): Promise<HomeRow[]> {
  const names = await unitNames(
    at,
    rows.flatMap((row) => [...row.lead_unit_ids, unitOf(row)].flatMap((unitId) => unitId ?? [])),
  );
  return rows.map((row) => {
    const unitId = unitOf(row);
    return {
      taskId: row.task_id,
      ledgerId: row.ledger_id,
      taskNumber: row.task_number,
      title: row.title,
      status: row.status,
      leadUnits: row.lead_unit_ids.map(names),
      kind: row.kind,
      also: row.also,
      lateLimit: lateLimitOf(row, context),
      act: row.act,
      unit: unitId === null ? null : names(unitId),
      ...dueOf(row),
      ...standingOf(row, context),
      since: sinceOf(row, context),
      clock: clockOf(row),
      asked: askedOf(row),
      toRead: row.to_read,
      decided: row.measures.filter(({ on }) => on === context.today).map(({ measure }) => measure),
      percent: row.percent,
      suspendedUntil: row.suspended_until,
    };
  });
}

function lateLimitOf(row: StoredHomeRow, day: OnDay): HomeRow['lateLimit'] {
  const { late_due: due, late_stopped: stopped, late_spared: spared } = row;
  return due === null ? null : { due, workingDays: 0 - daysLeft({ due, stopped, spared: spared ?? [] }, day) };
}

function unitOf({ kind, item }: StoredHomeRow): string | null {
  return OF_UNIT.includes(kind) && item !== '' ? item : null;
}

function turnOf({ kind, task_id, item }: ClockedRow) {
  const turn = TURN_OF[kind];
  return turn === undefined ? null : { turn, task_id, unit_id: item === '' ? null : item };
}

function dueOf(row: StoredHomeRow): Pick<HomeRow, 'due' | 'dueOfTask'> {
  const due = hasOwnDay(row) ? row.due : (row.lamp_due ?? row.next_due);
  return { due, dueOfTask: unitOf(row) !== null && !hasOwnDay(row) && due !== null };
}

/** A supporting unit owes no limit of the leads: its part has no day, and the task's is what it works towards. */
function hasOwnDay(row: StoredHomeRow): boolean {
  return unitOf(row) !== null && row.due !== null;
}

/** A unit's part stands by its own day; anything else as the task does. */
function standingOf(row: StoredHomeRow, on: QueryContext): Pick<HomeRow, 'lamp' | 'remainingWorkingDays'> {
  const { kind, due } = row;
  if (!hasOwnDay(row) || due === null || kind === 'away') return taskStanding(row.status, row, on);
  // The clock of an answer runs on while the task is checked.
  const spared = kind === 'answer' ? [] : row.own_spared;
  return {
    lamp: lampOf({ due, today: on.today, done: false, suspended: false }, on.calendar),
    remainingWorkingDays: daysLeft({ due, stopped: null, spared }, on),
  };
}

function sinceOf({ kind, since }: StoredHomeRow, { today, calendar }: QueryContext): HomeRow['since'] {
  // A review has no clock of its own in the row: the time of the rules is over where it lies here.
  if (since === null || (TURN_OF[kind] === undefined && kind !== 'review')) return null;
  return {
    at: since.toISOString(),
    workingDays: workingDaysBetween(dayInShanghai(since.toISOString()), today, calendar),
  };
}

/** What is to be decided, of a row that waits for a decision. */
function askedOf({ kind, item, asked }: StoredHomeRow): HomeRow['asked'] {
  const proposal = kind === 'decide' ? asked.find(({ proposalId }) => proposalId === item) : undefined;
  if (!proposal) return null;
  const { act, until, grounds, on, byName } = proposal;
  return { act, word: wordOf(act), until, grounds, on, byName };
}

function wordOf(act: string): string {
  return Object.values(TASK_ACTS).find(({ type }) => type === act)?.word ?? act;
}
