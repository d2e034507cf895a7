import { z } from 'zod';
import { OFFICE, OWN_UNIT } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';
import { MOST_READ } from '../task.parts';
import { delaysToRead } from '../told-delays';

const NOTHING_TO_READ = reject('TASK.NOTHING_TO_READ', '没有待您阅示的督办提醒：本任务没有逾期事项告知您，或您已阅。');

/**
 * 已阅: whoever was told of another's delay, or has the post of somebody who was, says that they have read it. All delays of the task are read at once. It is never counted, and
 * cannot be taken back: what was read was read.
 */
export const noteRead = taskAct({
  type: 'task.note-read',
  word: '已阅',
  command: z.strictObject({ ...formFields }),
  sample: {},
  grants: [['leader', 'units-below'], ...OFFICE, ...OWN_UNIT],
  offered: 'side',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  // It is about the delay, whatever was done to the task since the page was opened.
  edits: [],
  guard: (state, { actor, today }) => (delaysToRead(state, actor, today).length > 0 ? null : NOTHING_TO_READ),
  decide: (state, _form, { actor, today }) => {
    const delays = delaysToRead(state, actor, today).slice(0, MOST_READ);
    return [
      {
        type: 'delay.read',
        data: {
          delays: delays.map(({ obligation, holder, unit, climb, due }) => ({
            obligation,
            holder,
            ...(unit === undefined ? {} : { unit }),
            climb,
            due,
          })),
        },
      },
    ];
  },
});
