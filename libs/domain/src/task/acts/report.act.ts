import { z } from 'zod';
import { OWN_UNIT } from '../../shared/grant';
import { workingFault } from '../checks';
import { actingLane } from '../lanes';
import { reportFields, reportIn } from '../reporting';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';

/** 填报: progress, problems, readings, files, and the limits that are done. */
export const report = taskAct({
  type: 'task.report',
  word: '填报',
  command: z.strictObject(reportFields),
  sample: { progress: '方案已印发' },
  grants: OWN_UNIT,
  offered: 'leading',
  from: RUNNING,
  to: ['same'],
  withdrawable: true,
  edits: ['steps'],
  inLane: actingLane,
  guard: (state, { actor }) => workingFault(actingLane(state, actor)),
  needs: ({ evidence }) => ({ files: evidence.map(({ hash }) => hash) }),
  decide: (state, data, circumstances) => reportIn(actingLane(state, circumstances.actor), state, data, circumstances),
});
