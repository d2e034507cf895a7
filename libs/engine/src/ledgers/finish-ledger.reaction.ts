import { CREATION_UNDERWAY } from '#domain';
import { isRefusedForGood } from '../command/final-failure';
import { type Reaction } from '../reactions/reaction';
import { type CreateLedgerProcess } from './create-ledger.process';

/** Finishes ledgers that a crash has left between reserving their code and the last of their streams. */
export function finishLedgerReaction(creating: CreateLedgerProcess): Reaction {
  return {
    name: 'finish-ledger',
    types: ['numbering.reserved'],
    // The prefix goes with the code that it was reserved after.
    concerns: ({ data }) => data['kind'] === 'code',
    lastPart: 'settle',
    react: async (event) => {
      if (event.type !== 'numbering.reserved') return;
      try {
        await creating.finish(event);
      } catch (error) {
        // The numbers are free again; the clerk was told when asking.
        if (!isRefusedForGood(error) || error.code === CREATION_UNDERWAY.code) throw error;
      }
    },
  };
}
