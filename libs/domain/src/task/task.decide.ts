import { applyRule, type Circumstances } from '../shared/decider';
import { reject, type Rejection } from '../shared/rejection';
import { LIFECYCLE, STATUS_WORDS } from './lifecycle';
import { type TaskCommand, type TaskCommandType } from './task.commands';
import { type TaskEvent } from './task.events';
import { type TaskFacts } from './task.facts';
import { taskRules } from './task.rules';
import { type TaskState } from './task.state';

type Decision = readonly TaskEvent[] | Rejection;

/** What a command leads to: first the table, then the form's age and the stated day, then the act's own rule. */
export function decideTask(
  state: TaskState | null,
  command: TaskCommand,
  circumstances: Circumstances,
  facts: TaskFacts,
): Decision {
  if (command.type === 'task.draft') {
    return state
      ? taskRules['task.draft'](state, command.data, circumstances, facts)
      : [{ type: 'task.drafted', data: command.data }];
  }
  if (state === null) return reject('TASK.UNKNOWN', '没有找到这项任务,请核对编号或刷新台账。');
  const fault =
    notOpen(state, command.type) ?? staleForm(state, command) ?? statedDay(state, command, circumstances.today);
  if (fault) return fault;
  return applyRule(taskRules, state, command, circumstances, facts);
}

/** Whether an act is open in a task's present status, by the lifecycle table. */
export function notOpen(state: TaskState, act: Exclude<TaskCommandType, 'task.draft'>): Rejection | null {
  const line = LIFECYCLE[act];
  if (line.from.includes(state.status)) return null;
  const code = act === 'task.close' && state.status === 'closed' ? 'TASK.ALREADY_CLOSED' : 'TASK.STEP_NOT_OPEN';
  return reject(code, `任务现为“${STATUS_WORDS[state.status]}”,不能${line.word},请刷新后按当前状态办理。`);
}

/** A form filled on an older revision is refused only when something since then touched what it edits. */
function staleForm(state: TaskState, command: TaskCommand): Rejection | null {
  const seen = 'seenRevision' in command.data ? command.data.seenRevision : undefined;
  if (seen === undefined) return null;
  const touched = editsContent(command.type) ? Math.max(state.contentRevision, state.stepRevision) : state.stepRevision;
  return touched > seen
    ? reject('TASK.CHANGED_SINCE', '您打开表单后任务已被他人办理,请刷新查看最新情况后再提交。')
    : null;
}

function editsContent(act: TaskCommandType): boolean {
  return act === 'task.correct' || act === 'task.correct-draft' || act === 'task.confirm' || act === 'task.assign';
}

/** Steps are stated in order and not ahead of the clock. Readings inside a report carry days of their own. */
function statedDay(state: TaskState, command: TaskCommand, today: string): Rejection | null {
  const stated = 'occurredOn' in command.data ? command.data.occurredOn : undefined;
  const day = stated ?? today;
  if (day > today) return reject('TASK.DAY_IN_FUTURE', '办理日期晚于今天,请填写实际办理的日期。');
  if (!('occurredOn' in command.data) || state.lastStepOn === null || day >= state.lastStepOn) return null;
  return reject('TASK.DAY_OUT_OF_ORDER', `办理日期早于上一步的日期(${state.lastStepOn}),请核对日期。`);
}
