import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type HomeRow, taskStatusSchema, waitKindSchema } from '#contracts';
import {
  type CountedTurn,
  dayInShanghai,
  lampOf,
  remainingWorkingDays,
  TASK_ACTS,
  taskStateSchema,
  workingDaysBetween,
} from '#domain';
import { clocksOfTurns } from '../inbox/own-clocks';
import { type QueryContext } from '../queries/query-context';
import { type Snapshot, unitNames } from '../queries/read-models';
import { isToRead } from '../tasks/read-delays';
import { taskStanding } from '../tasks/standing';

/** Columns of a row of the home: of what waits (alias given) and of its task (`t`), which has delays that the person may be to read. */
export function homeColumns(alias: string, accountId: string): RawBuilder<unknown> {
  const w = sql.raw(alias);
  return sql`
    t.task_id, t.ledger_id, t.task_number, t.title, t.status, t.lead_unit_ids, t.percent, t.suspended_until::text,
    t.next_due::text, t.lamp_due::text, t.lamp_stopped::text, ${w}.kind, ${w}.item, ${w}.act, ${w}.due::text, ${w}.since,
    ${w}.kind in ('overdue', 'urge') and ${isToRead(accountId)} as to_read`;
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
  kind: waitKindSchema,
  item: z.string(),
  act: z.string().nullable(),
  due: z.string().nullable(),
  since: z.date().nullable(),
  to_read: z.boolean(),
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
  context: QueryContext,
): Promise<HomeRow[]> {
  const names = await unitNames(
    at,
    rows.flatMap((row) => [...row.lead_unit_ids, unitOf(row)].flatMap((unitId) => unitId ?? [])),
  );
  const turns = rows.flatMap((row) => turnOf(row) ?? []);
  const clockOf = await clocksOfTurns(at, turns, context);
  const askedOf = await proposalsOf(at, rows);
  return rows.map((row) => {
    const unitId = unitOf(row);
    const turn = turnOf(row);
    return {
      taskId: row.task_id,
      ledgerId: row.ledger_id,
      taskNumber: row.task_number,
      title: row.title,
      status: row.status,
      leadUnits: row.lead_unit_ids.map(names),
      kind: row.kind,
      act: row.act,
      unit: unitId === null ? null : names(unitId),
      ...dueOf(row),
      ...standingOf(row, context),
      since: sinceOf(row, context),
      clock: turn === null ? null : clockOf(turn),
      asked: askedOf(row),
      toRead: row.to_read,
      percent: row.percent,
      suspendedUntil: row.suspended_until,
    };
  });
}

function unitOf({ kind, item }: StoredHomeRow): string | null {
  return OF_UNIT.includes(kind) && item !== '' ? item : null;
}

function turnOf({ kind, task_id, item }: StoredHomeRow) {
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
function standingOf(
  row: StoredHomeRow,
  { today, calendar }: QueryContext,
): Pick<HomeRow, 'lamp' | 'remainingWorkingDays'> {
  if (!hasOwnDay(row) || row.kind === 'away') return taskStanding(row.status, row, { today, calendar });
  return {
    lamp: lampOf({ due: row.due, today, done: false, suspended: false }, calendar),
    remainingWorkingDays: row.due === null ? null : remainingWorkingDays(today, row.due, calendar),
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

const proposalsSchema = z.array(z.object({ task_id: z.string(), proposals: taskStateSchema.shape.proposals }));
const wantedSchema = z.looseObject({
  due: z.string().nullable().catch(null),
  until: z.string().nullable().catch(null),
});

/** What is to be decided, of the rows that wait for a decision. */
async function proposalsOf(
  at: Snapshot,
  rows: readonly StoredHomeRow[],
): Promise<(row: StoredHomeRow) => HomeRow['asked']> {
  const ids = rows.flatMap(({ kind, task_id: taskId }) => (kind === 'decide' ? [taskId] : []));
  if (ids.length === 0) return () => null;
  const { rows: stored } = await sql`
    select task_id, state->'proposals' as proposals from projection_tasks.task where task_id = any(${ids}::uuid[])`.execute(
    at,
  );
  const known = new Map(
    proposalsSchema.parse(stored).flatMap(({ proposals }) => proposals.map((each) => [each.proposalId, each] as const)),
  );
  return ({ kind, item }) => {
    const proposal = kind === 'decide' ? known.get(item) : undefined;
    if (!proposal) return null;
    const { act, grounds, by, data } = proposal;
    const { due, until } = wantedSchema.parse(data);
    return { act, word: wordOf(act), until: until ?? due, grounds, byName: by.name };
  };
}

function wordOf(act: string): string {
  return Object.values(TASK_ACTS).find(({ type }) => type === act)?.word ?? act;
}
