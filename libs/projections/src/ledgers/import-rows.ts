import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type ImportDetail } from '#contracts';
import { importSourceSchema } from '#domain';

/** Columns of an import (`i`), with the number of its tasks that are there already; what they were split into came later. */
export const importColumns: RawBuilder<unknown> = sql`
  i.import_id, i.ledger_id, i.source, i.first_serial, i.task_count, i.complete, i.started_at,
  (select count(*)::integer from projection_tasks.task t where t.import_id = i.import_id and t.parent_id is null) as drafted`;

/** An import as PostgreSQL gives it. */
export const storedImportSchema = z.object({
  import_id: z.string(),
  ledger_id: z.string(),
  source: importSourceSchema,
  first_serial: z.number(),
  task_count: z.number(),
  complete: z.boolean(),
  started_at: z.date(),
  drafted: z.number(),
});

/** An import as it is answered. */
export function toProgress(
  row: z.infer<typeof storedImportSchema>,
): Omit<ImportDetail, 'position' | 'ledgerId' | 'tasks'> {
  return {
    importId: row.import_id,
    source: row.source,
    firstSerial: row.first_serial,
    taskCount: row.task_count,
    drafted: row.drafted,
    // The tasks' rows may be behind the ledger's: an import is complete for a reader once its tasks can be read.
    complete: row.complete && row.drafted >= row.task_count,
    startedAt: row.started_at.toISOString(),
  };
}
