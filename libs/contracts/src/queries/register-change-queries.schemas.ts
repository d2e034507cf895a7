import { idSchema } from '#domain';
import { z } from 'zod';
import { asOfSchema } from './query-parts';
import { timelineEntrySchema } from './task-queries.schemas';

/** What belongs to no ledger and is changed by forms. */
export const registerCategorySchema = z.enum(['unit', 'account', 'calendar', 'policy']);
export type RegisterCategory = z.infer<typeof registerCategorySchema>;

/** What was changed since a form was opened. */
export const listRegisterChangesParameters = z.strictObject({
  category: registerCategorySchema,
  /** Of one unit or account; left out, of all. */
  id: idSchema.optional(),
  /** The position of the answer from which on changes are asked for; left out, none are listed. */
  after: z
    .string()
    .regex(/^\d{1,18}$/u)
    .optional(),
});
export type ListRegisterChangesParameters = z.infer<typeof listRegisterChangesParameters>;

/** At most so many changes are listed: a form stands open for minutes. */
export const MOST_REGISTER_CHANGES = 20;

/** What was changed, the oldest first, twenty at most. */
export const registerChangesSchema = z.strictObject({
  position: asOfSchema,
  entries: z.array(timelineEntrySchema).max(MOST_REGISTER_CHANGES),
});
export type RegisterChanges = z.infer<typeof registerChangesSchema>;
