import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { freshId } from './fresh-id';
import { noteWritten } from './last-written';
import { OFFLINE, Problem, problemOf } from './problem';
import { WORDS } from '../words';

/** What an accepted command answers, as far as the console needs it. */
export interface Outcome {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  /** The types of the events that were recorded. */
  readonly events: readonly string[];
}

/**
 * Sends a command of one form. The key stays the same until the form has been accepted or its content has changed, so that
 * sending again after a lost answer is the same command and never a second one. Everything shown is asked for anew when it
 * was accepted.
 * @param send posts `input` with the header `Idempotency-Key: key`
 */
export function useCommand<Input, Answer extends Outcome>(
  send: (input: Input, key: string) => Promise<Answer>,
): UseMutationResult<Answer, Problem, Input> {
  const queries = useQueryClient();
  const kept = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return useMutation<Answer, Problem, Input>({
    mutationFn: async (input) => {
      const content = JSON.stringify(input);
      if (kept.current?.content !== content) kept.current = { content, key: freshId() };
      const unsent = !navigator.onLine;
      try {
        return await send(input, kept.current.key);
      } catch (error) {
        const problem = problemOf(error);
        throw unsent && problem.code === OFFLINE ? new Problem(OFFLINE, WORDS.errors.unsent) : problem;
      }
    },
    onSuccess: async ({ position }) => {
      kept.current = null;
      noteWritten(position);
      await queries.invalidateQueries();
    },
  });
}
