import { sql } from 'kysely';
import { z } from 'zod';
import { type TaskDetail } from '#contracts';
import { type ChildStanding, rolledIndicator, rolledProgress, type TaskState } from '#domain';
import { type QueryContext } from '../queries/query-context';
import { type Snapshot } from '../queries/read-models';
import { tasksInSight } from '../queries/sight-filter';
import { type StoredTask, storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';

type Detail = TaskDetail['task'];
type Children = NonNullable<Detail['children']>;

const storedChildren = z.array(storedTaskSchema.extend({ in_sight: z.boolean() }));
const found = z.array(z.object({ title: z.string() }));

/** What a task was split into, as it stands now, and what it adds up to. Whoever sees a task sees how its children stand. */
export async function childrenOf(
  at: Snapshot,
  { children, splitRule, indicators }: TaskState,
  context: QueryContext,
): Promise<Detail['children']> {
  if (splitRule === null || children.length === 0) return null;
  const { rows } = await sql`
    select ${TASK_COLUMNS}, ${await tasksInSight(at, context.sights)} as in_sight from projection_tasks.task t
    where t.task_id = any(${children.map(({ taskId }) => taskId)}::uuid[])`.execute(at);
  const stored = storedChildren.parse(rows);
  const standings = new Map((await toTaskRows(at, stored, context)).map((row) => [row.taskId, row]));
  const sight = new Map(stored.map((row) => [row.task_id, row.in_sight]));
  const counted = children.map((child) =>
    countedOf(
      child,
      stored.find(({ task_id }) => task_id === child.taskId),
    ),
  );
  const unitOf = (id: string) => indicators.find(({ indicatorId }) => indicatorId === id)?.unit ?? '';
  return {
    rule: { progress: splitRule.progress, indicators: [...splitRule.indicators] },
    tasks: children.map((child) => toldOf(child, standingOf(standings.get(child.taskId), sight))),
    progress: rolledProgress(splitRule.progress, counted),
    indicators: splitRule.indicators.map((each) => ({
      ...each,
      ...rolledIndicator({ ...each, unit: unitOf(each.indicatorId) }, counted),
    })),
  };
}

/** What a task had been split into: which tasks, and which had ended. How they stood is in their own courses. */
export function formerChildrenOf({ children, splitRule }: TaskState): Detail['children'] {
  if (splitRule === null || children.length === 0) return null;
  const rule = { progress: splitRule.progress, indicators: [...splitRule.indicators] };
  return { rule, tasks: children.map((child) => toldOf(child, null)), progress: null, indicators: [] };
}

/** The task that a task was split from, with its title for those who may see it. */
export async function parentOf(
  at: Snapshot,
  { parent }: Pick<TaskState, 'parent'>,
  { sights }: Pick<QueryContext, 'sights'>,
): Promise<Detail['parent']> {
  if (!parent) return null;
  const { taskId, number } = parent;
  const { rows } = await sql`
    select t.title from projection_tasks.task t
    where t.task_id = ${taskId}::uuid and ${await tasksInSight(at, sights)}`.execute(at);
  return { taskId, number, title: found.parse(rows)[0]?.title ?? null };
}

type Child = TaskState['children'][number];
type Standing = Children['tasks'][number]['standing'];
type Row = Awaited<ReturnType<typeof toTaskRows>>[number];

function toldOf({ taskId, number, ended, outcome, endedOn }: Child, standing: Standing): Children['tasks'][number] {
  return { taskId, number, ended, outcome, endedOn, standing };
}

function standingOf(row: Row | undefined, sight: ReadonlyMap<string, boolean>): Standing {
  if (!row) return null;
  const { taskId, title, status, leadUnits, percent, nextDue, lamp, remainingWorkingDays } = row;
  return {
    title,
    status,
    leadUnits,
    percent,
    nextDue,
    lamp,
    remainingWorkingDays,
    inSight: sight.get(taskId) ?? false,
  };
}

function countedOf({ ended, outcome }: Child, row: StoredTask | undefined): ChildStanding {
  const readings = row?.indicators ?? [];
  return {
    ended,
    outcome,
    percent: row?.percent ?? null,
    readings: readings.map(({ indicatorId, op, value, max, unit, approximate, reading }) => ({
      indicatorId,
      op,
      value,
      max,
      unit,
      approximate,
      reading: reading?.value ?? null,
    })),
  };
}
