import { type Problem, problemOf } from './problem';

/** What a page knows of something that it reads. */
interface Read {
  readonly data: unknown;
  readonly error: unknown;
}

/**
 * Why a page has nothing to show; null while it shows something. What was read before stays, with the forms upon it: reading it
 * anew fails whenever the line is lost.
 */
export function blockingProblem(...reads: readonly Read[]): Problem | null {
  const failed = reads.find(({ data, error }) => data === undefined && error !== null);
  return failed === undefined ? null : problemOf(failed.error);
}
