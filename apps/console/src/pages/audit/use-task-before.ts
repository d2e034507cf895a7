import { type TaskDetail } from '../../api/answer';
import { reads } from '../../api/client';

/**
 * A task as it was before one of its events, by which the event's limits and indicators are named: after it, a limit that it
 * removed has no name. Null until it has been read, before the first event, and where there is no task.
 */
export function useTaskBefore(taskId: string | null, revision: number): TaskDetail | null {
  const { data } = reads.useQuery(
    'get',
    '/api/tasks/{taskId}',
    { params: { path: { taskId: taskId ?? '' }, query: { revision: revision - 1 } } },
    { enabled: taskId !== null && revision > 0 },
  );
  return data?.task ?? null;
}
