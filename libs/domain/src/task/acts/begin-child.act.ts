import { z } from 'zod';
import { LEDGER_UNKNOWN } from '../../ledger/ledger.refusals';
import { versionsOf } from '../../policy';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { assigned } from '../events/assigned.event';
import { confirmed } from '../events/confirmed.event';
import { drafted } from '../events/drafted.event';
import { hung } from '../events/hung.event';
import { split } from '../events/split.event';
import { TASK_STATUSES } from '../status';
import { taskAct } from '../task-act';
import { parentSchema } from '../task.parts';

/** The engine makes a child of a task that was split. Its words and units were checked at the split, which also assigned it: it begins with its units. */
export const beginChild = taskAct({
  type: 'task.begin-child',
  word: '建立子任务',
  command: z.strictObject({
    ...drafted.schema.omit({ parent: true }).shape,
    parent: parentSchema,
    ...confirmed.schema.pick({ leads: true, supports: true }).shape,
    ...hung.schema.pick({ number: true, authority: true }).shape,
    ...assigned.schema.pick({ requirements: true, replyBy: true, on: true }).shape,
    ...split.schema.pick({ moves: true }).shape,
  }),
  sample: {
    ...drafted.sample,
    parent: {
      taskId: '00000000-0000-4000-8000-000000000010',
      number: 'YL2021-001',
      place: '01',
      splitBy: {
        accountId: '00000000-0000-4000-8000-000000000b01',
        name: '甲',
        role: 'supervision-clerk',
        postId: '00000000-0000-4000-8000-000000000b02',
        unitId: '00000000-0000-4000-8000-000000000a01',
      },
    },
    leads: ['00000000-0000-4000-8000-000000000104'],
    supports: [],
    number: 'YL2021-001-01',
    authority: { kind: 'document', reference: '云政发〔2021〕3号' },
    requirements: '',
    replyBy: null,
    on: '2021-03-08',
    moves: [],
  },
  grants: ENGINE,
  offered: 'never',
  from: TASK_STATUSES,
  to: ['same'],
  withdrawable: false,
  edits: [],
  needs: ({ ledgerId }) => ({ ledgerId, rules: 'in-force' }),
  begin: (data, { facts }) => {
    if (facts.rules === null) return LEDGER_UNKNOWN;
    const { leads, supports, number, authority, requirements, replyBy, on, moves, ...draft } = data;
    const lanes = [
      ...leads.map((unitId) => ({ unitId, role: 'lead' }) as const),
      ...supports.map((unitId) => ({ unitId, role: 'support' }) as const),
    ];
    const rules = versionsOf(facts.rules);
    const limits = draft.content.limits.length === 0 ? 'none' : 'confirmed';
    return [
      { type: 'task.drafted', data: draft },
      { type: 'task.confirmed', data: { leads, supports, limits } },
      { type: 'task.hung', data: { number, authority, secrecyDeclared: true, on, rules } },
      ...moves.map((move) => ({ type: 'limit.moved', data: move }) as const),
      { type: 'task.assigned', data: { lanes, requirements, replyBy, on, rules } },
    ];
  },
  decide: () => reject('TASK.EXISTS', '这项任务已在台账中，不用再建。'),
});
