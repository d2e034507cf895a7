import { type TASK_ACTS } from '#domain';
import { type z } from 'zod';
import { api, bodyOf } from '../../../api/client';
import { type Outcome } from '../../../api/command';
import { commandParams } from '../command-params';

/** Sends a return. */
export async function sendReturn(
  id: string,
  body: z.input<(typeof TASK_ACTS)['task.return']['command']>,
  key: string,
): Promise<Outcome> {
  return bodyOf(await api.POST('/api/tasks/{id}/return', { params: commandParams(id, key), body }));
}
