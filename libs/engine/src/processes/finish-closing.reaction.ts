import { isRefusedForGood } from '../command/final-failure';
import { type Reaction } from '../reactions/reaction';
import { type CloseTaskProcess } from './close-task.process';

/** Finishes closings that a crash has left between reserving the number and closing the task. */
export function finishClosingReaction(closing: CloseTaskProcess): Reaction {
  return {
    name: 'finish-closing',
    types: ['number.reserved'],
    lastPart: 'settle',
    react: async (event, stream) => {
      if (event.type !== 'number.reserved') return;
      try {
        await closing.finish(event, stream.slice('series-'.length));
      } catch (error) {
        // The number is recorded void with the reason; the closer was told when asking.
        if (!isRefusedForGood(error)) throw error;
      }
    },
  };
}
