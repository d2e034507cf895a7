import { AGGREGATE_NAMES, daySchema, idSchema } from '#domain';
import { z } from 'zod';
import { asOfSchema, cursorParameter, limitParameter, listParameter, nextSchema } from './query-parts';
import { timelineEntrySchema } from './task-queries.schemas';

/** The kinds of streams that the log has: one for each aggregate. */
export const eventCategorySchema = z.enum(AGGREGATE_NAMES);
export type EventCategory = z.infer<typeof eventCategorySchema>;

/** Which events of the log. Filters of different kinds must all hold; of one kind, any. */
export const listEventsParameters = z.strictObject({
  /** Who did it. */
  accountId: idSchema.optional(),
  /** The unit of the post under which it was done. */
  unitId: idSchema.optional(),
  type: listParameter(z.string().regex(/^[a-z][a-z.-]{1,59}$/u)),
  category: listParameter(eventCategorySchema),
  /** Days on which it was recorded, in Asia/Shanghai, both included. */
  from: daySchema.optional(),
  to: daySchema.optional(),
  /** Of the task; its closing number is part of it. */
  taskId: idSchema.optional(),
  /** Of the ledger, its tasks and its closing numbers. */
  ledgerId: idSchema.optional(),
  limit: limitParameter(),
  cursor: cursorParameter,
});
export type ListEventsParameters = z.infer<typeof listEventsParameters>;

/** One event of the log. Number and title are the task's present ones. Of an import, `data` has the number of tasks instead of them. */
export const eventEntrySchema = timelineEntrySchema.extend({
  stream: z.string(),
  category: eventCategorySchema,
  taskId: idSchema.nullable(),
  taskNumber: z.string().nullable(),
  title: z.string().nullable(),
  ledgerId: idSchema.nullable(),
  ledgerName: z.string().nullable(),
});
export type EventEntry = z.infer<typeof eventEntrySchema>;

export const listAccountNewsParameters = z.strictObject({});

/** What was done to the asking person's own account in the last 30 days, by others, newest first. */
export const accountNewsSchema = z.strictObject({ position: asOfSchema, entries: z.array(timelineEntrySchema) });
export type AccountNews = z.infer<typeof accountNewsSchema>;

/** A page of the log as the reader may see it, newest first. */
export const eventListSchema = z.strictObject({
  position: asOfSchema,
  entries: z.array(eventEntrySchema),
  next: nextSchema,
});
export type EventList = z.infer<typeof eventListSchema>;
