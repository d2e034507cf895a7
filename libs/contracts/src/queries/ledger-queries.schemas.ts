import { doubtSchema, idSchema, importSourceSchema, instantSchema, ledgerKindSchema } from '#domain';
import { z } from 'zod';
import { asOfSchema, taskStatusSchema, unitReferenceSchema } from './query-parts';
import { heldSchema, taskRowSchema } from './task-queries.schemas';

export const listLedgersParameters = z.strictObject({ ledgerId: idSchema.optional() });
export type ListLedgersParameters = z.infer<typeof listLedgersParameters>;

/** How far an import has come: its tasks follow the import one by one. */
export const importProgressSchema = z.strictObject({
  importId: idSchema,
  source: importSourceSchema,
  firstSerial: z.int(),
  taskCount: z.int(),
  drafted: z.int(),
  complete: z.boolean(),
  startedAt: instantSchema,
});

/** A ledger with its figures. Counts are of the rows that the task list shows under the same filter. */
export const ledgerRowSchema = z.strictObject({
  ledgerId: idSchema,
  name: z.string(),
  code: z.string(),
  closingPrefix: z.string(),
  region: z.string(),
  /** What the outcomes of its tasks are called by. */
  kind: ledgerKindSchema,
  /** One's own practice ledger; nobody else has it in the list. */
  practice: z.boolean(),
  createdAt: instantSchema,
  total: z.int(),
  counts: z.partialRecord(taskStatusSchema, z.int()),
  /** Tasks whose lamp is `near`, and `late`. */
  near: z.int(),
  late: z.int(),
  imports: z.array(importProgressSchema),
});
export const ledgerListSchema = z.strictObject({ position: asOfSchema, ledgers: z.array(ledgerRowSchema) });
export type LedgerList = z.infer<typeof ledgerListSchema>;

export const readLedgerSummaryParameters = z.strictObject({ ledgerId: idSchema });
export type ReadLedgerSummaryParameters = z.infer<typeof readLedgerSummaryParameters>;

/**
 * Tasks by lamp: the lamps add up to `total`. Each figure is that of the task list under the same filters. The share of closed
 * tasks is `closed` of `total` without `voided` and `draft`: an entry made by mistake is no work that was to be done, and one that is
 * not on the account yet is none so far.
 */
const lampFiguresSchema = z.strictObject({
  total: z.int(),
  normal: z.int(),
  near: z.int(),
  late: z.int(),
  suspended: z.int(),
  closed: z.int(),
  terminated: z.int(),
  voided: z.int(),
  /** Of `total`, those that are not on the account yet; their lamp is that of their day. */
  draft: z.int(),
});

/** How a ledger stands, of the tasks in the reader's sight. */
export const ledgerSummarySchema = z.strictObject({
  position: asOfSchema,
  /** By lead unit, by name; a task with several counts for each. Tasks without a unit are in none. */
  byUnit: z.array(z.strictObject({ unit: unitReferenceSchema, ...lampFiguresSchema.shape })),
  /** So many more are the tasks of all units than the tasks: one with three lead units adds two. */
  countedAgain: z.int().nonnegative(),
  /** By section of the document, in its order; tasks without one under the empty name. */
  bySection: z.array(z.strictObject({ section: z.string(), ...lampFiguresSchema.shape })),
  /** Late tasks, the latest first, ten at most. */
  worst: z.array(taskRowSchema).max(10),
  /** How many working days its tasks were in whose hands, units by name; void entries aside. */
  held: z.array(heldSchema),
  /** The names of the sections, in the document's order. */
  sections: z.array(z.string()),
});
export type LedgerSummary = z.infer<typeof ledgerSummarySchema>;

export const readImportParameters = z.strictObject({ importId: idSchema });
export type ReadImportParameters = z.infer<typeof readImportParameters>;

/** An import with its tasks, in the order of the document. */
export const importDetailSchema = z.strictObject({
  position: asOfSchema,
  ledgerId: idSchema,
  ...importProgressSchema.shape,
  tasks: z.array(
    z.strictObject({
      taskId: idSchema,
      serial: z.int(),
      title: z.string(),
      status: taskStatusSchema,
      revision: z.int(),
      doubts: z.array(doubtSchema),
    }),
  ),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;
