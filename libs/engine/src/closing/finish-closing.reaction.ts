import { CommandRefused } from '../command/command-refused';
import { type Reaction } from '../reactions/reaction';
import { type ClosingDesk } from './closing-desk';

/** Finishes closings that a crash has left between reserving the number and closing the task. */
export function finishClosingReaction(desk: ClosingDesk): Reaction {
  return {
    name: 'finish-closing',
    types: ['number.reserved'],
    lastPart: 'settle',
    react: async (event, stream) => {
      if (event.type !== 'number.reserved') return;
      try {
        await desk.finish(event, stream.slice('series-'.length));
      } catch (error) {
        // The number is recorded void with the reason; the closer was told when asking.
        if (!(error instanceof CommandRefused)) throw error;
      }
    },
  };
}
