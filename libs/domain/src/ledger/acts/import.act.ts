import { z } from 'zod';
import { ENGINE, OFFICE } from '../../shared/grant';
import { draftContentInput } from '../../task/task.content';
import { importStarted } from '../events/import-started.event';
import { ledgerAct } from '../ledger-act';
import { importSourceInput, MAX_TASKS_PER_IMPORT } from '../ledger.parts';

/** 导入任务草稿. */
export const importTasks = ledgerAct({
  type: 'ledger.import',
  word: '导入任务草稿',
  command: z.strictObject({
    source: importSourceInput,
    tasks: z.array(draftContentInput).min(1).max(MAX_TASKS_PER_IMPORT),
  }),
  sample: { source: importStarted.sample.source, tasks: importStarted.sample.tasks },
  grants: [...OFFICE, ...ENGINE],
  decide: (state, { source, tasks }, { newId }) => [
    { type: 'ledger.import-started', data: { importId: newId(), source, firstSerial: state.nextSerial, tasks } },
  ],
});
