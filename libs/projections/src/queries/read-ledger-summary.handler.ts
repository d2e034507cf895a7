import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type LedgerSummary } from '#contracts';
import { TaizhangError } from '#platform';
import { ReadLedgerSummary } from './queries';
import { type QueryContext } from './query-context';
import { asOf, ReadModels, type Snapshot, unitNames } from './read-models';
import { allOf, type Condition, ledgerInSight, tasksInSight } from './sight-filter';
import { type OnDay } from './standing';
import { lampFigures } from './tally';
import { storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';

const MOST_WORST = 10;

const worstRows = z.array(storedTaskSchema);

interface Figure {
  readonly side: 'unit' | 'section';
  readonly item: string;
  readonly total: number;
  readonly normal: number;
  readonly near: number;
  readonly late: number;
  readonly closed: number;
}

/** How a ledger stands, of the tasks in sight. Whoever sees all of it is answered from the tally, others from their tasks. */
@QueryHandler(ReadLedgerSummary)
export class ReadLedgerSummaryHandler implements IQueryHandler<ReadLedgerSummary> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters: { ledgerId }, context }: ReadLedgerSummary): Promise<LedgerSummary> {
    return this.models.snapshot(async (at) => {
      const whole = await seesAll(at, ledgerId, context);
      const own = allOf([sql`t.ledger_id = ${ledgerId}::uuid`, await tasksInSight(at, context.sights)]);
      const figures = await figuresOf(at, whole ? tally(ledgerId) : ownTally(own), context);
      const bySection = await inOrder(at, ledgerId, figures('section'));
      return {
        position: await asOf(at, 'tasks'),
        byUnit: await byName(at, figures('unit')),
        bySection,
        worst: await worstOf(at, own, context),
        sections: bySection.map(({ section }) => section).filter((name) => name !== ''),
      };
    });
  }
}

/** @throws TaizhangError LEDGER.UNKNOWN when it is not there or no post has to do with it */
async function seesAll(at: Snapshot, ledgerId: string, { sights }: QueryContext): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean; practice: boolean }>`
    select ${ledgerInSight(sights, sql`l.ledger_id`)} as whole, l.practice from projection_ledgers.ledger l
    where l.ledger_id = ${ledgerId}::uuid`.execute(at);
  const [row] = rows;
  const reached = row?.practice ? [ledgerId] : [null, ledgerId];
  const near = sights.some((sight) => sight.kind !== 'register' && reached.includes(sight.ledgerId));
  if (!row || !near) throw new TaizhangError('LEDGER.UNKNOWN', '没有找到这本台账，请回到台账列表重新打开。');
  return row.whole;
}

async function figuresOf(
  at: Snapshot,
  boxes: RawBuilder<unknown>,
  day: OnDay,
): Promise<(side: Figure['side']) => readonly Figure[]> {
  const { rows } = await sql<Figure>`
    select t.side, t.item, ${lampFigures(day)} from ${boxes} t group by t.side, t.item`.execute(at);
  return (side) => rows.filter((row) => row.side === side);
}

function tally(ledgerId: string): RawBuilder<unknown> {
  return sql`(
    select * from projection_tasks.tally where ledger_id = ${ledgerId}::uuid and side in ('unit', 'section')
  )`;
}

/** The tally's boxes of some tasks. */
function ownTally(own: Condition): RawBuilder<unknown> {
  return sql`(
    with own as materialized (
      select t.section, t.lead_unit_ids, t.status in ('closed', 'voided', 'terminated') as ended,
        coalesce(t.lamp_due, 'infinity') as lamp_due
      from projection_tasks.task t where ${own}
    )
    select 'section' as side, section as item, ended, lamp_due, count(*) as tasks from own group by 2, 3, 4
    union all
    select 'unit', unit_id::text, ended, lamp_due, count(*)
    from (select unnest(lead_unit_ids) as unit_id, ended, lamp_due from own) of_unit group by 2, 3, 4
  )`;
}

async function byName(at: Snapshot, figures: readonly Figure[]): Promise<LedgerSummary['byUnit']> {
  const names = await unitNames(
    at,
    figures.map(({ item }) => item),
  );
  return figures
    .map(({ item, side: _side, ...rest }) => ({ unit: names(item), ...rest }))
    .sort((one, other) => (one.unit.name < other.unit.name ? -1 : 1));
}

/** Sections in the order in which the ledger's tasks come to them. */
async function inOrder(
  at: Snapshot,
  ledgerId: string,
  figures: readonly Figure[],
): Promise<LedgerSummary['bySection']> {
  const { rows } = await sql<{ section: string; first: number }>`
    select s.section, (select min(t.serial) from projection_tasks.task t
      where t.ledger_id = ${ledgerId}::uuid and t.section = s.section) as first
    from unnest(${figures.map(({ item }) => item)}::text[]) as s(section)`.execute(at);
  const first = new Map(rows.map((row) => [row.section, row.first]));
  return figures
    .map(({ item, side: _side, ...rest }) => ({ section: item, ...rest }))
    .sort((one, other) => (first.get(one.section) ?? 0) - (first.get(other.section) ?? 0));
}

async function worstOf(at: Snapshot, own: Condition, day: OnDay): Promise<LedgerSummary['worst']> {
  const { rows } = await sql`
    select ${TASK_COLUMNS} from projection_tasks.task t where ${own} and t.lamp_due < ${day.today}::date
    order by t.lamp_due, t.task_id limit ${MOST_WORST}`.execute(at);
  return toTaskRows(at, worstRows.parse(rows), day);
}
