import { useEffect } from 'react';
import { type Batch, tallyOf } from '../../batch';

/**
 * Puts a batch away by itself once everything in it was done and the list shows it: what is now true is said there. One with
 * failures stays until its person has seen them.
 * @param left how many of the import's tasks the list still shows as they were before
 */
export function useDropWhenThrough<Form>(batch: Batch<Form>, left: number): void {
  const { state, running, drop } = batch;
  const through = state !== null && !running && tallyOf(state).done === state.items.length && left === 0;
  useEffect(() => {
    if (through) drop();
  }, [through, drop]);
}
