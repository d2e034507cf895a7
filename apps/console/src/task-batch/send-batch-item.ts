import { api, bodyOf } from '../api/client';
import { type Outcome } from '../api/command';
import { type BatchForm, batchFormSchema } from './batch-acts';

/** Posts the command of one task of a batch. After a refusal the person has read why: it then goes out on the latest state. */
export async function sendBatchItem(form: BatchForm, id: string, key: string, refusals: number): Promise<Outcome> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  const revision = form.seen[id];
  const seen = refusals > 0 || revision === undefined ? {} : { seenRevision: revision };
  switch (form.act) {
    case 'task.accept':
      return bodyOf(await api.POST('/api/tasks/{id}/accept', { params, body: { ...form.body, ...seen } }));
    case 'task.decline':
      return bodyOf(await api.POST('/api/tasks/{id}/decline', { params, body: { ...form.body, ...seen } }));
    case 'task.assign':
      return bodyOf(await api.POST('/api/tasks/{id}/assign', { params, body: { ...form.body, ...seen } }));
    case 'task.hang':
      return bodyOf(await api.POST('/api/tasks/{id}/hang', { params, body: { ...form.body, ...seen } }));
    case 'task.urge':
      return bodyOf(await api.POST('/api/tasks/{id}/urge', { params, body: form.body }));
    case 'task.confirm': {
      const body = form.bodies[id];
      if (body === undefined) throw new TypeError(`nothing is known of ${id}`);
      return bodyOf(await api.POST('/api/tasks/{id}/confirm', { params, body: { ...body, ...seen } }));
    }
    case 'task.decide-proposal': {
      const body = form.bodies[id];
      if (body === undefined) throw new TypeError(`nothing is known of ${id}`);
      return bodyOf(await api.POST('/api/tasks/{id}/decide-proposal', { params, body: { ...body, ...seen } }));
    }
  }
}

/** A batch's form as it was kept; null when it is not one. */
export function readBatchForm(stored: unknown): BatchForm | null {
  return batchFormSchema.safeParse(stored).data ?? null;
}
