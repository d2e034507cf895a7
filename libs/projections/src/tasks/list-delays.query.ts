import { sql } from 'kysely';
import { z } from 'zod';
import { delayListSchema, type LateTask, listDelaysParameters, MOST_COUNTED, type StandingDelay } from '#contracts';
import { daysLate, daySchema, delaysStanding, idSchema, taskStateSchema, type ToldDelay } from '#domain';
import { readCursor, writeCursor } from '../queries/cursor';
import { defineQuery } from '../queries/define-query';
import { asOf, type Snapshot, type UnitNames, unitNames } from '../queries/read-models';
import { allOf, type Condition, tasksInSight } from '../queries/sight-filter';
import { type NextRungOf, nextRungs } from './next-rungs';
import { type OnDay } from './standing';
import { accountsTold, delayTold, unitsLate } from './task-delays';

const rowsSchema = z.array(
  z.object({
    task_id: z.string(),
    ledger_id: z.string(),
    task_number: z.string().nullable(),
    title: z.string(),
    state: taskStateSchema,
  }),
);
type Row = z.infer<typeof rowsSchema>[number];

/** A delay that goes on, and by how many working days it is late today. */
interface Standing {
  readonly delay: ToldDelay;
  readonly lateNow: number;
}

/** A task with its delays that go on, the one late longest first. */
interface Late {
  readonly row: Row;
  readonly delays: readonly [Standing, ...Standing[]];
}

/** A place in the list: the working days late, the day that was missed, the task. */
const keySchema = z.tuple([z.int(), daySchema, idSchema]);
type Key = z.infer<typeof keySchema>;

/**
 * Who stands on which rung of the ladder, since when, what comes next, who was told and who has read it: task by task, the one late by most
 * working days first. Days of a check are not the unit's, so that the order of the days that were missed is another one: all are read.
 */
export const listDelays = defineQuery({
  operation: 'delay.list',
  path: 'delays',
  summary: '督办：逾期事项现在逾期多久、所在的层级、下一步，以及告知对象和已阅情况',
  parameters: listDelaysParameters,
  answer: delayListSchema,
  reads: ['tasks', 'timers', 'units', 'posts'],
  async handle(models, { ledgerId, limit, cursor }, { sights, today, calendar }) {
    return models.snapshot(async (at) => {
      const wanted = allOf([
        sql`t.late_since is not null`,
        await tasksInSight(at, sights),
        ...(ledgerId === undefined ? [] : [sql`t.ledger_id = ${ledgerId}::uuid`]),
      ]);
      const late = (await rowsFound(at, wanted)).flatMap((row) => lateOf(row, { today, calendar }) ?? []).sort(inOrder);
      const after = readCursor(cursor, keySchema);
      const left = after === null ? late : late.filter((each) => compareKeys(keyOf(each), after) > 0);
      const shown = left.slice(0, limit);
      const states = shown.map(({ row }) => row.state);
      const known: Known = {
        names: await unitNames(at, states.flatMap(unitsLate)),
        people: await models.peopleNamed(states.flatMap(accountsTold)),
        next: await nextRungs(
          at,
          shown.map(({ row }) => row.task_id),
        ),
      };
      const last = shown.at(-1);
      return {
        position: await asOf(at, 'tasks'),
        total: Math.min(late.length, MOST_COUNTED),
        totalIsFloor: late.length > MOST_COUNTED,
        tasks: shown.map((each) => answered(each, known)),
        next: left.length > limit && last ? writeCursor(keyOf(last)) : null,
      };
    });
  },
});

/** So many as are counted and one more: those whose day was missed first. */
async function rowsFound(at: Snapshot, wanted: Condition): Promise<readonly Row[]> {
  const { rows } = await sql`
    select t.task_id, t.ledger_id, t.task_number, t.title, t.state from projection_tasks.task t where ${wanted}
    order by t.late_since, t.task_id limit ${MOST_COUNTED + 1}`.execute(at);
  return rowsSchema.parse(rows);
}

/** Null where the delays are over by the day, though nothing was recorded since. */
function lateOf(row: Row, { today, calendar }: OnDay): Late | null {
  const [first, ...others] = delaysStanding(row.state, today)
    .map((delay): Standing => ({ delay, lateNow: daysLate(row.state, delay, today, calendar) }))
    .sort((one, other) => other.lateNow - one.lateNow || compare(one.delay.due, other.delay.due));
  return first === undefined ? null : { row, delays: [first, ...others] };
}

function keyOf({ row, delays: [first] }: Late): Key {
  return [first.lateNow, first.delay.due, row.task_id];
}

function inOrder(one: Late, other: Late): number {
  return compareKeys(keyOf(one), keyOf(other));
}

function compareKeys([days, due, taskId]: Key, [otherDays, otherDue, otherTask]: Key): number {
  return otherDays - days || compare(due, otherDue) || compare(taskId, otherTask);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What the words of a page of the list are looked up in. */
interface Known {
  readonly names: UnitNames;
  readonly people: ReadonlyMap<string, string>;
  readonly next: NextRungOf;
}

function answered({ row, delays: [first, ...others] }: Late, known: Known): LateTask {
  const { task_id: taskId, ledger_id: ledgerId, task_number: taskNumber, title, state } = row;
  const limits = state.limits.map(({ limitId, what, sourceText }) => ({ limitId, what, sourceText }));
  const standing = ({ delay, lateNow }: Standing): StandingDelay => ({
    ...delayTold(delay, known),
    lateNow,
    next: known.next(taskId, delay),
  });
  return { taskId, ledgerId, taskNumber, title, limits, delays: [standing(first), ...others.map(standing)] };
}
