import { type Outcome } from '../../api/command';
import { api, bodyOf } from '../../api/client';
import { actKey } from './model/act-keys';
import { type AssignForm, confirmationOf, type HangForm } from './model/import-run';
import { type ImportedTask } from './use-import-run';

/**
 * Confirms a task's units and limits as far as that is still to be done, and hangs it. The keys follow from the task and the
 * revision that was read, so that clicking again or opening the page again never does a step twice.
 */
export async function hangTask(task: ImportedTask, form: HangForm, position: string): Promise<Outcome> {
  if (task.status !== 'draft') return asItStands(task, position);
  const confirmation = confirmationOf(task, form);
  const revision = confirmation === null ? task.revision : await confirm(task, confirmation);
  const body = { authority: form.authority, secrecyDeclared: true as const, seenRevision: revision };
  return api.POST('/api/tasks/{id}/hang', { params: paramsOf('hang', task.taskId, revision, body), body }).then(bodyOf);
}

async function confirm(
  task: ImportedTask,
  confirmation: NonNullable<ReturnType<typeof confirmationOf>>,
): Promise<number> {
  const body = { ...confirmation, seenRevision: task.revision };
  const params = paramsOf('confirm', task.taskId, task.revision, body);
  return (await api.POST('/api/tasks/{id}/confirm', { params, body }).then(bodyOf)).revision;
}

/** Assigns a task that is hung; one that somebody has assigned meanwhile is left as it is. */
export function assignTask(task: ImportedTask, form: AssignForm, position: string): Promise<Outcome> {
  if (task.status !== 'hung') return Promise.resolve(asItStands(task, position));
  const { keepPastDays, ...common } = form;
  const body = { ...common, ...(keepPastDays ? { pastDays: 'keep' as const } : {}), seenRevision: task.revision };
  const params = paramsOf('assign', task.taskId, task.revision, body);
  return api.POST('/api/tasks/{id}/assign', { params, body }).then(bodyOf);
}

/** The answer for a task on which the step has been taken already. */
function asItStands({ taskId, revision }: ImportedTask, position: string): Outcome {
  return { id: taskId, revision, position, events: [] };
}

function paramsOf(act: string, taskId: string, revision: number, body: unknown) {
  return { path: { id: taskId }, header: { 'Idempotency-Key': actKey(act, taskId, revision, body) } };
}
