import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { lampSchema } from '#contracts';
import { addDays, type Day } from '#domain';
import { type Snapshot } from '../queries/read-models';
import { lastNearDay, type OnDay } from './standing';
import { type TallySide } from './task-tally';

/** Tasks of one item, by lamp. */
export interface LampFigures {
  readonly total: number;
  readonly normal: number;
  readonly near: number;
  readonly late: number;
  readonly suspended: number;
  readonly closed: number;
  readonly terminated: number;
  readonly voided: number;
}

/** Figures of one status, unit or section of a ledger. */
export interface TallyFigure extends LampFigures {
  readonly ledgerId: string;
  readonly side: TallySide;
  readonly item: string;
}

const NONE: LampFigures = { total: 0, normal: 0, near: 0, late: 0, suspended: 0, closed: 0, terminated: 0, voided: 0 };

const rowsSchema = z.array(
  z.object({
    ledger_id: z.string(),
    side: z.enum(['status', 'unit', 'section']),
    item: z.string(),
    lamp: lampSchema,
    tasks: z.number(),
  }),
);

/** The figures of whole ledgers, from the tally: whole months where all days are alike, days where today and `near` are. */
export async function tallyFigures(
  at: Snapshot,
  ledgerIds: readonly string[],
  sides: readonly TallySide[],
  day: OnDay,
): Promise<TallyFigure[]> {
  const [from, to] = [monthOf(day.today), monthOf(addDays(monthOf(lastNearDay(day)), 31))];
  const wanted = sql`side = any(${sides}::text[]) and ledger_id = any(${ledgerIds}::uuid[])`;
  return figuresOf(
    at,
    sql`(
      select * from projection_tasks.tally
      where span = 'month' and ${wanted} and (lamp_due < ${from}::date or lamp_due >= ${to}::date)
      union all
      select * from projection_tasks.tally
      where span = 'day' and ${wanted} and lamp_due >= ${from}::date and lamp_due < ${to}::date
    )`,
    day,
  );
}

/** The figures of boxes that look like the tally's. */
export async function figuresOf(at: Snapshot, boxes: RawBuilder<unknown>, day: OnDay): Promise<TallyFigure[]> {
  const { rows } = await sql`
    select b.ledger_id, b.side, b.item, ${lampOfBox(day)} as lamp, sum(b.tasks)::integer as tasks
    from ${boxes} b group by 1, 2, 3, 4`.execute(at);
  const figures = new Map<string, TallyFigure>();
  for (const { ledger_id: ledgerId, side, item, lamp, tasks } of rowsSchema.parse(rows)) {
    const key = JSON.stringify([ledgerId, side, item]);
    const known = figures.get(key) ?? { ...NONE, ledgerId, side, item };
    figures.set(key, { ...known, total: known.total + tasks, [lamp]: known[lamp] + tasks });
  }
  return [...figures.values()];
}

/** The same rule as `taskStanding`, for the database. */
function lampOfBox(day: OnDay): RawBuilder<unknown> {
  return sql`case when b.ended <> '' then b.ended when b.suspended then 'suspended' when b.lamp_due < ${day.today}::date then 'late'
    when b.lamp_due <= ${lastNearDay(day)}::date then 'near' else 'normal' end`;
}

function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}
