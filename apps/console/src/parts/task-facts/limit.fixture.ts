import { type TaskDetail } from '../../api/answer';

/** A dated limit that is not done. */
export function aLimit(limitId: string, what: string): TaskDetail['limits'][number] {
  return {
    limitId,
    sourceText: '',
    what,
    owedBy: [],
    due: '2021-09-30',
    recurrence: null,
    dueOn: null,
    span: null,
    chain: [],
    openPeriods: [],
    done: null,
    completions: [],
    completionCount: 0,
    verifiedOn: null,
    armedAt: null,
    lamp: 'normal',
    remainingWorkingDays: 3,
  };
}
