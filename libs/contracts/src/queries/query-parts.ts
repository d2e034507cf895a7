import { idSchema, type Lamp, roleSchema, TASK_STATUSES, type TaskStatus } from '#domain';
import { z } from 'zod';

/** Position of the log that an answer is as of; null while nothing is in the log. Opaque. */
export const asOfSchema = z.string().nullable();

/** A parameter that may be given once, several times or as one comma-separated value. */
export function listParameter<Item extends z.ZodType>(item: Item, max = 50) {
  const split = (value: unknown): unknown => {
    if (value === undefined) return undefined;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((each) => (typeof each === 'string' ? each.split(',').filter(Boolean) : [each]));
  };
  return z.preprocess(split, z.array(item).max(max).optional());
}

/** A parameter that may be given once or several times; commas are part of a value. */
export function wordsParameter(max = 50, length = 300) {
  const listed = (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]);
  return z.preprocess(listed, z.array(z.string().trim().max(length)).max(max).optional());
}

/** A position of the log, as answers and commands give it. */
export const positionParameter = z.string().regex(/^\d{1,18}$/u);

/** Most rows of a page. */
export const limitParameter = (standard = 50, max = 200) => z.coerce.number().int().min(1).max(max).default(standard);

/** Where the next page begins: an answer's `next`, unchanged. */
export const cursorParameter = z.string().max(500).optional();
export const nextSchema = z.string().nullable();

export const taskStatusSchema = z.enum(TASK_STATUSES) satisfies z.ZodType<TaskStatus>;
export const lampSchema = z.enum([
  'normal',
  'near',
  'late',
  'suspended',
  'closed',
  'terminated',
  'voided',
]) satisfies z.ZodType<Lamp>;

/** A unit as it is shown: the id where it is not in the register (yet), so that nothing is hidden. */
export const unitReferenceSchema = z.strictObject({ unitId: idSchema, name: z.string() });
export type UnitReference = z.infer<typeof unitReferenceSchema>;

/** How a limit or a task stands on a day. Remaining days are working days, negative once late, null without a date. */
export const standingSchema = z.strictObject({ lamp: lampSchema, remainingWorkingDays: z.int().nullable() });

/** Who did something, under which post. */
export const actorReferenceSchema = z.strictObject({
  accountId: idSchema,
  name: z.string(),
  role: roleSchema,
  unitId: idSchema.nullable(),
  unitName: z.string().nullable(),
});
