import { ENGINE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { TASK_STATUSES } from '../status';
import { drafted } from '../events/drafted.event';
import { taskAct } from '../task-act';

/** The engine drafts a task of an import. The document's words were checked when the import came in. */
export const draft = taskAct({
  type: 'task.draft',
  word: '起草',
  command: drafted.schema.clone(),
  sample: drafted.sample,
  grants: ENGINE,
  offered: 'never',
  from: TASK_STATUSES,
  to: ['same'],
  withdrawable: false,
  edits: [],
  begin: (data) => [{ type: 'task.drafted', data }],
  decide: () => reject('TASK.EXISTS', '这项任务已在台账中，不用再建。'),
});
