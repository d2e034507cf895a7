import { type Authority, type TaskStatus } from '#domain';
import { z } from 'zod';
import { type TaskUnits } from './unit-choices';

/** A task of an import, as far as hanging and assigning it needs. */
export interface RunTask {
  readonly taskId: string;
  readonly status: TaskStatus;
  readonly revision: number;
  readonly limitCount: number;
  readonly leadUnitNames: readonly string[];
  readonly supportUnitNames: readonly string[];
  readonly leadUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
}

/** Units of a task by its id. */
const unitsSchema = z.record(
  z.string(),
  z.strictObject({ leadUnitIds: z.array(z.string()), supportUnitIds: z.array(z.string()) }),
);

/** What is common to hanging all tasks of an import, and the units of each. */
export const hangFormSchema = z.strictObject({
  authority: z.strictObject({ kind: z.enum(['document', 'meeting', 'instruction']), reference: z.string() }),
  units: unitsSchema,
});
export type HangForm = z.infer<typeof hangFormSchema>;

/** What is common to assigning all tasks of an import. */
export const assignFormSchema = z.strictObject({
  requirements: z.string(),
  replyBy: z.string().nullable(),
  /** Tasks with a day that is over are assigned with it; otherwise they are refused and looked at one by one. */
  keepPastDays: z.boolean().default(false),
});
export type AssignForm = z.infer<typeof assignFormSchema>;

/** The body of the confirmation that a task still needs; null when it stands confirmed with these very units. */
export function confirmationOf(
  task: RunTask,
  { units }: HangForm,
): { leadUnitIds: string[]; supportUnitIds: string[]; limits: 'confirmed' | 'none' } | null {
  const wanted = units[task.taskId];
  if (wanted === undefined || task.status !== 'draft') return null;
  const confirmed = same(wanted.leadUnitIds, task.leadUnitIds) && same(wanted.supportUnitIds, task.supportUnitIds);
  return confirmed ? null : { ...wanted, limits: task.limitCount > 0 ? 'confirmed' : 'none' };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((unitId) => other.includes(unitId));
}

/** Where the tasks of an import stand, and how many units have been given one. */
export interface Standing {
  readonly drafts: number;
  readonly toAssign: number;
  /** Tasks with a number: hung, whatever came after. */
  readonly hung: number;
  /** Units that lead or support an assigned task. */
  readonly assignedUnits: number;
}

const NOT_HUNG: ReadonlySet<TaskStatus> = new Set(['draft', 'voided']);
const NOT_ASSIGNED: ReadonlySet<TaskStatus> = new Set(['draft', 'hung', 'declined', 'voided', 'terminated']);

/** See `Standing`. */
export function standingOf(tasks: readonly RunTask[]): Standing {
  const assigned = tasks.filter(({ status }) => !NOT_ASSIGNED.has(status));
  return {
    drafts: tasks.filter(({ status }) => status === 'draft').length,
    toAssign: tasks.filter(({ status }) => status === 'hung').length,
    hung: tasks.filter(({ status }) => !NOT_HUNG.has(status)).length,
    assignedUnits: unitsIn(assigned),
  };
}

/** How many units lead or support these tasks. */
export function unitsIn(tasks: readonly Pick<RunTask, 'leadUnitIds' | 'supportUnitIds'>[]): number {
  return new Set(tasks.flatMap(({ leadUnitIds, supportUnitIds }) => [...leadUnitIds, ...supportUnitIds])).size;
}

/** How many tasks wait for each status, in the order of the tasks. */
export function countByStatus(tasks: readonly RunTask[]): readonly (readonly [TaskStatus, number])[] {
  const counts = new Map<TaskStatus, number>();
  for (const { status } of tasks) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts];
}

/** The tasks that can be hung, with their units; those of which a name is open; those that nobody leads. */
export function hangable(
  drafts: readonly RunTask[],
  unitsOf: (task: RunTask) => TaskUnits,
): { readonly ready: HangForm['units']; readonly waiting: readonly string[]; readonly leaderless: readonly string[] } {
  const ready: HangForm['units'] = {};
  const waiting: string[] = [];
  const leaderless: string[] = [];
  for (const task of drafts) {
    const units = unitsOf(task);
    if ('open' in units) waiting.push(task.taskId);
    else if (units.leadUnitIds.length === 0) leaderless.push(task.taskId);
    else ready[task.taskId] = units;
  }
  return { ready, waiting, leaderless };
}

/** On whose word the tasks of a document are hung: the document itself, with its number when it has one. */
export function authorityOf(
  source: { readonly kind: string; readonly title: string; readonly documentNumber: string | null },
  named: (title: string, number: string | null) => string,
): Authority {
  const reference = source.kind === 'manual' ? '' : named(source.title, source.documentNumber).slice(0, 300);
  return { kind: 'document', reference };
}
