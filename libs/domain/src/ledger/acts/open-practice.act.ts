import { z } from 'zod';
import { EVERYBODY } from '../../shared/grant';
import { ledgerAct } from '../ledger-act';
import { practiceNumbers } from '../ledger-numbers';
import { PRACTICE_LEDGER } from '../ledger.parts';
import { LEDGER_EXISTS } from '../ledger.refusals';

/** 打开本人的练习台账: a ledger in which the asking person plays every role and nothing counts. There is one for each person. */
export const openPractice = ledgerAct({
  type: 'ledger.open-practice',
  word: '打开本人的练习台账',
  command: z.strictObject({}),
  sample: {},
  grants: EVERYBODY,
  identity: (_data, accountId) => ['practice', accountId],
  begin: (_data, { actor: { accountId } }) => [
    { type: 'ledger.created', data: { ...PRACTICE_LEDGER, ...practiceNumbers(accountId) } },
    { type: 'ledger.marked-practice', data: { accountId } },
  ],
  decide: (state, _data, { actor }) => (state.practiceOf === actor.accountId ? [] : LEDGER_EXISTS),
});
