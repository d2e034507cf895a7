import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { idSchema } from '../../shared/schema';
import { limitsFault, unitsFault, unitsFixedFault } from '../checks';
import { tooFarFault } from '../far-days';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';

/** 确认: a person stands by units and limits. */
export const confirm = taskAct({
  type: 'task.confirm',
  word: '确认',
  command: z.strictObject({
    leadUnitIds: z.array(idSchema).min(1).max(20),
    supportUnitIds: z.array(idSchema).max(100),
    limits: z.enum(['confirmed', 'none']),
    ...formFields,
  }),
  sample: {
    leadUnitIds: ['00000000-0000-4000-8000-000000000101'],
    supportUnitIds: ['00000000-0000-4000-8000-000000000102'],
    limits: 'confirmed',
  },
  grants: OFFICE,
  offered: 'leading',
  from: ['draft', 'hung', 'declined'],
  to: ['same'],
  withdrawable: false,
  edits: ['content'],
  needs: ({ leadUnitIds, supportUnitIds }) => ({ units: [...leadUnitIds, ...supportUnitIds] }),
  decide: (state, { leadUnitIds: leads, supportUnitIds: supports, limits }, { today, facts }) =>
    unitsFixedFault(state, { leadUnitIds: leads, supportUnitIds: supports }) ??
    unitsFault(leads, supports, facts) ??
    limitsFault(state, limits) ??
    // A document may name any year: 2999 for 2029.
    tooFarFault(
      'limit',
      state.limits.map(({ due }) => due),
      today,
    ) ?? [{ type: 'task.confirmed', data: { leads, supports, limits } }],
});
