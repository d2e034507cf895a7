import { doubtSchema, importSourceSchema, instantSchema } from '#domain';
import { z } from 'zod';
import { asOfSchema, taskStatusSchema } from './query-parts';

export const listLedgersParameters = z.strictObject({ ledgerId: z.uuid().optional() });
export type ListLedgersParameters = z.infer<typeof listLedgersParameters>;

/** How far an import has come: its tasks follow the import one by one. */
export const importProgressSchema = z.strictObject({
  importId: z.uuid(),
  source: importSourceSchema,
  firstSerial: z.int(),
  taskCount: z.int(),
  drafted: z.int(),
  complete: z.boolean(),
  startedAt: instantSchema,
});

/** A ledger with its figures. Counts are of the rows that the task list shows under the same filter. */
export const ledgerRowSchema = z.strictObject({
  ledgerId: z.uuid(),
  name: z.string(),
  code: z.string(),
  closingPrefix: z.string(),
  region: z.string(),
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

export const readImportParameters = z.strictObject({ importId: z.uuid() });
export type ReadImportParameters = z.infer<typeof readImportParameters>;

/** An import with its tasks, in the order of the document. */
export const importDetailSchema = z.strictObject({
  position: asOfSchema,
  ledgerId: z.uuid(),
  ...importProgressSchema.shape,
  tasks: z.array(
    z.strictObject({
      taskId: z.uuid(),
      serial: z.int(),
      title: z.string(),
      status: taskStatusSchema,
      revision: z.int(),
      doubts: z.array(doubtSchema),
    }),
  ),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;
