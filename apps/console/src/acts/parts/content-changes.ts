import { dueOnSchema, indicatorSchema, recurrenceSchema, type TaskChanges } from '#domain';
import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';

/** A limit while it is being edited; those with `added` are new. */
const editedLimit = z.object({
  limitId: z.string(),
  what: z.string(),
  /** A day, or the text that is none yet; of what recurs its last one. */
  due: z.string().nullable(),
  recurrence: recurrenceSchema.nullable(),
  /** The day inside each period; null for its last. */
  dueOn: dueOnSchema.nullable(),
  /** Of a new one, the units that are to do it; none: every lead. */
  owedBy: z.array(z.string()),
  removed: z.boolean(),
  added: z.boolean(),
});
export type EditedLimit = z.infer<typeof editedLimit>;

/** An indicator while it is being edited: its numbers may be missing. */
const editedIndicator = z.object({
  indicatorId: z.string(),
  name: z.string(),
  op: indicatorSchema.shape.op,
  value: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.string(),
  approximate: z.boolean(),
});
export type EditedIndicator = z.infer<typeof editedIndicator>;

/** What the form of a correction holds. */
export const contentValues = {
  title: z.string(),
  body: z.string(),
  leadUnitIds: z.array(z.string()),
  supportUnitIds: z.array(z.string()),
  limits: z.array(editedLimit),
  indicators: z.array(editedIndicator),
};
export type ContentValues = z.infer<z.ZodObject<typeof contentValues>>;

/** The content of a task as a form begins with it. */
export function contentOf(task: TaskDetail): ContentValues {
  return {
    title: task.title,
    body: task.body,
    leadUnitIds: task.leadUnits.map(({ unitId }) => unitId),
    supportUnitIds: task.supportUnits.map(({ unitId }) => unitId),
    limits: task.limits.map(({ limitId, what, due, recurrence, dueOn }) => ({
      limitId,
      what,
      due,
      recurrence: rhythmOf(recurrence),
      dueOn,
      owedBy: [],
      removed: false,
      added: false,
    })),
    indicators: task.indicators.map(({ indicatorId, name, op, value, max, unit, approximate }) => ({
      indicatorId,
      name,
      op,
      value,
      max,
      unit,
      approximate,
    })),
  };
}

/**
 * What differs between the content as the form began with it and as it is typed; null when nothing does.
 * @param task as it was when the form was opened
 */
export function changesOf(task: TaskDetail, typed: Partial<ContentValues>): TaskChanges | null {
  const before = contentOf(task);
  const values = { ...before, ...typed };
  const changes: TaskChanges = {
    ...(values.title.trim() === before.title ? {} : { title: values.title.trim() }),
    ...(values.body.trim() === before.body ? {} : { body: values.body.trim() }),
    ...unitChanges(before, values),
    ...limitChanges(before.limits, values.limits),
    ...indicatorChanges(task, before.indicators, values.indicators),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

function unitChanges(before: ContentValues, { leadUnitIds, supportUnitIds }: ContentValues): TaskChanges {
  return {
    ...(same(leadUnitIds, before.leadUnitIds) ? {} : { leadUnitIds }),
    ...(same(supportUnitIds, before.supportUnitIds) ? {} : { supportUnitIds }),
  };
}

function limitChanges(before: readonly EditedLimit[], limits: readonly EditedLimit[]): TaskChanges {
  const changedLimits = limits.flatMap((limit) => {
    const former = before.find(({ limitId }) => limitId === limit.limitId);
    if (former === undefined || limit.added || limit.removed) return [];
    const change = {
      ...(limit.what.trim() === former.what ? {} : { what: limit.what.trim() }),
      ...(limit.due === former.due ? {} : { due: limit.due }),
      ...rhythmChanges(former, limit),
    };
    return Object.keys(change).length === 0 ? [] : [{ limitId: limit.limitId, ...change }];
  });
  const removedLimits = limits.filter(({ removed, added }) => removed && !added).map(({ limitId }) => limitId);
  const addedLimits = limits.filter(({ removed, added }) => added && !removed).map(newLimit);
  return {
    ...(changedLimits.length === 0 ? {} : { changedLimits }),
    ...(removedLimits.length === 0 ? {} : { removedLimits }),
    ...(addedLimits.length === 0 ? {} : { addedLimits }),
  };
}

/** A new rhythm drops the day of the former one, so its own is named with it. */
function rhythmChanges(
  former: EditedLimit,
  { recurrence, dueOn }: EditedLimit,
): Pick<Partial<EditedLimit>, 'recurrence' | 'dueOn'> {
  if (recurrence !== former.recurrence) return dueOn === null ? { recurrence } : { recurrence, dueOn };
  return same(dueOn, former.dueOn) ? {} : { dueOn };
}

function newLimit({
  limitId,
  what,
  due,
  recurrence,
  dueOn,
  owedBy,
}: EditedLimit): NonNullable<TaskChanges['addedLimits']>[number] {
  const limit = { limitId, sourceText: '', what: what.trim(), due, recurrence, dueOn, span: null };
  return owedBy.length === 0 ? limit : { ...limit, owedBy };
}

function rhythmOf(recurrence: string | null): z.infer<typeof recurrenceSchema> | null {
  return recurrenceSchema.safeParse(recurrence).data ?? null;
}

function indicatorChanges(
  task: TaskDetail,
  before: readonly EditedIndicator[],
  typed: readonly EditedIndicator[],
): TaskChanges {
  if (same(before, typed)) return {};
  const indicators = typed.map((indicator) => {
    const former = task.indicators.find(({ indicatorId }) => indicatorId === indicator.indicatorId);
    const { sourceText = '', span = null } = former ?? {};
    const max = indicator.op === 'range' ? indicator.max : null;
    return { ...indicator, name: indicator.name.trim(), value: indicator.value ?? 0, max, sourceText, span };
  });
  return { indicators };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The next free id of a limit or an indicator; none is ever given twice. */
export function nextPartId(letter: 'L' | 'I', given: readonly string[]): string {
  const numbers = given.map((partId) => Number(partId.slice(1))).filter(Number.isFinite);
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}
