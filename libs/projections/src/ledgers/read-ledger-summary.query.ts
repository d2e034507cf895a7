import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type LedgerSummary, ledgerSummarySchema, readLedgerSummaryParameters } from '#contracts';
import { TaizhangError } from '#platform';
import { defineQuery } from '../queries/define-query';
import { type QueryContext } from '../queries/query-context';
import { asOf, type Snapshot, unitNames } from '../queries/read-models';
import { allOf, type Condition, ledgerInSight, tasksInSight } from '../queries/sight-filter';
import { HAS_ENDED, IS_SUSPENDED, type OnDay, taskStanding } from '../tasks/standing';
import { draftsAmong } from './draft-figures';
import { heldFigures, heldInLedger, heldInTasks } from './held-figures';
import { figuresOf, type LampFigures, tallyFigures, type TallyFigure } from '../tasks/tally-figures';
import { storedTaskSchema, TASK_COLUMNS, toTaskRows } from '../tasks/task-rows';

const MOST_WORST = 10;

const worstRows = z.array(storedTaskSchema);
const lateDaysSchema = z.array(
  storedTaskSchema.pick({ task_id: true, status: true, lamp_due: true, lamp_stopped: true, lamp_spared: true }),
);
type LateDays = z.infer<typeof lateDaysSchema>[number];

/**
 * How a ledger stands, of the tasks in sight. Whoever sees all of it is answered from the tally, others from their tasks.
 * @throws TaizhangError LEDGER.UNKNOWN
 */
export const readLedgerSummary = defineQuery({
  operation: 'ledger.summary',
  path: 'ledgers/:ledgerId/summary',
  summary: '一本台账按单位、按章节的情况',
  parameters: readLedgerSummaryParameters,
  answer: ledgerSummarySchema,
  reads: ['tasks', 'units', 'ledgers'],
  handle(models, { ledgerId }, context) {
    return models.snapshot(async (at) => {
      const whole = await seesAll(at, ledgerId, context);
      const own = allOf([sql`t.ledger_id = ${ledgerId}::uuid`, await tasksInSight(at, context.sights)]);
      const figures = whole
        ? await tallyFigures(at, [ledgerId], ['unit', 'section'], context)
        : await figuresOf(at, ownTally(own), context);
      const draftsOf = await draftsAmong(at, own);
      const of = (side: TallyFigure['side']) =>
        figures.filter((figure) => figure.side === side).map((figure) => withDrafts(figure, draftsOf(figure)));
      const bySection = await inOrder(at, ledgerId, of('section'));
      return {
        position: await asOf(at, 'tasks'),
        byUnit: await byName(at, of('unit')),
        countedAgain: await countedAgain(at, own),
        bySection,
        worst: await worstOf(at, own, context),
        held: await heldFigures(at, whole ? await heldInLedger(at, ledgerId) : await heldInTasks(at, own), context),
        sections: bySection.map(({ section }) => section).filter((name) => name !== ''),
      };
    });
  },
});

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

/** The tally's boxes of some tasks. */
function ownTally(own: Condition): RawBuilder<unknown> {
  return sql`(
    with own as materialized (
      select t.ledger_id, t.section, t.lead_unit_ids, case when ${HAS_ENDED} then t.status else '' end as ended, ${IS_SUSPENDED} as suspended,
        coalesce(t.lamp_due, 'infinity') as lamp_due
      from projection_tasks.task t where ${own}
    )
    select ledger_id, 'section' as side, section as item, ended, suspended, lamp_due, 1 as tasks from own
    union all
    select ledger_id, 'unit', unnest(lead_unit_ids)::text, ended, suspended, lamp_due, 1 from own
  )`;
}

/** A task stands in the line of each of its lead units: by how many the lines hold more than there are tasks. */
async function countedAgain(at: Snapshot, own: Condition): Promise<number> {
  const { rows } = await sql<{ more: number }>`
    select coalesce(sum(cardinality(t.lead_unit_ids) - 1), 0)::integer as more
    from projection_tasks.task t where ${own} and cardinality(t.lead_unit_ids) > 1`.execute(at);
  return rows[0]?.more ?? 0;
}

async function byName(at: Snapshot, figures: readonly Figure[]): Promise<LedgerSummary['byUnit']> {
  const names = await unitNames(
    at,
    figures.map(({ item }) => item),
  );
  return figures
    .map((figure) => ({ unit: names(figure.item), ...lampsOf(figure) }))
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
    .map((figure) => ({ section: figure.item, ...lampsOf(figure) }))
    .sort((one, other) => (first.get(one.section) ?? 0) - (first.get(other.section) ?? 0));
}

/**
 * What is late the longest, by working days as the rows say them. Of those of which every day counts the earliest is it; of those whose clock
 * stands, or stood, every one is looked at: by days of the calendar a week of holidays put one that is late by fewer before another.
 */
async function worstOf(at: Snapshot, own: Condition, day: OnDay): Promise<LedgerSummary['worst']> {
  const late = sql`${own} and t.lamp_due < ${day.today}::date`;
  const everyDayCounts = sql`(t.lamp_stopped is null and t.lamp_spared = '')`;
  const days = sql`t.task_id, t.status, t.lamp_due::text, t.lamp_stopped::text, t.lamp_spared`;
  const { rows } = await sql`
    (select ${days} from projection_tasks.task t where ${late} and ${everyDayCounts}
      order by t.lamp_due, t.task_id limit ${MOST_WORST})
    union all
    select ${days} from projection_tasks.task t where ${late} and not ${everyDayCounts}`.execute(at);
  const worst = lateDaysSchema.parse(rows).sort((one, other) => byLateness(one, other, day));
  const ids = worst.slice(0, MOST_WORST).map(({ task_id: taskId }) => taskId);
  const { rows: whole } = await sql`
    select ${TASK_COLUMNS} from projection_tasks.task t where t.task_id = any(${ids}::uuid[])
    order by array_position(${ids}::uuid[], t.task_id)`.execute(at);
  return toTaskRows(at, worstRows.parse(whole), day);
}

/** The later one first; of those that are late alike the earlier day. */
function byLateness(one: LateDays, other: LateDays, day: OnDay): number {
  const left = (row: LateDays) => taskStanding(row.status, row, day).remainingWorkingDays ?? 0;
  const named = ({ lamp_due: due, task_id: taskId }: LateDays) => `${due ?? ''} ${taskId}`;
  return left(one) - left(other) || (named(one) < named(other) ? -1 : 1);
}

/** Figures of the tally, and how many of the tasks are drafts. */
type Figure = TallyFigure & { readonly draft: number };

/** A draft has no lamp: the tally, in whose boxes it has neither a day nor an end, counts it under `normal`. */
function withDrafts(figure: TallyFigure, draft: number): Figure {
  return { ...figure, normal: figure.normal - draft, draft };
}

function lampsOf({
  ledgerId: _ledger,
  side: _side,
  item: _item,
  ...figures
}: Figure): LampFigures & Pick<Figure, 'draft'> {
  return figures;
}
