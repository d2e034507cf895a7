import { z } from 'zod';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { ledgerAct } from '../ledger-act';

/** The engine notes that all tasks of an import are drafted. */
export const completeImport = ledgerAct({
  type: 'ledger.complete-import',
  word: '完成导入',
  command: z.strictObject({ importId: idSchema }),
  sample: { importId: '00000000-0000-4000-8000-000000000300' },
  grants: ENGINE,
  decide: (state, { importId }) => {
    const running = state.imports[importId];
    if (!running || running.completed) return reject('LEDGER.IMPORT_NOT_RUNNING', '该次导入不存在或已经完成。');
    return [{ type: 'ledger.import-completed', data: { importId, taskCount: running.taskCount } }];
  },
});
