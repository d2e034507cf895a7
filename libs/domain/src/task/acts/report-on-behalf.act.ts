import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { laneOf } from '../lanes';
import { reportFields, reportIn } from '../reporting';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { onBehalfInput } from '../task.form';

const named = z.object({ onBehalf: z.object({ unitId: idSchema }) });

/** 代填: for a unit without an account the office writes down who said it, how and when. A unit that reports has accepted its part. */
export const reportOnBehalf = taskAct({
  type: 'task.report-on-behalf',
  word: '代填',
  command: z.strictObject({ ...reportFields, onBehalf: onBehalfInput }),
  sample: {
    progress: '方案已印发',
    onBehalf: { unitId: '00000000-0000-4000-8000-000000000102', saidBy: '王科长', how: 'phone', saidOn: '2025-03-03' },
  },
  grants: OFFICE,
  offered: 'side',
  from: RUNNING,
  to: ['same', 'underway'],
  withdrawable: true,
  edits: ['steps'],
  inLane: (state, _actor, form) => laneOf(state, named.safeParse(form).data?.onBehalf.unitId ?? null),
  needs: ({ evidence }) => ({ files: evidence.map(({ hash }) => hash) }),
  decide: (state, { onBehalf: { unitId, ...onBehalf }, ...data }, circumstances) => {
    if (onBehalf.saidOn > circumstances.today) {
      return reject('TASK.DAY_IN_FUTURE', '反馈日期晚于今天，请填写实际反馈的日期。');
    }
    const lane = laneOf(state, unitId);
    if (lane?.answer !== 'waiting') return reportIn(lane, state, data, circumstances, onBehalf);
    const report = reportIn({ ...lane, answer: 'accepted' }, state, data, circumstances, onBehalf);
    if ('rejected' in report) return report;
    const on = data.occurredOn ?? circumstances.today;
    return [{ type: 'lane.accepted', data: { lane: unitId, on, onBehalf } }, ...report];
  },
});
