import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { changesFault } from '../checks';
import { correctionEvents } from '../corrections';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { taskChangesSchema } from '../task.changes';
import { formFields } from '../task.form';
import { unitsNamed } from '../units-named';

/** 更正: words, dates, targets, and units until a unit has accepted. Everything that moved stays visible. */
export const correct = taskAct({
  type: 'task.correct',
  word: '更正',
  command: z.strictObject({ changes: taskChangesSchema, reason: freeTextSchema(2_000, 1), ...formFields }),
  sample: { changes: { title: '推进分级诊疗' }, reason: '录入有误' },
  grants: OFFICE,
  offered: 'side',
  from: ON_ACCOUNT,
  to: ['same', 'underway'],
  withdrawable: false,
  edits: ['content'],
  needs: ({ changes }, state) => ({ units: unitsNamed(changes, state) }),
  decide: (state, { changes, reason }, circumstances) => {
    const movesUnits = changes.leadUnitIds !== undefined || changes.supportUnitIds !== undefined;
    if (movesUnits && !['hung', 'assigned', 'declined'].includes(state.status)) {
      return reject('TASK.UNITS_FIXED', '责任单位已签收，不能再更正单位，确需变更的请终止本任务并另立任务交办。');
    }
    return changesFault(state, changes, circumstances.facts) ?? correctionEvents(state, changes, reason, circumstances);
  },
});
