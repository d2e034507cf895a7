import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { changesFault, judgedFault, unitsFixedFault } from '../checks';
import { beginsCheckFault } from '../children';
import { bearsOnDays, correctionEvents } from '../corrections';
import { beforeLanes, isTakenOn } from '../lanes';
import { OF_UNIT } from '../others-step';
import { ANSWERING, ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { taskChangesSchema } from '../task.changes';
import { formFields } from '../task.form';
import { unitsNamed } from '../units-named';

/**
 * 更正: words, dates, targets, and the units that have not accepted. Everything that moved stays visible. Once a unit has taken the task
 * on, moving or removing a day, or asking for something by a day that is over, takes a second person's consent, unless the policy leaves
 * it to one.
 */
export const correct = taskAct({
  type: 'task.correct',
  word: '更正',
  command: z.strictObject({ changes: taskChangesSchema, reason: freeTextSchema(2_000, 1), ...formFields }),
  sample: { changes: { title: '推进分级诊疗' }, reason: '录入有误' },
  grants: OFFICE,
  offered: 'side',
  from: ON_ACCOUNT,
  to: ['same', 'underway', 'closure-requested'],
  withdrawable: false,
  edits: ['content'],
  needsSecond: (state, events, today) => isTakenOn(state) && events.some((event) => bearsOnDays(state, event, today)),
  othersStep: ({ status }, { role }) =>
    OF_UNIT.includes(role) && ANSWERING.includes(status)
      ? '任务的内容、单位和时限由督查部门更正，发现有误请与督查部门联系。'
      : null,
  needs: ({ changes }, state) => ({ units: unitsNamed(changes, state) }),
  decide: (state, { changes, reason }, circumstances) =>
    judgedFault(state, changes) ??
    unitsFixedFault(state, changes) ??
    changesFault(state, changes, circumstances) ??
    (changes.leadUnitIds && !beforeLanes(state) ? beginsCheckFault(state, changes.leadUnitIds) : null) ??
    correctionEvents(state, changes, reason, circumstances),
});
