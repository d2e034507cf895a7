import { z } from 'zod';
import { loggedIdSchema } from '../../shared/schema';
import { draftContentSchema, SAMPLE_DRAFT } from '../../task/task.content';
import { ledgerEvent } from '../ledger-event';
import { importSourceSchema, MAX_TASKS_PER_IMPORT } from '../ledger.parts';

/** An import came in. It is one fact; its tasks are drafted by a reaction. */
export const importStarted = ledgerEvent({
  type: 'ledger.import-started',
  schema: z.strictObject({
    importId: loggedIdSchema,
    source: importSourceSchema,
    firstSerial: z.int().positive(),
    tasks: z.array(draftContentSchema).min(1).max(MAX_TASKS_PER_IMPORT),
  }),
  sample: {
    importId: '00000000-0000-4000-8000-000000000a02',
    source: {
      kind: 'document',
      title: '医改实施意见',
      documentNumber: '云政发〔2021〕3号',
      year: 2021,
      contentHash: null,
    },
    firstSerial: 1,
    tasks: [SAMPLE_DRAFT],
  },
  evolve: (state, { data: { importId, tasks, firstSerial } }) => {
    const imports = { ...state.imports, [importId]: { taskCount: tasks.length, completed: false } };
    return { ...state, nextSerial: firstSerial + tasks.length, imports };
  },
});
