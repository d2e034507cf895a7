import { type QueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { type StandingTask, standsAs } from '../act-plan';

interface Props {
  /** The task when the sentence was said. */
  readonly told: StandingTask;
  /** The task as last read. */
  readonly now: () => StandingTask;
  readonly queries: QueryClient;
  /** Somebody has acted on the task since. */
  readonly onOver: () => void;
  readonly children: ReactNode;
}

/**
 * What was said after an act, until somebody acts on the task again: a request that has been refused no longer waits. Notices stand outside of
 * the page, so the answers are handed in.
 */
export function WhileTrue({ told, now, queries, onOver, children }: Props): ReactElement {
  const standing = standsAs(told);
  const latest = useRef({ now, onOver });
  useEffect(() => {
    latest.current = { now, onOver };
  });
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ type }) => {
        if (type === 'updated' && standsAs(latest.current.now()) !== standing) latest.current.onOver();
      }),
    [queries, standing],
  );
  return <>{children}</>;
}
