import { z } from 'zod';
import { daySchema } from '../../calendar';
import { remainingWorkingDays, rungKeyOf, rungKindSchema } from '../../ladder';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { lineSchema } from '../../shared/schema';
import { openOfWorking } from '../obligations';
import { RUNNING } from '../status';
import { taskAct } from '../task-act';
import { obligationSchema } from '../task.parts';

/** The engine's timer is due: whoever has the task is reminded, urged, or told on. Whether it is still wanted is decided here. */
export const fireRung = taskAct({
  type: 'task.fire-rung',
  word: '到时提醒',
  command: z.strictObject({
    obligation: obligationSchema,
    round: z.int().positive(),
    climb: z.int().positive(),
    rung: z.strictObject({ rungId: lineSchema(40), kind: rungKindSchema }),
    due: daySchema,
  }),
  sample: {
    obligation: { lane: '00000000-0000-4000-8000-000000000101', limitId: 'L1', period: null },
    round: 1,
    climb: 1,
    rung: { rungId: 'due', kind: 'due' },
    due: '2025-06-30',
  },
  grants: ENGINE,
  offered: 'never',
  from: RUNNING,
  to: ['same'],
  withdrawable: false,
  edits: [],
  decide: (state, data, { today, calendar }) => {
    const { obligation, round, climb, rung, due } = data;
    const { lane, limitId, period } = obligation;
    const stands = openOfWorking(state, today).some(
      (open) =>
        open.lane === lane &&
        open.limitId === limitId &&
        open.period === period &&
        open.due === due &&
        open.climb === climb,
    );
    const key = rungKeyOf({ ...obligation, round, climb, rungId: rung.rungId, due });
    if (!stands || round !== state.round || state.fired.includes(key)) {
      return reject('TIMER.OBSOLETE', '该提醒已发出或已不再需要。');
    }
    const daysLate = Math.max(0, -remainingWorkingDays(today, due, calendar));
    return [{ type: 'rung.fired', data: { ...data, holder: null, daysLate, told: [] } }];
  },
});
