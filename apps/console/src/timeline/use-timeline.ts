import { useMemo } from 'react';
import { type TaskDetail } from '../api/answer';
import { reads } from '../api/client';
import { problemOf, type Problem } from '../api/problem';
import { consolidated, type Step, told } from './timeline';
import { type Course, courseOf, follow } from './course';

/** Most events that are read at once; a task with more shows its earlier ones on demand. */
const PAGE = 500;

interface Timeline {
  /** The oldest first; empty while they are being read. */
  readonly steps: readonly Step[];
  /** What all events read so far have told. */
  readonly course: Course;
  readonly pending: boolean;
  readonly problem: Problem | null;
  /** Reads the page before; null when the beginning has been read. */
  readonly readEarlier: (() => void) | null;
}

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
