import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode } from 'react';
import { freshId } from '../../api/fresh-id';
import { type Answer, type TaskDetail } from '../../api/answer';
import { api, bodyOf, reads } from '../../api/client';
import { noteWritten } from '../../api/last-written';
import { CHANGED_SINCE, problemOf } from '../../api/problem';
import { ownUnitsOf, useMe } from '../../app/session';
import { ACT_WORDS } from '../../words/acts.words';
import { type Act } from '../act';
import { afterAct, commandToTakeBack, wordOf } from '../act-plan';
import { WhileTrue } from './while-true';

/** So long what was done, and the offer to take it back, stand in the corner; afterwards it is among the acts of the task. In seconds. */
const OFFERED = 10;

/** At the left of the desk: the acts of a task and the buttons of its forms stand at the right. On the phone it is the whole width. */
const PLACE = 'bottomLeft';

type Notices = ReturnType<typeof App.useApp>['notification'];

/** Says what is true after an act for as long as it is true, and offers to take that very act back where the lifecycle lets one. */
export function useAfterAct(): (act: Act, task: TaskDetail, events: readonly string[]) => void {
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const own = ownUnitsOf(useMe());
  return (act, before, events) => {
    const after = asLastRead(before, queries);
    const commandId = commandToTakeBack(act, before, after);
    const notice = noticeOf(before);
    const still = (
      <WhileTrue
        now={() => asLastRead(before, queries)}
        told={after}
        queries={queries}
        onOver={() => notification.destroy(notice.key)}
      >
        {afterAct(act, { ...before, closingNumber: after.closingNumber }, own, events)}
      </WhileTrue>
    );
    notification.success({
      ...notice,
      title: still,
      ...(commandId === null
        ? {}
        : { actions: backButton(() => void takeBack({ act, task: before, commandId }, notification, queries)) }),
      role: 'status',
    });
  };
}

function backButton(onPress: () => void): ReactNode {
  return (
    <Button size="small" onClick={onPress}>
      {ACT_WORDS.takeBack}
    </Button>
  );
}

/** The task as last read: after an act that is how the act has left it. */
function asLastRead(task: TaskDetail, queries: QueryClient): TaskDetail {
  const { queryKey } = reads.queryOptions('get', '/api/tasks/{taskId}', { params: { path: { taskId: task.taskId } } });
  return queries.getQueryData<Answer<'/api/tasks/{taskId}'>>(queryKey)?.task ?? task;
}

/** What all notices of a task share. Under one key the next takes the place of the one before, and of its button. */
function noticeOf({ taskId, taskNumber, title }: TaskDetail) {
  const description = taskNumber === null ? title : `${taskNumber} ${title}`;
  return { key: taskId, description, duration: OFFERED, placement: PLACE } as const;
}

interface Taken {
  readonly act: Act;
  readonly task: TaskDetail;
  /** The command that the notice told of. What came after it is not taken back in its place. */
  readonly commandId: string;
}

async function takeBack({ act, task, commandId }: Taken, notices: Notices, queries: QueryClient): Promise<void> {
  const notice = noticeOf(task);
  // The button goes at once: a second press would be a second withdrawal.
  notices.info({ ...notice, title: ACT_WORDS.takingBack, actions: null, duration: false });
  const params = { path: { id: task.taskId }, header: { 'Idempotency-Key': freshId() } };
  try {
    const { position } = bodyOf(await api.POST('/api/tasks/{id}/withdraw', { params, body: { commandId } }));
    noteWritten(position);
    notices.success({ ...notice, title: ACT_WORDS.takenBack(wordOf(act)), actions: null, role: 'status' });
  } catch (error) {
    notices.error({ ...notice, title: whyNotTakenBack(error), actions: null });
  }
  await queries.invalidateQueries();
}

/** The notice stands beside no form whose changes could be looked at. */
function whyNotTakenBack(error: unknown): string {
  const { code, message } = problemOf(error);
  return code === CHANGED_SINCE ? ACT_WORDS.overtaken : message;
}
