import { isRefusedForGood } from '../command/final-failure';
import { type Reaction } from '../reactions/reaction';
import { type AccountProcess } from './account.process';

/** Finishes departures of administrators that a crash has left between their beginning and the account's own record. */
export function finishDepartureReaction(accounts: AccountProcess): Reaction {
  return {
    name: 'finish-departure',
    types: ['departure.begun'],
    lastPart: 'end',
    react: async (event) => {
      if (event.type !== 'departure.begun') return;
      try {
        await accounts.finish(event);
      } catch (error) {
        // The departure is recorded as refused, with the reason; who asked was told then.
        if (!isRefusedForGood(error)) throw error;
      }
    },
  };
}
