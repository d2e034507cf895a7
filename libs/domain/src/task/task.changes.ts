import { z } from 'zod';
import { daySchema, dueOnSchema, recurrenceSchema } from '../calendar';
import { withoutPrivateData } from '../shared/private-data';
import { eachOnce, idSchema, lineSchema, textSchema } from '../shared/schema';
import { distinct, indicatorsSchema, limitSchema, MAX_LIMITS, partIdSchema } from './task.parts';

/** A change of one limit; left-out fields stay. */
const limitChangeSchema = z.strictObject({
  limitId: partIdSchema,
  what: textSchema(1_000, 0).optional(),
  due: daySchema.nullable().optional(),
  recurrence: recurrenceSchema.nullable().optional(),
  dueOn: dueOnSchema.nullable().optional(),
});

/** One more limit. */
const addedLimitSchema = limitSchema.safeExtend({
  /** The responsible units that owe it; left out or empty: every lead. */
  owedBy: z.array(idSchema).max(120).refine(eachOnce, 'TASK.UNIT_TWICE').optional(),
});

/** What a correction may change; left-out fields stay. Units are changed by id and replace the former list. */
const changesSchema = z
  .strictObject({
    title: lineSchema(500).optional(),
    body: textSchema(20_000, 0).optional(),
    leadUnitIds: z.array(idSchema).min(1).max(20).optional(),
    supportUnitIds: z.array(idSchema).max(100).optional(),
    changedLimits: z
      .array(limitChangeSchema)
      .max(MAX_LIMITS)
      .refine(distinct('limitId'), 'TASK.LIMIT_TWICE')
      .optional(),
    addedLimits: z.array(addedLimitSchema).max(MAX_LIMITS).refine(distinct('limitId'), 'TASK.LIMIT_TWICE').optional(),
    removedLimits: z.array(partIdSchema).max(MAX_LIMITS).optional(),
    indicators: indicatorsSchema.optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'TASK.NOTHING_CHANGED');
export type TaskChanges = z.infer<typeof changesSchema>;

/** Changes as people write them: none of their texts names private numbers. */
export const taskChangesSchema = withoutPrivateData(
  changesSchema,
  ({ leadUnitIds: _leads, supportUnitIds: _supports, addedLimits = [], ...texts }) => ({
    ...texts,
    addedLimits: addedLimits.map(({ owedBy: _units, ...limit }) => limit),
  }),
);
