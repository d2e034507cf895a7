import { useMemo } from 'react';
import { type TaskDetail } from '../api/answer';
import { reads } from '../api/client';
import { problemOf } from '../api/problem';
import { courseOf, type Timeline } from '../telling';
import { follow } from './sentence';
import { consolidated, told } from './timeline';

/** Most events that are read at once; a task with more shows its earlier ones on demand. */
const PAGE = 500;

/** The course of a task, read from its newest events backwards. */
export function useTimeline({
  taskId,
  limits,
  indicators,
}: Pick<TaskDetail, 'taskId' | 'limits' | 'indicators'>): Timeline {
  const { data, isPending, error, hasNextPage, fetchNextPage } = reads.useInfiniteQuery(
    'get',
    '/api/tasks/{taskId}/timeline',
    { params: { path: { taskId }, query: { limit: PAGE } } },
    {
      pageParamName: 'cursor',
      // Null is left out of the address; undefined would become 0, the first event.
      initialPageParam: null,
      getNextPageParam: ({ next }: { next: number | null }) => next ?? undefined,
    },
  );
  const { steps, course } = useMemo(() => {
    const entries = (data?.pages ?? []).flatMap((page) => page.entries);
    const begin = courseOf(limits, indicators);
    const own = consolidated(told(entries, begin));
    return { steps: own, course: own.reduce((known, { entry }) => follow(known, entry), begin) };
  }, [data, limits, indicators]);
  return {
    steps,
    course,
    pending: isPending,
    problem: error === null ? null : problemOf(error),
    readEarlier: hasNextPage ? () => void fetchNextPage() : null,
  };
}
