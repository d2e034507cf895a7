import { sql } from 'kysely';
import { z } from 'zod';
import { type LedgerSummary } from '#contracts';
import { heldChanges, type HeldChange, heldInAll, taskStateSchema } from '#domain';
import { type Snapshot, unitNames } from '../queries/read-models';
import { type Condition } from '../queries/sight-filter';
import { type OnDay } from '../tasks/standing';

const rowsSchema = z.array(z.object({ holder: z.string(), day: z.string(), net: z.number() }));
const statesSchema = z.array(
  z.object({
    turns: taskStateSchema.shape.turns,
    spans: taskStateSchema.shape.spans,
    ended: taskStateSchema.shape.ended,
    proposals: taskStateSchema.shape.proposals,
  }),
);

/** Of a whole ledger, from the tally. */
export async function heldInLedger(at: Snapshot, ledgerId: string): Promise<readonly HeldChange[]> {
  const { rows } = await sql`
    select holder, day::text, net from projection_tasks.held where ledger_id = ${ledgerId}::uuid`.execute(at);
  return rowsSchema.parse(rows);
}

/** Of some tasks (`t`), from their states. */
export async function heldInTasks(at: Snapshot, own: Condition): Promise<readonly HeldChange[]> {
  const { rows } = await sql`
    select t.state->'turns' as turns, t.state->'spans' as spans, t.state->>'ended' as ended,
      t.state->'proposals' as proposals
    from projection_tasks.task t where ${own}`.execute(at);
  return statesSchema.parse(rows).flatMap(heldChanges);
}

/** The working days of each holder: units by name, then the others. */
export async function heldFigures(
  at: Snapshot,
  changes: readonly HeldChange[],
  { today, calendar }: OnDay,
): Promise<LedgerSummary['held']> {
  const held = [...heldInAll(changes, today, calendar)];
  const kinds = new Set<string>(KINDS);
  const names = await unitNames(
    at,
    held.map(([holder]) => holder).filter((holder) => !kinds.has(holder)),
  );
  const units = held
    .filter(([holder]) => !kinds.has(holder))
    .map(([holder, workingDays]) => ({ kind: 'work' as const, unit: names(holder), workingDays }))
    .sort((one, other) => (one.unit.name < other.unit.name ? -1 : 1));
  const others = KINDS.flatMap((kind) => {
    const workingDays = held.find(([holder]) => holder === kind)?.[1];
    return workingDays === undefined ? [] : [{ kind, unit: null, workingDays }];
  });
  return [...units, ...others];
}

/** The turns that are no unit's, in the order of a task's life. */
const KINDS = ['assign', 'reassign', 'check', 'close', 'decide', 'suspended'] as const;
