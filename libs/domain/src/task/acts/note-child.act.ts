import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { childEnded } from '../events/child-ended.event';
import { ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';

/** The engine tells a task that one of its children has ended. */
export const noteChild = taskAct({
  type: 'task.note-child',
  word: '子任务结束',
  command: childEnded.schema.clone(),
  sample: childEnded.sample,
  grants: ENGINE,
  offered: 'never',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  edits: [],
  decide: (state, data) => {
    const child = state.children.find(({ taskId }) => taskId === data.childId);
    if (!child) return reject('TASK.CHILD_UNKNOWN', '该任务不是本任务的子任务。');
    return child.ended === null ? [{ type: 'child.ended', data }] : [];
  },
});
