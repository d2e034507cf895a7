import { z } from 'zod';
import { rulesSchema } from '../../policy';
import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { textSchema } from '../../shared/schema';
import { countedMoves, movedClocks, passedRungs } from '../moved-rules';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';

/** The engine brings an open task under rules that were published for the open ones too (连同在办). */
export const moveRules = taskAct({
  type: 'task.move-rules',
  word: '换用新规则',
  command: z.strictObject({ rules: rulesSchema, reason: textSchema(2_000, 0) }),
  sample: { rules: { policy: 'office-2', calendar: '2021-1' }, reason: '按年度工作安排调整提醒梯级' },
  grants: ENGINE,
  offered: 'never',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  edits: [],
  needs: ({ rules }) => ({ rules }),
  decide: (state, { rules, reason }, { now, calendar, policy, facts }) => {
    if (state.rules?.policy === rules.policy && state.rules.calendar === rules.calendar) return [];
    const next = facts.rules;
    if (next === null) return reject('RULES.UNKNOWN', '没有找到这一版办理规则或工作日历，任务仍按原规则办理。');
    const old = { calendar, policy };
    const passed = passedRungs(state, old, next, now);
    const clocks = movedClocks(state, old, next, now);
    return [
      ...countedMoves(state, [calendar, next.calendar], reason, now),
      { type: 'rules.moved', data: { rules, reason, passed: [...passed], movedClocks: [...clocks] } },
    ];
  },
});
