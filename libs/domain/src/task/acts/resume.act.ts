import { z } from 'zod';
import { shanghaiInstant } from '../../calendar';
import { ENGINE, OFFICE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { goneOn } from '../standing-still';
import { SUSPENDED } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

/** The engine resumes a task just after midnight, before the rungs of that morning. */
const RESUMES_AT = '00:05';

const NOT_SUSPENDED = reject('TASK.NOT_SUSPENDED', '任务没有缓办，不用恢复办理。');

/**
 * 恢复: a suspended task goes on, by a person or by itself on the day to which it was suspended; a late hand does not prolong that.
 * What is open moves by the days for which its clock stood still. It goes on when it is resumed and at no stated day: resumed for a day
 * in the past, a unit was escalated the minute it had the task again.
 */
export const resume = taskAct({
  type: 'task.resume',
  word: '恢复办理',
  command: z.strictObject(formFields),
  sample: {},
  grants: [...OFFICE, ...ENGINE],
  offered: 'leading',
  from: SUSPENDED,
  to: ['back'],
  withdrawable: false,
  byItself: ({ suspension }) => (suspension ? shanghaiInstant(suspension.until, RESUMES_AT) : null),
  edits: ['steps'],
  decide: (state, _data, { today, actor, calendar }) => {
    const { suspension } = state;
    if (!suspension) return NOT_SUSPENDED;
    const { until } = suspension;
    const byEngine = actor.role === 'engine';
    if (byEngine && today < until) return reject('TIMER.OBSOLETE', '缓办尚未到期。');
    const on = today < until ? today : until;
    return goneOn(state, suspension, { on, by: byEngine ? 'engine' : 'person' }, calendar);
  },
});
