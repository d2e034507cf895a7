import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { reject } from '../../shared/rejection';
import { ledgerAct } from '../ledger-act';
import { LEDGER_KINDS, ledgerKindSchema } from '../ledger-kinds';

/** 更改台账类别: until a task is closed, since a closer has signed the word of the outcome. */
export const classify = ledgerAct({
  type: 'ledger.classify',
  word: '更改台账类别',
  command: z.strictObject({ kind: ledgerKindSchema }),
  sample: { kind: 'rectification' },
  grants: OFFICE,
  needs: (_data, _state, ledgerId) => ({ closingsOf: ledgerId }),
  decide: (state, { kind }, { facts }) => {
    if (kind === state.kind) return [];
    if (!facts.closingsBegun) return [{ type: 'ledger.classified', data: { kind } }];
    return reject(
      'LEDGER.KIND_SIGNED',
      `本台账已有任务按“${LEDGER_KINDS[state.kind].word}”的用语销号，类别不能再改；其他类别的任务请另建台账。`,
    );
  },
});
