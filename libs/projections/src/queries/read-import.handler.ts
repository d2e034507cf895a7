import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { z } from 'zod';
import { type ImportDetail, importDetailSchema, taskStatusSchema } from '#contracts';
import { TaizhangError } from '#platform';
import { importColumns, storedImportSchema, toProgress } from './import-rows';
import { ReadImport } from './queries';
import { asOf, ReadModels } from './read-models';
import { allOf, ledgerInSight } from './sight-filter';

const imports = z.array(storedImportSchema);
const drafts = z.array(
  z.object({
    task_id: z.string(),
    serial: z.number(),
    title: z.string(),
    status: taskStatusSchema,
    revision: z.number(),
    doubts: importDetailSchema.shape.tasks.element.shape.doubts,
  }),
);

/** One import: how far it has come, and its tasks with what the reading left open. */
@QueryHandler(ReadImport)
export class ReadImportHandler implements IQueryHandler<ReadImport> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters: { importId }, context }: ReadImport): Promise<ImportDetail> {
    return this.models.snapshot(async (at) => {
      const inSight = ledgerInSight(context.sights, sql`i.ledger_id`);
      const found = await sql`
        select ${importColumns} from projection_ledgers.import i
        where ${allOf([sql`i.import_id = ${importId}::uuid`, inSight])}`.execute(at);
      const [stored] = imports.parse(found.rows);
      if (!stored) throw new TaizhangError('IMPORT.UNKNOWN', '没有找到这次导入，请核对后从台账重新打开。');
      const tasks = await sql`
        select t.task_id, t.serial, t.title, t.status, t.revision, t.doubts from projection_tasks.task t
        where t.import_id = ${importId}::uuid order by t.serial`.execute(at);
      return {
        position: await asOf(at, 'tasks'),
        ledgerId: stored.ledger_id,
        ...toProgress(stored),
        tasks: drafts.parse(tasks.rows).map(({ task_id: taskId, ...rest }) => ({ taskId, ...rest })),
      };
    });
  }
}
