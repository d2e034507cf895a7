import { sql } from 'kysely';
import { z } from 'zod';
import { type Home, homeSchema, MOST_COUNTED, readHomeParameters, waitKindSchema } from '#contracts';
import { type Day } from '#domain';
import { defineQuery } from '../queries/define-query';
import { positionOf, type Snapshot } from '../queries/read-models';
import { sparedSchema } from '../tasks/spared-days';
import { daysLeft, type DueClock, type OnDay } from '../tasks/standing';
import {
  CLOCKED,
  type ClockedRow,
  clockedRowSchema,
  clocksOf,
  homeColumns,
  type StoredHomeRow,
  storedHomeRowSchema,
  toHomeRows,
} from './home-rows';
import { type Wait, waitingRows, waitsFor } from './waits';
import { type DelayReader } from '../tasks/read-delays';

const countSchema = z.object({
  kind: waitKindSchema,
  tasks: z.int(),
  rows: z.int(),
  /** The earliest day of those of which every day counts. */
  earliest: z.string().nullable(),
  /** Those that were done too late, or of which some days do not count: their day, when they were done, and these days. */
  others: z.array(z.tuple([z.string(), z.string().nullable(), sparedSchema])).nullable(),
});
type Count = z.infer<typeof countSchema>;

const answered = z.object({
  position: z.string().nullable(),
  total: z.int(),
  to_do: z.int(),
  /** Tasks that are late and offer an act. */
  late_to_do: z.int(),
  /** Rows in which the reader may have a clock. */
  clocked: z.array(clockedRowSchema).nullable(),
  counts: z.array(countSchema).nullable(),
});

/**
 * The home of a person, from whom tasks wait for and not from what they were reminded of. One statement finds, counts and puts in order
 * all that waits, at most a thousand of each kind.
 */
export const readHome = defineQuery({
  operation: 'home.read',
  path: 'home',
  summary: '首页：待我办理的任务',
  parameters: readHomeParameters,
  answer: homeSchema,
  reads: ['tasks', 'units', 'rules', 'posts'],
  handle(models, { ledgerId, limit }, context) {
    return models.snapshot(async (at) => {
      const waits = await waitsFor(at, context.actor, context.today, ledgerId);
      const asked = { limit, reader: context.actor, today: context.today };
      const { rows, counts, total, toDo, lateToDo, clocked, position } = await found(at, waits, asked);
      const clockOf = await clocksOf(at, clocked, context);
      const late = counts.find(({ kind }) => kind === 'late');
      const answersForLimits = waits.some(({ kind }) => kind === 'late');
      return {
        position,
        late: answersForLimits ? lateOf(late, lateToDo, context) : null,
        overClock: clocked.filter((row) => (clockOf(row)?.due ?? context.today) < context.today).length,
        waits: waitKindSchema.options.flatMap((kind) => {
          const count = kind === 'late' ? undefined : counts.find((each) => each.kind === kind);
          return count ? [{ kind, ...capped(count.tasks, count.rows) }] : [];
        }),
        total: capped(total, total),
        toDo: capped(toDo, toDo),
        rows: await toHomeRows(at, rows, clockOf, context),
      };
    });
  },
});

interface Found {
  readonly position: string | null;
  readonly total: number;
  readonly toDo: number;
  readonly lateToDo: number;
  readonly clocked: readonly ClockedRow[];
  readonly counts: readonly Count[];
  readonly rows: readonly StoredHomeRow[];
}

async function found(
  at: Snapshot,
  waits: readonly Wait[],
  { limit, reader, today }: { readonly limit: number; readonly reader: DelayReader; readonly today: Day },
): Promise<Found> {
  const { rows } = await sql`
    with waiting as materialized (${waitingRows(waits)}),
      lates as (
        select distinct on (w.task_id) w.task_id, w.due, w.stopped, w.spared from waiting w where w.kind = 'late' order by w.task_id, w.due
      ),
      -- Each task once, with the most pressing of what it waits for; what is late of it stands in the same row.
      one as (
        select distinct on (w.task_id) w.*, l.due as late_due, l.stopped as late_stopped, l.spared as late_spared
        from waiting w left join lates l on l.task_id = w.task_id where w.kind <> 'late'
        order by w.task_id, w.rank, w.order_day, w.item
      ),
      counted as (
        select w.kind, count(distinct w.task_id)::integer as tasks, count(*)::integer as rows,
          min(w.due) filter (where w.stopped is null and w.spared = '')::text as earliest,
          json_agg(distinct jsonb_build_array(w.due, w.stopped, w.spared))
            filter (where w.stopped is not null or w.spared <> '') as others
        from waiting w group by w.kind
      ),
      -- By the day that a row shows: a supporting part without a day of its own shows its task's. What rests or is in other hands comes last.
      page as (
        select o.*, array(
            select w.kind from waiting w where w.task_id = o.task_id and w.kind not in ('late', o.kind)
            group by w.kind, w.rank order by w.rank
          ) as also, o.kind = 'away' or t.suspended_until is not null as rests,
          coalesce(o.order_day, t.lamp_due, t.next_due) as day
        from one o join projection_tasks.task t on t.task_id = o.task_id
        order by rests, day, o.task_id limit ${limit}
      )
    select ${positionOf('tasks')} as position, (select count(*)::integer from one) as total,
      (select count(*)::integer from one where act is not null) as to_do,
      (select count(*)::integer from one where act is not null and late_due is not null) as late_to_do,
      (select json_agg(json_build_object('task_id', o.task_id, 'kind', o.kind, 'item', o.item, 'due', o.due))
        from one o where o.kind = any(${[...CLOCKED]}::text[])) as clocked,
      (select json_agg(c) from counted c) as counts, r.*
    from (select) as answer
    left join lateral (
      select ${homeColumns('p', reader, today)}, row_number() over (order by p.rests, p.day, p.task_id) as nth
      from page p join projection_tasks.task t on t.task_id = p.task_id
    ) r on true order by r.nth`.execute(at);
  const { position, total, to_do: toDo, late_to_do: lateToDo, clocked, counts } = answered.parse(rows[0]);
  // Where nothing waits, the counts stand alone.
  const filled = z.array(z.looseObject({ task_id: z.string().nullable() })).parse(rows);
  const page = z.array(storedHomeRowSchema).parse(filled.filter(({ task_id: taskId }) => taskId !== null));
  return { position, total, toDo, lateToDo, clocked: clocked ?? [], counts: counts ?? [], rows: page };
}

/** A count as lists give it: of each kind one row more than are counted was read. */
function capped(tasks: number, rows: number): Home['total'] {
  return { tasks: Math.min(tasks, MOST_COUNTED), isFloor: rows > MOST_COUNTED };
}

function lateOf(count: Count | undefined, toDo: number, day: OnDay): NonNullable<Home['late']> {
  if (count === undefined) return { tasks: 0, isFloor: false, workingDays: 0, resting: 0 };
  const clocks: readonly DueClock[] = [
    ...(count.earliest === null ? [] : [{ due: count.earliest, stopped: null, spared: [] }]),
    ...(count.others ?? []).map(([due, stopped, spared]) => ({ due, stopped, spared })),
  ];
  const days = clocks.map((clock) => 0 - daysLeft(clock, day));
  const tasks = capped(count.tasks, count.rows);
  return { ...tasks, workingDays: Math.max(0, ...days), resting: Math.max(0, tasks.tasks - toDo) };
}
