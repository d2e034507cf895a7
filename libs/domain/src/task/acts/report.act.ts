import { z } from 'zod';
import { OWN_UNIT } from '../../shared/grant';
import { workingFault } from '../checks';
import { actingLane } from '../lanes';
import { reportFields, reportIn } from '../reporting';
import { taskAct } from '../task-act';

/** 填报: progress, problems, readings, files, and the limits that are done. */
export const report = taskAct({
  type: 'task.report',
  word: '填报',
  command: z.strictObject(reportFields),
  sample: { progress: '方案已印发' },
  grants: OWN_UNIT,
  offered: 'leading',
  from: ['assigned', 'underway', 'returned'],
  to: ['same'],
  withdrawable: true,
  edits: ['steps'],
  guard: (state, { actor }) => workingFault(state, actingLane(state, actor)),
  needs: ({ evidence }) => ({ files: evidence.map(({ hash }) => hash) }),
  decide: (state, data, circumstances) => reportIn(actingLane(state, circumstances.actor), state, data, circumstances),
});
