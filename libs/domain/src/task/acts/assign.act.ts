import { z } from 'zod';
import { daySchema } from '../../calendar';
import { LEDGER_UNKNOWN } from '../../ledger/ledger.refusals';
import { versionsOf } from '../../policy';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { isRejection, reject } from '../../shared/rejection';
import { confirmedFault } from '../checks';
import { beginsCheckFault } from '../children';
import { tooFarFault } from '../far-days';
import { ownedByNone } from '../limits';
import { pastDaysSchema, settledPastDays } from '../past-days';
import { taskAct, type TaskEvent } from '../task-act';
import { stepFields } from '../task.form';

const UNIT_GONE = '负责单位已不在责任单位中';

/** 交办: each confirmed unit gets its lane, and the limits begin to run. After a decline the units that have the task keep theirs. */
export const assign = taskAct({
  type: 'task.assign',
  word: '交办',
  command: z.strictObject({
    /** Empty: those of the assignment before, where there was one. */
    requirements: freeTextSchema(4_000, 0).default(''),
    replyBy: daySchema.nullable().default(null),
    /** Asked for where a day is over already: moved, or kept. */
    pastDays: pastDaysSchema.optional(),
    ...stepFields,
  }),
  sample: { requirements: '按月报送进展', pastDays: 'keep' },
  grants: OFFICE,
  offered: 'leading',
  from: ['hung', 'declined'],
  to: ['assigned', 'underway', 'closure-requested'],
  withdrawable: true,
  // An assignment sends the content on its way, so both count.
  edits: ['content', 'steps'],
  guard: confirmedFault,
  needs: (_data, state) => (state === null ? {} : { ledgerId: state.ledgerId, rules: 'in-force' }),
  decide: (state, { requirements, replyBy, pastDays, occurredOn }, { today, facts }) => {
    const on = occurredOn ?? today;
    // The unit can answer from today on, whatever day is stated for the assignment.
    if (replyBy !== null && replyBy < today) {
      return reject('TASK.REPLY_BEFORE_ASSIGNMENT', '签收期限早于今天，请改为今天或之后。');
    }
    const fault = tooFarFault('answer', [replyBy], today) ?? beginsCheckFault(state, state.leads);
    if (fault) return fault;
    const gone = ownedByNone(state, [...state.leads, ...state.supports]);
    const left = { ...state, limits: state.limits.filter((limit) => !gone.includes(limit)) };
    const moved = settledPastDays(left, pastDays, today);
    if (isRejection(moved)) return moved;
    const lanes = [
      ...state.leads.map((unitId) => ({ unitId, role: 'lead' }) as const),
      ...state.supports.map((unitId) => ({ unitId, role: 'support' }) as const),
    ];
    // In place of a unit that declined another one gets the task as it is, under the rules of the others.
    const rules = state.assignment === null ? facts.rules && versionsOf(facts.rules) : state.rules;
    if (rules === null) return LEDGER_UNKNOWN;
    // A unit in place of one that declined is told what the others were told.
    const told = requirements === '' ? (state.assignment?.requirements ?? '') : requirements;
    const removed = gone.map(({ limitId }): TaskEvent => ({
      type: 'limit.removed',
      data: { limitId, reason: UNIT_GONE },
    }));
    return [...removed, ...moved, { type: 'task.assigned', data: { lanes, requirements: told, replyBy, on, rules } }];
  },
});
