import { type TaskState, type TaskStep } from './task.state';

/** The last step of an account that it may take back. */
export function stepOf({ lastSteps }: Pick<TaskState, 'lastSteps'>, accountId: string): TaskStep | null {
  return lastSteps.findLast((step) => step.accountId === accountId) ?? null;
}
