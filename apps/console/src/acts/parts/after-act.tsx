import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { freshId } from '../../api/fresh-id';
import { type Answer, type TaskDetail } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { noteWritten } from '../../api/last-written';
import { problemOf } from '../../api/problem';
import { ownUnitsOf, useMe } from '../../app/session';
import { WORDS } from '../../words';
import { type Act } from '../act';
import { afterAct, canTakeBack } from '../act-plan';

/** So long the offer to take an act back stands in the corner; afterwards it is among the acts of the task. In seconds. */
const OFFERED = 10;

type Notices = ReturnType<typeof App.useApp>['notification'];

/** Says what is true after an act, and offers to take it back where the lifecycle lets one. */
export function useAfterAct(): (act: Act, task: TaskDetail, events: readonly string[]) => void {
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const own = ownUnitsOf(useMe());
  return (act, task, events) => {
    const key = `${act.operation}/${task.taskId}`;
    const back = canTakeBack(act) && (
      <Button size="small" onClick={() => void takeBack(task, key, notification, queries)}>
        {WORDS.acts.takeBack}
      </Button>
    );
    notification.success({
      key,
      title: afterAct(act, { ...task, closingNumber: closingNumberOf(task, queries) }, own, events),
      description: nameOf(task),
      ...(back === false ? {} : { actions: back }),
      duration: OFFERED,
      placement: 'bottomRight',
      role: 'status',
    });
  };
}

/** The number that a task has as last read: a closing gives it, and the answer to the command does not tell it. */
function closingNumberOf({ taskId }: TaskDetail, queries: QueryClient): string | null {
  const { queryKey } = reads.queryOptions('get', '/api/tasks/{taskId}', { params: { path: { taskId } } });
  return queries.getQueryData<Answer<'/api/tasks/{taskId}'>>(queryKey)?.task.closingNumber ?? null;
}

function nameOf({ taskNumber, title }: TaskDetail): string {
  return taskNumber === null ? title : `${taskNumber} ${title}`;
}

async function takeBack(task: TaskDetail, key: string, notices: Notices, queries: QueryClient): Promise<void> {
  notices.info({
    key,
    title: WORDS.acts.takingBack,
    description: nameOf(task),
    placement: 'bottomRight',
    duration: false,
  });
  const params = { path: { id: task.taskId }, header: { 'Idempotency-Key': freshId() } };
  try {
    const { position } = bodyOf(await api.POST('/api/tasks/{id}/withdraw', { params, body: {} }));
    noteWritten(position);
    notices.success({
      key,
      title: WORDS.acts.takenBack,
      description: nameOf(task),
      placement: 'bottomRight',
      role: 'status',
    });
  } catch (error) {
    notices.error({
      key,
      title: problemOf(error).message,
      description: nameOf(task),
      placement: 'bottomRight',
      duration: OFFERED,
    });
  }
  await queries.invalidateQueries();
}
