import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { changesFault } from '../checks';
import { correctionEvents } from '../corrections';
import { taskAct } from '../task-act';
import { taskChangesSchema } from '../task.changes';
import { formFields } from '../task.form';
import { unitsNamed } from '../units-named';

/** 修改草稿: words, units, limits and targets as a person reads the document. */
export const correctDraft = taskAct({
  type: 'task.correct-draft',
  word: '修改草稿',
  command: z.strictObject({ changes: taskChangesSchema, ...formFields }),
  sample: { changes: { title: '推进分级诊疗' } },
  grants: OFFICE,
  offered: 'side',
  from: ['draft'],
  to: ['same'],
  withdrawable: false,
  edits: ['content'],
  needs: ({ changes }, state) => ({ units: unitsNamed(changes, state) }),
  decide: (state, { changes }, circumstances) =>
    changesFault(state, changes, circumstances) ?? correctionEvents(state, changes, '', circumstances),
});
