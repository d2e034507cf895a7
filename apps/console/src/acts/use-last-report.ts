import { type TaskDetail } from '../api/answer';
import { useMe } from '../app/session';
import { type Report, reportsOf } from '../pages/task/reports';
import { useTimeline } from '../timeline/use-timeline';

interface Found {
  readonly pending: boolean;
  readonly last: Report | null;
}

/**
 * The last report of a task of which a form is filled: the own unit's where there is one, else the last of all.
 */
export function useLastReport(task: TaskDetail): Found {
  const me = useMe();
  const { steps, pending } = useTimeline(task);
  const reports = reportsOf(steps);
  const own = new Set(me.posts.map((post) => post.unitId));
  const last = reports.find(({ data }) => own.has(data.unitId)) ?? reports[0] ?? null;
  return { pending, last };
}
