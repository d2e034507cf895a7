import { applyRule, type Circumstances } from '../shared/decider';
import { reject, type Rejection } from '../shared/rejection';
import { LIFECYCLE, STATUS_WORDS } from './lifecycle';
import { closingFault } from './task.checks';
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
  if (state === null) return unknownTask();
  const fault =
    notOpen(state, command.type) ??
    staleForm(state, command.type, command.data) ??
    statedDay(state, command.data, circumstances.today);
  if (fault) return fault;
  return applyRule(taskRules, state, command, circumstances, facts);
}

/** What a person who closes a task states and saw. */
export interface ClosingWish {
  readonly occurredOn?: string | undefined;
  readonly seenRevision?: number | undefined;
}

/**
 * Why a task may not be closed now, or null: everything that `task.close` is refused for. Asked before a closing number is
 * reserved, so that none is reserved in vain.
 */
export function whyNotClosed(
  state: TaskState | null,
  wish: ClosingWish,
  { today, actor }: Pick<Circumstances, 'today' | 'actor'>,
  { practice }: Pick<TaskFacts, 'practice'>,
): Rejection | null {
  if (state === null) return unknownTask();
  return (
    notOpen(state, 'task.close') ??
    staleForm(state, 'task.close', wish) ??
    statedDay(state, wish, today) ??
    closingFault(state, actor.accountId, practice)
  );
}

function unknownTask(): Rejection {
  return reject('TASK.UNKNOWN', '没有找到这项任务，请核对编号或刷新台账。');
}

/** Whether an act is open in a task's present status, by the lifecycle table. */
export function notOpen(state: TaskState, act: Exclude<TaskCommandType, 'task.draft'>): Rejection | null {
  const line = LIFECYCLE[act];
  if (line.from.includes(state.status)) return null;
  const code = act === 'task.close' && state.status === 'closed' ? 'TASK.ALREADY_CLOSED' : 'TASK.STEP_NOT_OPEN';
  return reject(code, `任务现为“${STATUS_WORDS[state.status]}”，不能${line.word}，请刷新后按当前状态办理。`);
}

/** A form filled on an older revision is refused only when something since then touched what it edits. */
function staleForm(state: TaskState, act: TaskCommandType, form: object): Rejection | null {
  const seen = 'seenRevision' in form ? form.seenRevision : undefined;
  if (typeof seen !== 'number' || touchedAt(state, act) <= seen) return null;
  return reject('TASK.CHANGED_SINCE', '您打开表单后任务内容或办理情况已有变化，请刷新查看后再提交。');
}

/** When that which an act's form edits was last touched. An assignment sends the content on its way, so both count. */
function touchedAt({ contentRevision, stepRevision }: TaskState, act: TaskCommandType): number {
  switch (act) {
    case 'task.correct':
    case 'task.correct-draft':
    case 'task.confirm':
      return contentRevision;
    case 'task.assign':
      return Math.max(contentRevision, stepRevision);
    default:
      return stepRevision;
  }
}

/** Steps are stated in order and not ahead of the clock. Readings inside a report carry days of their own. */
function statedDay(state: TaskState, step: object, today: string): Rejection | null {
  const stated = 'occurredOn' in step ? step.occurredOn : undefined;
  if (typeof stated !== 'string') return null;
  if (stated > today) return reject('TASK.DAY_IN_FUTURE', '办理日期晚于今天，请填写实际办理的日期。');
  if (state.lastStepOn === null || stated >= state.lastStepOn) return null;
  return reject('TASK.DAY_OUT_OF_ORDER', `办理日期早于上一步的日期（${state.lastStepOn}），请核对日期。`);
}
