import { sql } from 'kysely';
import { z } from 'zod';
import { importDetailSchema, readImportParameters, taskStatusSchema } from '#contracts';
import { TaizhangError } from '#platform';
import { defineQuery } from '../queries/define-query';
import { asOf } from '../queries/read-models';
import { allOf, ledgerInSight } from '../queries/sight-filter';
import { importColumns, storedImportSchema, toProgress } from './import-rows';

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

/** One import: how far it has come, and its tasks with what the reading left open. @throws TaizhangError IMPORT.UNKNOWN */
export const readImport = defineQuery({
  operation: 'import.read',
  path: 'imports/:importId',
  summary: '一次导入的进度与草稿',
  parameters: readImportParameters,
  answer: importDetailSchema,
  reads: ['ledgers', 'tasks'],
  handle(models, { importId }, context) {
    return models.snapshot(async (at) => {
      const inSight = ledgerInSight(context.sights, sql`i.ledger_id`);
      const found = await sql`
        select ${importColumns} from projection_ledgers.import i
        where ${allOf([sql`i.import_id = ${importId}::uuid`, inSight])}`.execute(at);
      const [stored] = imports.parse(found.rows);
      if (!stored) throw new TaizhangError('IMPORT.UNKNOWN', '没有找到这次导入，请核对后从台账重新打开。');
      const tasks = await sql`
        select t.task_id, t.serial, t.title, t.status, t.revision, t.doubts from projection_tasks.task t
        where t.import_id = ${importId}::uuid and t.parent_id is null order by t.serial`.execute(at);
      return {
        position: await asOf(at, 'tasks'),
        ledgerId: stored.ledger_id,
        ...toProgress(stored),
        tasks: drafts.parse(tasks.rows).map(({ task_id: taskId, ...rest }) => ({ taskId, ...rest })),
      };
    });
  },
});
